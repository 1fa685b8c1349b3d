using MountSim.Experiments.Requests;

namespace MountSim.Cli.Options;

/// <summary>A share, written as a percentage (5%) or as a fraction (0.05).</summary>
internal sealed class ShareOption : ValueOption<double, double?>
{
    public ShareOption(string name, string description, double min, double max, double? byDefault = null) : base(name, description, new Share(min, max), value => value)
    {
        if (byDefault is { } value) ByDefault(value);
    }
}
