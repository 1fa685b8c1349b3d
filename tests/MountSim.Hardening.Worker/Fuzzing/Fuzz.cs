using System.Diagnostics;
using System.Globalization;
using MountSim.Shared;

namespace MountSim.Hardening.Fuzzing;

/// <summary>The long form of the test of bad input, and one input again.</summary>
internal static class Fuzz
{
    private const double LongestCpuSeconds = 20, LongestSeconds = 300; // no input is worth more, and one that takes it is a failure; a busy machine is none
    private const int TellEvery = 10_000;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Gives that many inputs, each kind as often as its weight; prints the counts as CSV. 0 when none failed.</summary>
    public static int Run(int count, string[] rest)
    {
        var seed = rest.Length > 0 ? ulong.Parse(rest[0], CultureInfo.InvariantCulture) : 1;
        var root = Directory.CreateTempSubdirectory("mountsim-fuzz-").FullName;
        var kinds = new FuzzKinds(new Corpus(root)).All.Where(kind => rest.Length < 2 || kind.Name == rest[1]).ToList();
        var counts = kinds.Select(kind => new FuzzCount(kind.Name)).ToList();
        var turns = kinds.SelectMany((kind, at) => Enumerable.Repeat(at, kind.Weight)).ToArray();
        var current = (Kind: "", Seed: 0UL, Since: Stopwatch.GetTimestamp(), Cpu: Cpu());
        using var stop = new Stop();
        var runner = Task.Factory.StartNew(
            () =>
            {
                using var run = new FuzzRun(root);
                for (var at = 0; at < count && !stop.IsAsked; at++)
                {
                    // A stride that shares no factor with the number of turns goes through all kinds evenly.
                    var kind = turns[(int)((long)at * 97 % turns.Length)];
                    var own = seed + (ulong)at;
                    current = (kinds[kind].Name, own, Stopwatch.GetTimestamp(), Cpu());
                    File.WriteAllText(Path.Combine(root, "current"), $"{kinds[kind].Name} {own}");
                    var result = run.Give(kinds[kind].Of(own));
                    counts[kind].Add(result);
                    if (result.Verdict == Verdict.Failed) Tell(kinds[kind].Name, own, result.Problem);
                    if ((at + 1) % TellEvery == 0) Console.Error.WriteLine(FormattableString.Invariant($"{at + 1} of {count}, {counts.Sum(each => each.Failed)} failed"));
                }
            },
            TaskCreationOptions.LongRunning);
        Console.Error.WriteLine($"a process that dies leaves the name of its input in {root}/current");
        while (!runner.Wait(Look))
        {
            if ((Cpu() - current.Cpu).TotalSeconds < LongestCpuSeconds && Stopwatch.GetElapsedTime(current.Since).TotalSeconds < LongestSeconds) continue;
            Tell(current.Kind, current.Seed, FormattableString.Invariant($"hangs: no answer in {LongestCpuSeconds} s of CPU time or {LongestSeconds} s"));
            return 1;
        }

        Print(counts, seed);
        Directory.SetCurrentDirectory("/");
        Directory.Delete(root, recursive: true);
        return counts.Any(each => each.Failed > 0) ? 1 : 0;
    }

    /// <summary>Gives one input again and keeps its files.</summary>
    public static int Again(string name, ulong seed)
    {
        var root = Directory.CreateTempSubdirectory("mountsim-fuzz-").FullName;
        var input = new FuzzKinds(new Corpus(root)).All.Single(kind => kind.Name == name).Of(seed);
        using var run = new FuzzRun(root);
        Console.Error.WriteLine($"{root}: mountsim {string.Join(' ', input.Arguments)}");
        var result = run.Give(input);
        Console.Error.WriteLine(FormattableString.Invariant($"{result.Verdict} in {result.Time.TotalMilliseconds:0} ms, {result.Bytes / 1e6:0.0} MB allocated. {result.Problem}"));
        return result.Verdict == Verdict.Failed ? 1 : 0;
    }

    private static TimeSpan Cpu()
    {
        using var own = Process.GetCurrentProcess();
        return own.TotalProcessorTime;
    }

    private static void Tell(string kind, ulong seed, string problem) => Console.Error.WriteLine($"FAILED: hardening-worker again '{kind}' {seed.ToString(CultureInfo.InvariantCulture)}: {problem}");

    private static void Print(List<FuzzCount> counts, ulong seed)
    {
        Console.WriteLine(FuzzCount.Header + ",process_peak_mb");
        using var own = Process.GetCurrentProcess();
        foreach (var each in counts) Console.WriteLine($"{each.ToCsv(seed)},");
        Console.WriteLine(FormattableString.Invariant(
            $"all,{counts.Sum(each => each.Inputs)},{counts.Sum(each => each.Accepted)},{counts.Sum(each => each.Refused)},{counts.Sum(each => each.Failed)},{counts.Sum(each => each.Time.TotalMilliseconds) / Math.Max(1, counts.Sum(each => each.Inputs)):0.00},{counts.Max(each => each.Slowest).TotalMilliseconds:0},{counts.Max(each => each.MostBytes) / 1e6:0.0},{seed},{own.PeakWorkingSet64 / 1e6:0}"));
    }
}
