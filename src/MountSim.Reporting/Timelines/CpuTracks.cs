using MountSim.Model.Simulation;

namespace MountSim.Reporting.Timelines;

/// <summary>
/// A track a CPU: which task has it, in it the operation or user code, in this the spinning. A task says beforehand what it will do within a stretch of computation; that is
/// drawn when its time has come, and when the task is preempted before, it is still to come where the task goes on.
/// </summary>
internal sealed class CpuTracks(TraceSink sink, WaitNames names, int cpus)
{
    private const string UserCode = "user code";

    private readonly Row[] rows = [.. Enumerable.Range(0, cpus).Select(_ => new Row())];
    private readonly Dictionary<SimTask, string> doing = [];
    private readonly Dictionary<SimTask, string> announced = [];
    private readonly Dictionary<SimTask, List<(long After, string Name)>> interrupted = [];
    private int busy;

    public void Switched(long now, int cpu, SimTask? task)
    {
        var row = rows[cpu];
        if (row.Task is { } before) Leave(row, now, cpu, before);
        row.Task = task;
        row.Since = row.WorkSince = now;
        row.SpinSince = -1;
        if (task is not null)
        {
            busy++;
            if (interrupted.Remove(task, out var rest)) rest.ForEach(one => row.Coming.Enqueue((now + one.After, one.Name)));
        }

        sink.Counter(TrackGroup.Cpus, "busy CPUs", now, "CPUs", busy);
    }

    public void Works(long at, SimTask task, string? operation)
    {
        var name = operation ?? UserCode;
        if (operation is null && announced.GetValueOrDefault(task) == UserCode) return;
        announced[task] = name;
        rows[task.Cpu].Coming.Enqueue((at, name));
    }

    public void Spins(long now, SimTask task, bool begins)
    {
        var row = rows[task.Cpu];
        if (!begins)
        {
            EndSpin(row, now, task.Cpu, task);
            return;
        }

        // All that was said has been done; a rest too short for an event of its own ends here.
        Begin(row, task.Cpu, now, all: true);
        row.SpinSince = now;
    }

    public void Ended(long now)
    {
        for (var cpu = 0; cpu < rows.Length; cpu++)
        {
            if (rows[cpu].Task is not null) Switched(now, cpu, null);
        }
    }

    private void Leave(Row row, long now, int cpu, SimTask task)
    {
        EndSpin(row, now, cpu, task);
        Begin(row, cpu, now, all: false);
        Draw(row, cpu, now);
        if (row.Coming.Count > 0) interrupted[task] = [.. row.Coming.Select(one => (one.At - now, one.Name))];
        row.Coming.Clear();
        if (row.Since < now) sink.Slice(TrackGroup.Cpus, cpu, "task", names.Of(task), row.Since, now);
        busy--;
    }

    // What was said for up to now begins; of all, also what was said for later.
    private void Begin(Row row, int cpu, long now, bool all)
    {
        while (row.Coming.TryPeek(out var next) && (all || next.At <= now))
        {
            row.Coming.Dequeue();
            var at = Math.Max(row.WorkSince, Math.Min(next.At, now));
            Draw(row, cpu, at);
            doing[row.Task!] = next.Name;
            row.WorkSince = at;
        }
    }

    private void Draw(Row row, int cpu, long to)
    {
        if (row.WorkSince < to && doing.TryGetValue(row.Task!, out var name)) sink.Slice(TrackGroup.Cpus, cpu, "work", name, row.WorkSince, to);
    }

    private void EndSpin(Row row, long now, int cpu, SimTask task)
    {
        if (row.SpinSince >= 0 && row.SpinSince < now) sink.Slice(TrackGroup.Cpus, cpu, "spin", names.Spin(task.WaitingFor!, task), row.SpinSince, now);
        row.SpinSince = -1;
    }

    private sealed class Row
    {
        public SimTask? Task { get; set; }

        public long Since { get; set; }

        public long WorkSince { get; set; }

        public long SpinSince { get; set; } = -1;

        public Queue<(long At, string Name)> Coming { get; } = [];
    }
}
