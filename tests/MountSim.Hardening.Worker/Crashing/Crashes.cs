using System.Diagnostics;
using System.Globalization;
using MountSim.Hardening.Fuzzing;
using MountSim.Shared;

namespace MountSim.Hardening.Crashing;

/// <summary>The test of crashes: every command that writes, ended at random moments in every way.</summary>
internal static class Crashes
{
    /// <summary>The environment variable that names the program to crash; as it was built where it is not set.</summary>
    public const string Program = "MOUNTSIM_CRASHES_PROGRAM";

    private const string Inside = "MOUNTSIM_CRASHES_INSIDE";
    private const int TellEvery = 10;
    private static readonly CrashWay[] Ways = Enum.GetValues<CrashWay>();

    /// <summary>Crashes each command that many times, the ways in turn and their moments from the seed; prints the counts as CSV. 0 when nothing was wrong.</summary>
    public static int Run(int count, string[] rest)
    {
        // The small disks are mounted where nobody else sees them, and are gone with this process, however it ends.
        if (Environment.GetEnvironmentVariable(Inside) is null) return Within(["crashes", count.ToString(CultureInfo.InvariantCulture), .. rest]);
        var seed = rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 1;
        var root = Directory.CreateTempSubdirectory("mountsim-crash-").FullName;
        var problems = 0;
        try
        {
            var folder = new CrashFolder(new Corpus(Directory.CreateDirectory(Path.Combine(root, "corpus")).FullName));
            var runs = CrashCommands.All.Where(command => rest.Length < 2 || rest.Skip(1).Contains(command.Name)).Select(command => (command.Name, Run: new CrashRun(command, folder, root, new Random(seed + command.Name.Sum(letter => letter))))).ToList();
            var counts = runs.SelectMany(run => Ways, (run, way) => new CrashCount(run.Name, way)).ToList();
            using var stop = new Stop();
            // A round of all commands at a time, so that they have equal counts when it is stopped.
            for (var at = 0; at < count && !stop.IsAsked; at++)
            {
                foreach (var (index, run) in runs.Index()) Crash(run.Run, counts[(index * Ways.Length) + ((index + at) % Ways.Length)], at, seed);
                if ((at + 1) % TellEvery == 0) Console.Error.WriteLine(FormattableString.Invariant($"{at + 1} of {count} crashes of each command, {counts.Sum(each => each.Problems)} with a problem"));
            }
            problems = counts.Sum(each => each.Problems);
            Console.WriteLine(CrashCount.Header);
            foreach (var each in counts.Where(each => each.Runs > 0)) Console.WriteLine(each.ToCsv(seed));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
        return problems == 0 ? 0 : 1;
    }

    private static void Crash(CrashRun run, CrashCount count, int at, int seed)
    {
        var result = run.Once(count.Way);
        count.Add(result);
        if (result.Problem is { } problem) Console.Error.WriteLine(FormattableString.Invariant($"FAILED: {count.Command}, {count.Way}, round {at} of seed {seed}: {problem}"));
    }

    private static int Within(string[] arguments)
    {
        // Who was started in the background ignores Ctrl-C, and so would all that it starts.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "unshare", "--mount", "--propagation", "private", "--", Environment.ProcessPath!, .. arguments]);
        start.Environment[Inside] = "1";
        using var process = Process.Start(start)!;
        using var stop = new Stop(); // the program within is told by the terminal, or by who ends its group
        process.WaitForExit();
        return process.ExitCode;
    }
}
