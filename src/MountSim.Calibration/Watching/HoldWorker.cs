using System.Text.Json;
using MountSim.Calibration.Worker;

namespace MountSim.Calibration.Watching;

/// <summary>The process that measures holds: a child of the one that wants them, born in a mount namespace of its own, which dies with it.</summary>
internal static class HoldWorker
{
    /// <summary>The hidden first argument that makes a program this process.</summary>
    internal const string Verb = "hold-worker";

    /// <summary>What it says after each round.</summary>
    internal const string RoundDone = "round";

    private const string DirectorySize = "64m";

    /// <summary>Measures as the first line of standard input orders, and reports on standard output.</summary>
    /// <returns>The exit code: 0, 2 without an order, 3 where the host cannot do it.</returns>
    internal static int Run()
    {
        var line = Console.In.ReadLine();
        if (line is null || JsonSerializer.Deserialize(line, WorkerJson.Default.HoldOrder) is not { } order)
        {
            Console.Error.WriteLine($"{Verb} is started by 'mountsim validate claims'; it is of no use alone");
            return 2;
        }

        using var watch = new ParentWatch(order.Directory, order.Parent, order.Seconds);
        try
        {
            PrivateNamespace.Cover(order.Directory, order.ParentNamespace, DirectorySize);
            Report(new HoldRun(order).Run(() => Console.Out.WriteLine(RoundDone)));
            return 0;
        }
        catch (Exception e)
        {
            Report(new HoldReport { Failure = e.Message });
            return 3;
        }
    }

    private static void Report(HoldReport report) => Console.Out.WriteLine(JsonSerializer.Serialize(report, WorkerJson.Default.HoldReport));
}
