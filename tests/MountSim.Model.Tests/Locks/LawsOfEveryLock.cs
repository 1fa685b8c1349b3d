using MountSim.Model.Bench;
using CsCheck;

namespace MountSim.Model.Tests.Locks;

/// <summary>Random programs of more tasks than CPUs: nobody is inside with a writer, everybody ends, and each task's time adds up to the time that passed.</summary>
public class LawsOfEveryLock
{
    private const int Iterations = 1000;

    private static readonly Gen<long> Length = Gen.Frequency(
        (1, Gen.Const(0L)), (4, Gen.Long[0, 30 * LockBench.Microsecond]), (1, Gen.Long[0, LockBench.Millisecond]));

    private static readonly Gen<Section> AnySection =
        Gen.Select(Length, Length, Gen.Int[0, 7], Gen.Int[0, 2]).Select((think, hold, kind, nested) =>
            new Section(think, hold, (kind & 1) != 0, (kind & 2) != 0, (kind & 4) != 0, (Nesting)nested));

    private static readonly Gen<(int Cpus, Section[][] Programs)> Crowd = Gen.Select(Gen.Int[1, 3], AnySection.Array[1, 12].Array[2, 9]);

    public static TheoryData<LockVariety> Varieties => [.. Enum.GetValues<LockVariety>()];

    [Theory]
    [MemberData(nameof(Varieties))]
    public void A_lock_excludes_loses_no_wake_up_and_conserves_time(LockVariety variety) =>
        Crowd.Sample(crowd => Run(variety, variety, crowd), iter: Iterations);

    [Theory]
    [InlineData(LockVariety.Mutex, LockVariety.Mutex)]
    [InlineData(LockVariety.Mutex, LockVariety.RwSemReaderSteal)]
    [InlineData(LockVariety.RwSemReaderSpin, LockVariety.Mutex)]
    [InlineData(LockVariety.RwSemReaderSteal, LockVariety.RwSemReaderSteal)]
    [InlineData(LockVariety.RwSemReaderSteal, LockVariety.SeqLock)]
    public void So_do_two_of_them_one_in_the_other(LockVariety outer, LockVariety inner) =>
        Crowd.Sample(crowd => Run(outer, inner, crowd, nested: true), iter: Iterations);

    private static void Run(LockVariety outer, LockVariety inner, (int Cpus, Section[][] Programs) crowd, bool nested = false)
    {
        var lab = new LockBench(LockBench.Crowded(crowd.Cpus));
        var outside = new WatchedLock(lab.Create(outer), outer);
        var inside = new WatchedLock(lab.Create(inner), inner);
        foreach (var program in crowd.Programs) lab.Start(task => Steps(task, program, outside, nested ? inside : null));
        lab.Clock.Run();
        Assert.All(lab.Tasks, task => Assert.True(task.Ended, $"task {task.Number} is left in state {task.State}"));
        Assert.All(lab.Tasks, task => Assert.Equal(task.EndedAt, task.Time.Total));
        Assert.Equal(0, outside.Inside + inside.Inside);
        Assert.True(nested || outside.Acquisitions == crowd.Programs.Sum(program => program.Length));
    }

    private static IEnumerable<TaskStep> Steps(ScriptedTask task, Section[] program, WatchedLock outer, WatchedLock? inner)
    {
        foreach (var section in program)
        {
            yield return TaskStep.Run(section.Think);
            WatchedLock[] path = (inner, section.Nesting) switch
            {
                (null, _) or (_, Nesting.Outer) => [outer],
                (_, Nesting.Inner) => [inner],
                _ => [outer, inner],
            };
            foreach (var step in Within(task, section, path)) yield return step;
        }
    }

    private static IEnumerable<TaskStep> Within(ScriptedTask task, Section section, WatchedLock[] path)
    {
        var first = path[0];
        var mode = first.ModeOf(section);
        if (section.Timed && path.Length == 1)
        {
            task.TimedHoldStarted = length => first.EnterFor(task.Now, length);
            yield return TaskStep.HoldFor(first.Lock, mode, section.Hold);
            if (task.HeldForATime) yield break;
        }

        yield return TaskStep.Acquire(first.Lock, mode);
        first.Enter(mode, task.Now);
        yield return section.Sleeps && first.MaySleep ? TaskStep.Sleep(section.Hold) : TaskStep.Run(section.Hold);
        if (path.Length > 1)
        {
            foreach (var step in Within(task, section, path[1..])) yield return step;
        }

        first.Leave(mode);
        yield return TaskStep.Release(first.Lock, mode);
    }
}
