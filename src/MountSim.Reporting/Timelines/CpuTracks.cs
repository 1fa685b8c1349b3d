using MountSim.Model.Simulation;

namespace MountSim.Reporting.Timelines;

/// <summary>A track a CPU: which task has it, in it the operation or user code, in this the spinning.</summary>
internal sealed class CpuTracks(TraceSink sink, WaitNames names, int cpus)
{
    private const string UserCode = "user code";

    private readonly Row[] rows = [.. Enumerable.Range(0, cpus).Select(_ => new Row())];
    private readonly Dictionary<SimTask, string> doing = [];
    private int busy;

    public void Switched(long now, int cpu, SimTask? task)
    {
        var row = rows[cpu];
        if (row.Task is { } before)
        {
            EndSpin(now, cpu, before);
            EndWork(now, cpu);
            if (row.Since < now) sink.Slice(TrackGroup.Cpus, cpu, "task", names.Of(before), row.Since, now);
            busy--;
        }

        row.Task = task;
        row.Since = row.WorkSince = now;
        row.SpinSince = -1;
        if (task is not null) busy++;
        sink.Counter(TrackGroup.Cpus, "busy CPUs", now, "CPUs", busy);
    }

    public void Works(long now, SimTask task, string? operation)
    {
        var name = operation ?? UserCode;
        if (operation is null && doing.GetValueOrDefault(task) == UserCode) return;
        EndWork(now, task.Cpu);
        doing[task] = name;
        rows[task.Cpu].WorkSince = now;
    }

    public void Spins(long now, SimTask task, bool begins)
    {
        if (begins) rows[task.Cpu].SpinSince = now;
        else EndSpin(now, task.Cpu, task);
    }

    public void Ended(long now)
    {
        for (var cpu = 0; cpu < rows.Length; cpu++)
        {
            if (rows[cpu].Task is not null) Switched(now, cpu, null);
        }
    }

    private void EndWork(long now, int cpu)
    {
        var row = rows[cpu];
        if (row.WorkSince < now && doing.TryGetValue(row.Task!, out var name)) sink.Slice(TrackGroup.Cpus, cpu, "work", name, row.WorkSince, now);
    }

    private void EndSpin(long now, int cpu, SimTask task)
    {
        var row = rows[cpu];
        if (row.SpinSince >= 0 && row.SpinSince < now) sink.Slice(TrackGroup.Cpus, cpu, "spin", names.Spin(task.WaitingFor!, task), row.SpinSince, now);
        row.SpinSince = -1;
    }

    private sealed class Row
    {
        public SimTask? Task { get; set; }

        public long Since { get; set; }

        public long WorkSince { get; set; }

        public long SpinSince { get; set; } = -1;
    }
}
