using MountSim.Experiments.Requests;

namespace MountSim.Cli.Options;

/// <summary>A finite number within bounds.</summary>
internal sealed class RealOption : ValueOption<double, double?>
{
    public RealOption(string name, string description, double min, double max, double? byDefault = null, bool aboveMin = false) : base(name, description, new RealNumber(min, max, aboveMin), value => value)
    {
        if (byDefault is { } value) ByDefault(value);
    }
}
