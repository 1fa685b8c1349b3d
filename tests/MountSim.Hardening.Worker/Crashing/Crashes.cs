using System.Diagnostics;
using System.Globalization;
using MountSim.Hardening.Fuzzing;

namespace MountSim.Hardening.Crashing;

/// <summary>The test of crashes: every command that writes, ended at random moments in every way.</summary>
internal static class Crashes
{
    private const string Inside = "MOUNTSIM_CRASHES_INSIDE";
    private const int TellEvery = 100;
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
            Console.WriteLine(CrashCount.Header);
            foreach (var (at, command) in CrashCommands.All.Index().Where(each => rest.Length < 2 || rest.Skip(1).Contains(each.Item.Name)))
                problems += Crash(new CrashRun(command, folder, root, new Random(seed + at)), command.Name, at, count, seed);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
        return problems == 0 ? 0 : 1;
    }

    private static int Crash(CrashRun run, string command, int first, int count, int seed)
    {
        var counts = Ways.Select(way => new CrashCount(command, way)).ToList();
        for (var at = 0; at < count; at++)
        {
            var way = (first + at) % Ways.Length; // a few runs of each command still meet all ways
            var result = run.Once(Ways[way]);
            counts[way].Add(result);
            if (result.Problem is { } problem) Console.Error.WriteLine($"FAILED: {command}, {Ways[way]}, run {at.ToString(CultureInfo.InvariantCulture)} of seed {seed.ToString(CultureInfo.InvariantCulture)}: {problem}");
            if ((at + 1) % TellEvery == 0) Console.Error.WriteLine($"{command}: {(at + 1).ToString(CultureInfo.InvariantCulture)} of {count.ToString(CultureInfo.InvariantCulture)}");
        }
        foreach (var each in counts.Where(each => each.Runs > 0)) Console.WriteLine(each.ToCsv(seed));
        Console.Out.Flush();
        return counts.Sum(each => each.Problems);
    }

    private static int Within(string[] arguments)
    {
        var start = new ProcessStartInfo("unshare", ["--mount", "--propagation", "private", "--", Environment.ProcessPath!, .. arguments]);
        start.Environment[Inside] = "1";
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
