using MountSim.Engine;
using MountSim.Model.Costs;
using MountSim.Model.Kernels;
using MountSim.Model.Machines;

namespace MountSim.Model.Simulation;

/// <summary>Draws one replication's costs: a value from each interval of the profile and of the machine, so that their uncertainty reaches the prediction.</summary>
internal static class HardwareDraw
{
    private const double PsPerNanosecond = 1e3;
    private const double PsPerMicrosecond = 1e6;

    /// <summary>The machine with costs drawn under a seed; the seed alone decides them, so scenarios share them (common random numbers).</summary>
    public static Hardware Draw(Scenario scenario, long seed)
    {
        var (machine, costs, whatIfs) = (scenario.Machine, scenario.Costs, new WhatIfs(scenario.WhatIf));
        double From(string name, Interval interval) =>
            new RandomStream(seed, "cost:" + name).NextTriangular(interval.Low, interval.Value, interval.High);

        var nsPerInstruction = whatIfs[WhatIf.Instruction] * From("instruction", scenario.NsPerInstruction);
        var classes = Enum.GetValues<WorkClass>();
        var psPerInstruction = new double[classes.Length];
        foreach (var workClass in classes)
            psPerInstruction[(int)workClass] = PsPerNanosecond * nsPerInstruction * From(workClass.ToString(), costs.ClassRatio[workClass]);

        var grace = whatIfs[WhatIf.GracePeriod];
        var distances = Enum.GetValues<Distance>();
        return new Hardware(machine.Cpus, machine.DistanceBetween, [.. distances.Select(distance => (long)(whatIfs[WhatIf.Transfer] * machine.TransferPs(distance)))])
        {
            PossibleCpus = machine.PossibleCpus,
            PsPerInstruction = psPerInstruction,
            UpgradeShare = From("upgrade", machine.UpgradeShare.Interval),
            LocalAtomicPs = (long)(PsPerNanosecond * machine.LocalAtomicNs.Value),
            WakeUpPs = [.. distances.Select(distance => (long)(whatIfs[WhatIf.WakeUp] * WakeUpOf(machine, distance)))],
            SocketOf = [.. Enumerable.Range(0, machine.Cpus).Select(machine.SocketOf)],
            TimeSlicePs = (long)(PsPerMicrosecond * (costs.SliceMicroseconds is { } slice && machine.IsHost ? From("slice", slice) : 1e3 * machine.TimeSliceMs.Value)),
            HoldersKeepTheirCpu = costs.HoldersKeepTheirCpu && machine.IsHost,
            SmtSlowdown = SlowdownOf(machine),
            DirtyShare = From("dirty", costs.DirtyShare),
            ParallelLoads = From("parallel", costs.ParallelLoads),
            GraceBasePs = (long)(grace * PsPerMicrosecond * From("grace base", costs.GraceBaseMicroseconds)),
            GraceIdlePs = costs.GraceIdleMicroseconds is { } idle ? (long)(grace * PsPerMicrosecond * From("grace idle", idle)) : null,
            GracePerBusyCpuPs = (long)(grace * PsPerMicrosecond * From("grace cpu", costs.GracePerBusyCpuMicroseconds)),
            GraceBackToBackPs = costs.GraceBackToBackMicroseconds is { } next ? (long)(grace * PsPerMicrosecond * From("grace next", next)) : null,
            SpeedOfAllCpus = costs.SpeedOfAllCpus is { } speed && machine.IsHost && machine.SmtPerCore == 1 ? From("speed", speed) : 1,
            GraceThreadPs = costs.GraceThreadMicroseconds is { } thread ? (long)(grace * PsPerMicrosecond * From("grace thread", thread)) : 0,
            GraceThreadPerCallerPs = costs.GraceThreadPerCallerMicroseconds is { } caller ? (long)(grace * PsPerMicrosecond * From("grace caller", caller)) : 0,
            SwitchPs = costs.SwitchMicroseconds is { } change ? (long)(PsPerMicrosecond * From("switch", change)) : 0,
            FreeMountPs = costs.FreeMountMicroseconds is { } free ? (long)(PsPerMicrosecond * From("free", free)) : 0,
            FreeSuperblockPs = costs.FreeSuperblockMicroseconds is { } super ? (long)(PsPerMicrosecond * From("free super", super)) : 0,
            CallPs = scenario.Workload.OneThreadASlot ? (long)(PsPerNanosecond * costs.CallNs) : 0,
            NormalGracePs = (long)(grace * Hardware.DefaultNormalGracePs),
        };
    }

    private static long WakeUpOf(Machine machine, Distance distance) =>
        machine.Description.WakeUpMicroseconds.TryGetValue(distance, out var figure) ? (long)(PsPerMicrosecond * figure.Value) : 0;

    // Two siblings do SmtThroughput times the work of one; more threads add as much again each.
    private static double[] SlowdownOf(Machine machine)
    {
        var slowdown = new double[machine.SmtPerCore + 1];
        slowdown[0] = 1;
        for (var busy = 1; busy <= machine.SmtPerCore; busy++)
            slowdown[busy] = busy / (1 + ((machine.SmtThroughput.Value - 1) * (busy - 1)));
        return slowdown;
    }
}
