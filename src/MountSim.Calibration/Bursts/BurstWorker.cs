using System.Text.Json;
using MountSim.Calibration.ContainerRuntimes;
using MountSim.Calibration.Syscalls;
using MountSim.Calibration.Worker;

namespace MountSim.Calibration.Bursts;

/// <summary>
/// The process that does a burst: a child of the one that wants it, born in a mount namespace of its own, which dies with it. It says when it is ready, begins when
/// it is told to, reports, and stays until its input ends, so that an observer sees the burst alone.
/// </summary>
internal static class BurstWorker
{
    /// <summary>The hidden first argument that makes a program this process.</summary>
    internal const string Verb = "burst-worker";

    /// <summary>What it says when all is prepared.</summary>
    internal const string Ready = "ready";

    // Directories of containers; a tmpfs takes only what is there.
    private const string DirectorySize = "2g";

    /// <summary>Does the burst that the first line of standard input orders, and reports on standard output.</summary>
    /// <returns>The exit code: 0, 2 without an order, 3 where the host cannot do it.</returns>
    internal static int Run()
    {
        var line = Console.In.ReadLine();
        if (line is null || JsonSerializer.Deserialize(line, WorkerJson.Default.BurstOrder) is not { } order)
        {
            Console.Error.WriteLine($"{Verb} is started by 'mountsim burst'; it is of no use alone");
            return 2;
        }

        var told = new TaskCompletionSource();
        using var watch = new ParentWatch(order.Directory, order.Parent, order.Seconds, () => told.TrySetResult());
        try
        {
            PrivateNamespace.Cover(order.Directory, order.ParentNamespace, DirectorySize);
            Report(order.Bundle is null ? new BurstRun(order).Run(() => Begin(told.Task)) : Real(order, told.Task));
            // The end of the input ends the process, and with it every namespace.
            new ManualResetEventSlim().Wait();
            return 0;
        }
        catch (Exception e)
        {
            Report(new BurstReport { Failure = e.Message });
            return 3;
        }
    }

    // /proc becomes that of the PID namespace which this process is the first of.
    private static BurstReport Real(BurstOrder order, Task told)
    {
        Directories.Mount("proc", "/proc", "");
        return new RuntimeRun(order).Run(() => Begin(told));
    }

    private static void Begin(Task told)
    {
        Console.Out.WriteLine(Ready);
        told.Wait();
    }

    private static void Report(BurstReport report) => Console.Out.WriteLine(JsonSerializer.Serialize(report, WorkerJson.Default.BurstReport));
}
