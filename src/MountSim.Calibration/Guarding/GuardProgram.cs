using System.Runtime.InteropServices;
using System.Text.Json;
using MountSim.Calibration.Syscalls;
using MountSim.Calibration.Worker;

namespace MountSim.Calibration.Guarding;

/// <summary>
/// The guard: a process in a session of its own that sleeps until its input ends, which is when the process it guards ends, however that ends.
/// Then it removes what that process can have left on the host.
/// </summary>
internal static class GuardProgram
{
    internal const string Verb = "calibrate-guard";

    /// <summary>What it says once it watches.</summary>
    internal const string Ready = "ready";

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
        Console.Out.WriteLine(Ready);
        ParentPipe.WaitForEnd();
        Leftovers.Remove(order.Folder, name => order.Owners.Any(owner => name.StartsWith(owner + "-", StringComparison.Ordinal)));
        return 0;
    }
}
