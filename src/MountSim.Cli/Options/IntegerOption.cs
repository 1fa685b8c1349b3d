using MountSim.Experiments.Requests;

namespace MountSim.Cli.Options;

/// <summary>A whole number within bounds.</summary>
internal sealed class IntegerOption : ValueOption<long, int?>
{
    public IntegerOption(string name, string description, int min, int max, int? byDefault = null) : base(name, description, new WholeNumber(min, max), value => (int)value)
    {
        if (byDefault is { } value) ByDefault(value);
    }
}
