using MountSim.Experiments.Validation;
using MountSim.Model.Bench;
using MountSim.Model.Costs;
using MountSim.Model.Machines;

namespace MountSim.Experiments.Published.Cases;

/// <summary>
/// M7: a spinlock without a queue. Every waiter tries with an atomic, which takes the line; the holder's release must get it back. Behind the release waits the holder's
/// next try, in program order, so that both are done when the line is there: a section costs a transfer a contender and none besides, as the published figures do.
/// </summary>
internal static class TestAndSetLock
{
    // One socket of the 8275CL row: 46.6 ns a transfer with the atomic in it (hardware reference 1.1), the atomic alone 3 ns of the 6 ns a section of one thread;
    // pause about 140 cycles, 50 ns (hardware reference 3.3).
    private const long LocalPs = 3_000, TransferPs = 46_600 - LocalPs, PausePs = 50_000;
    private const int Sections = 20_000;

    public static PublishedCase Case { get; } = new(
        "M7",
        "A spinlock of test-and-set with pause, one increment a section: 60, 150, 311, 624 ns a section at 2, 4, 8, 16 threads (T. Gleixner, 2025; 28 cores of one socket)",
        "Within a third: the processor is not named, and its line transfer is taken from the 8275CL. The law is a transfer a contender; figures are time over sections of all threads",
        _ => [.. new[] { (2, 60.0), (4, 150.0), (8, 311.0), (16, 624.0) }.Select(point => ValidationRow.InBand(
            $"a section at {point.Item1} threads", "ns", Interval.Exact(NsOfSection(point.Item1)), Band.Within(point.Item2, 1.0 / 3)))]);

    private static double NsOfSection(int threads)
    {
        var bench = new LockBench(new Hardware(threads, (a, b) => a == b ? Distance.Self : Distance.SameL3, [0, TransferPs, TransferPs, TransferPs, TransferPs]) { LocalAtomicPs = LocalPs });
        var word = new Word(bench.Line());
        for (var i = 0; i < threads; i++) bench.Start(task => Loop(task, bench, word));
        bench.Clock.Run();
        return bench.Clock.Now.Picoseconds / (double)LockBench.Nanosecond / word.Sections;
    }

    // Without some spread of the pauses the threads fall into step with the transfers, which no real ones do.
    private static IEnumerable<TaskStep> Loop(ScriptedTask task, LockBench bench, Word word)
    {
        var random = bench.Random($"pauses of {task.Number}");
        while (word.Sections < Sections)
        {
            // xchg(&lock, 1): an ownership transfer, whether it finds the lock free or not.
            yield return TaskStep.Run(word.Write(task));
            if (word.Held)
            {
                yield return TaskStep.Run((long)(PausePs * (0.5 + random.NextDouble())));
                continue;
            }

            word.Held = true;
            for (; word.Sections < Sections; word.Sections++) yield return TaskStep.Run(word.ReleaseAndTryAgain(task));
        }

        bench.Clock.Stop();
    }

    private sealed class Word(CacheLine line)
    {
        private readonly long[] _transfers = new long[Enum.GetValues<Distance>().Length];

        public bool Held { get; set; }

        public int Sections { get; set; }

        // Nobody comes between the two: who has the lock takes it again.
        public long ReleaseAndTryAgain(ScriptedTask task) => line.KeepUntil(line.Write(task.Now, task.Cpu, _transfers) + LocalPs) - task.Now;

        public long Write(ScriptedTask task) => line.Write(task.Now, task.Cpu, _transfers) - task.Now;
    }
}
