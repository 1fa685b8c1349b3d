using MountSim.Experiments.Sweeps;

namespace MountSim.Experiments.Tests.Sweeps;

/// <summary>Short ways to make plans.</summary>
internal static class Plans
{
    public static SweepAxis Axis(string field, string values) => new(field, ValueList.Expand(values));

    public static SweepPlan Of(params SweepAxis[] axes) => new([new SweepGrid(axes, "here")]);

    public static IEnumerable<string> Names(this SweepPlan plan) => Enumerable.Range(0, (int)plan.Count).Select(position => plan[position].Name);
}
