using System.Text.Json;
using MountSim.Calibration.Worker;

namespace MountSim.Calibration.Bursts;

/// <summary>
/// The process that does a burst: a child of the one that wants it, born in a mount namespace of its own, which dies with it. Any program that calls
/// <see cref="Burst"/> must hand its arguments to <see cref="Run"/> when the first is <see cref="Verb"/>.
/// </summary>
public static class BurstWorker
{
    /// <summary>The hidden first argument that makes a program this process.</summary>
    public const string Verb = "burst-worker";

    /// <summary>Does the burst that the first line of standard input orders, and reports on standard output.</summary>
    /// <returns>The exit code: 0, 2 without an order, 3 where the host cannot do it.</returns>
    public static int Run()
    {
        var line = Console.In.ReadLine();
        if (line is null || JsonSerializer.Deserialize(line, WorkerJson.Default.BurstOrder) is not { } order)
        {
            Console.Error.WriteLine($"{Verb} is started by 'mountsim burst'; it is of no use alone");
            return 2;
        }

        using var watch = new ParentWatch(order.Directory, order.Parent, order.Seconds);
        try
        {
            PrivateNamespace.Cover(order.Directory, order.ParentNamespace, DirectorySize);
            Report(new BurstRun(order).Run());
            return 0;
        }
        catch (Exception e)
        {
            Report(new BurstReport { Failure = e.Message });
            return 3;
        }
    }

    // Directories of containers; a tmpfs takes only what is there.
    private const string DirectorySize = "2g";

    private static void Report(BurstReport report)
    {
        using var output = Console.OpenStandardOutput();
        JsonSerializer.Serialize(output, report, WorkerJson.Default.BurstReport);
    }
}
