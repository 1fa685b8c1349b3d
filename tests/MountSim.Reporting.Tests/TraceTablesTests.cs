using MountSim.Model.Traces;
using MountSim.Reporting.Csv;

namespace MountSim.Reporting.Tests;

/// <summary>Traces survive their files.</summary>
public sealed class TraceTablesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mountsim-tables-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_is_written_is_read_again()
    {
        var traces = Traces(1, 2);
        Save(traces);
        var again = TraceReader.Read(folder);
        Assert.Equal(traces.Events.Keys, again.Events.Keys);
        Assert.Equal(Text(traces.Events.Values.Single()), Text(again.Events.Values.Single()));
        Assert.Equal(traces.Runs.OrderBy(run => run.Cpus).Select(Text), again.Runs.OrderBy(run => run.Cpus).Select(Text));
    }

    [Fact]
    public void The_table_of_CPUs_is_written_where_there_are_several()
    {
        Assert.Equal(["lock-trace.csv", "lock-ops.csv"], TraceTables.Files(Traces(1)).Select(file => file.Name));
        Assert.Equal(["lock-trace.csv", "lock-ops.csv", "lock-ops-cpus.csv"], TraceTables.Files(Traces(1, 4)).Select(file => file.Name));
    }

    private static LockTraces Traces(params int[] cpus)
    {
        IReadOnlyList<TraceEvent> events = [new TraceEvent(1, 10, "down_write", "namespace_sem", ""), new TraceEvent(2, 35, "up_write", "namespace_sem", "")];
        return new LockTraces(new Dictionary<(string, string), IReadOnlyList<TraceEvent>> { [("6.12", "mount_bind")] = events }, [.. cpus.SelectMany(Runs)]);
    }

    private static TracedRun[] Runs(int cpus)
    {
        var bind = new TracedRun("6.12", cpus, "mount_bind", "peers", 4, 100);
        bind.Uses.Add(("namespace_sem", "down_write"), new TracedUse(1, 25, ""));
        bind.Uses.Add(("", "call_rcu"), new TracedUse(2, 0, ""));
        return [bind, new TracedRun("6.12", cpus, "empty", "", 0, 16)];
    }

    private static string Text(IReadOnlyList<TraceEvent> events) => string.Join(';', events.Select(item => $"{item.Sequence} {item.AtInstructions} {item.Function} {item.Lock}"));

    private static string Text(TracedRun run) =>
        $"{run} {run.TotalInstructions}: {string.Join(';', run.Uses.Select(use => $"{use.Key} {use.Value.Acquisitions} {use.Value.HeldInstructions}"))}";

    private void Save(LockTraces traces)
    {
        foreach (var (name, write) in TraceTables.Files(traces))
        {
            using var writer = new StreamWriter(Path.Combine(folder, name));
            write(writer);
        }
    }
}
