using System.Text.Json;
using MountSim.Calibration.Guarding;
using MountSim.Calibration.Hosts;

namespace MountSim.Calibration.Worker;

/// <summary>
/// The measuring process: a child of the calibrating one, born in a mount namespace of its own.
/// </summary>
internal static class CalibrationWorker
{
    /// <summary>The hidden first argument that makes a program the measuring process.</summary>
    internal const string Verb = "calibrate-worker";

    /// <summary>Measures as the parent's order in <paramref name="args"/> says and reports on standard output.</summary>
    /// <param name="args">The program's arguments; the first is <see cref="Verb"/>, the second the order.</param>
    /// <returns>The exit code: 0, 2 without an order, 3 where the host cannot do it.</returns>
    internal static int Run(string[] args)
    {
        if (args.Length != 2 || args[0] != Verb || JsonSerializer.Deserialize(args[1], WorkerJson.Default.WorkerOrder) is not { } order)
        {
            Console.Error.WriteLine($"{Verb} is started by 'mountsim calibrate'; it is of no use alone");
            return 2;
        }

        Owner.WorkFor(order.ParentOwner);
        using var output = new MessageWriter(Console.OpenStandardOutput());
        using var watch = new ParentWatch(order.Directory, order.Parent, order.Seconds);
        try
        {
            Isolate(order);
            Measure(order, output, watch);
            return 0;
        }
        catch (Exception e)
        {
            output.Write(new WorkerMessage { Kind = WorkerMessageKind.Failed, Text = e.Message });
            return 3;
        }
    }

    private static void Isolate(WorkerOrder order)
    {
        if (order.Privilege != Privileges.None)
            PrivateNamespace.Cover(order.Directory, order.ParentNamespace, "64m");
    }

    private static void Measure(WorkerOrder order, MessageWriter output, ParentWatch watch)
    {
        using var session = new Session(order, output);
        watch.AtEnd = () =>
        {
            session.Dispose();
            RuntimeFiles.Remove(Path.GetDirectoryName(order.Directory)!, order.ParentOwner);
        };
        session.Prepare();
        session.Run();
    }
}
