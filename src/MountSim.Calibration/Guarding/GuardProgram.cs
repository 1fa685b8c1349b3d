using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Syscalls;
using MountSim.Calibration.Worker;

namespace MountSim.Calibration.Guarding;

/// <summary>
/// The guard: a process in a session of its own that sleeps until its input ends, which is when the process it guards ends, however that ends.
/// Then it removes what that process and its children can have left on the host. Each line of its input is the ID of a child that it waits for.
/// </summary>
internal static class GuardProgram
{
    internal const string Verb = "calibrate-guard";

    /// <summary>What it says once it watches.</summary>
    internal const string Ready = "ready";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    internal static int Run(string[] args)
    {
        if (args.Length != 2 || JsonSerializer.Deserialize(args[1], WorkerJson.Default.GuardOrder) is not { } order)
        {
            Console.Error.WriteLine($"{Verb} is started by 'mountsim'; it is of no use alone");
            return 2;
        }

        // A signal to the owner's process group or terminal is not for us: we come after it.
        SyscallException.Check(Libc.NewSession(), "setsid", "guard");
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => signal.Cancel = true);
        Say(Ready);
        var gone = new List<Func<bool>>();
        while (Console.In.ReadLine() is { } line)
            gone.Add(Owner.EndOf(int.Parse(line, CultureInfo.InvariantCulture)));
        // What still runs could make new things behind our back; it ends soon, as its parent did.
        SpinWait.SpinUntil(() => gone.TrueForAll(child => child()), Patience);
        order.CleanUp();
        return 0;
    }

    // Nobody may be there to hear it any more; that is what we are for.
    private static void Say(string text)
    {
        try
        {
            Console.Out.WriteLine(text);
        }
        catch (IOException)
        {
        }
    }
}
