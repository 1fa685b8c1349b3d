using MountSim.Model.Traces;

namespace MountSim.Model.Tests.Kernels;

/// <summary>The lab's traces and their runs, read once.</summary>
public static class LabData
{
    public static string Directory { get; } = Path.Combine(AppContext.BaseDirectory, "data", "lab");

    public static LockTraces Traces { get; } = TraceReader.Read(Directory);

    public static IReadOnlyList<LabRun> Runs { get; } = [.. Traces.Runs.Select(run => new LabRun(run))];
}
