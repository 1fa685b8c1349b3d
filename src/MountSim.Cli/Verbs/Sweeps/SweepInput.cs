using System.CommandLine;
using MountSim.Cli.Options;
using MountSim.Experiments.Sweeps;

namespace MountSim.Cli.Verbs.Sweeps;

/// <summary>What a sweep is over: a design file and the options of a scenario.</summary>
internal sealed class SweepInput
{
    private readonly AxisOptions axes = new();

    public TextOption Design { get; } = new("--design", "FILE", "Scenarios from a file: .csv with a column an option and a row a scenario, or .yaml with a key an option. Options beside it win over the file");

    public IReadOnlyList<OptionGroup> Groups => axes.Groups;

    /// <summary>The scenarios that the command line asks for.</summary>
    public SweepPlan Plan(ParseResult parsed)
    {
        var grids = parsed.GetValue(Design) is { } file ? SweepDesign.Read(file, new AxisReader()) : [new SweepGrid([], "the command line")];
        var given = axes.Read(parsed);
        return new SweepPlan([.. grids.Select(grid => grid.With(given))]);
    }

    /// <summary>The words that say the same on another command line, in an order that makes the same plan.</summary>
    public IEnumerable<string> Words(ParseResult parsed) => parsed.GetValue(Design) is { } file ? [Design.Name, file, .. axes.Words(parsed)] : axes.Words(parsed);
}
