using System.Globalization;

namespace MountSim.Calibration.Worker.Program;

/// <summary>The long form of the test of kills: <c>kills COUNT [LANES]</c>. Prints the count as CSV; 0 when nothing was left, else 1.</summary>
internal static class Kills
{
    private const int LatestSeconds = 4; // on a quiet host the curves run by then, with instance and guard
    private const int TellEvery = 20;
    private static readonly Lock Gate = new();

    internal static int Run(string[] args)
    {
        var count = int.Parse(args[1], CultureInfo.InvariantCulture);
        var lanes = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
        var done = new KillReport[lanes];
        Array.Fill(done, KillReport.None);
        Parallel.For(0, lanes, new ParallelOptions { MaxDegreeOfParallelism = lanes }, lane =>
            new KillStorm(lane + 1, TimeSpan.FromSeconds(LatestSeconds), Environment.ProcessPath!).Run((count + lane) / lanes, report => Tell(done, lane, report)));
        var total = done.Aggregate((a, b) => a.And(b));
        Console.WriteLine(total.ToCsv());
        // By 'dotnet FILE.dll' the runtime's own program would be started and killed.
        if (total.WithGuard > 0) return total.Clean ? 0 : 1;
        Console.Error.WriteLine("no calibration had begun when it was killed: start this program itself, not its .dll");
        return 1;
    }

    private static void Tell(KillReport[] done, int lane, KillReport report)
    {
        lock (Gate)
        {
            done[lane] = report;
            var total = done.Aggregate((a, b) => a.And(b));
            if (total.Kills % TellEvery == 0)
                Console.Error.WriteLine(total.ToCsv().Split('\n')[1]);
        }
    }
}
