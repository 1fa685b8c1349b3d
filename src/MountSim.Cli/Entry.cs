using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using MountSim.Experiments;
using MountSim.Model.Files;
using MountSim.Reporting.Files;

namespace MountSim.Cli;

/// <summary>The tool as a process: streams, signals and environment.</summary>
internal static class Entry
{
    public static int Run(string[] args)
    {
        // While the command line is read, the other CPU has nothing to do.
        if (args is ["predict", ..]) Predictor.Prepare();
        using var cancellation = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, cancellation));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, cancellation));
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => Stop(signal, cancellation));
        // Not disposed: App has flushed it, and what could not be written then must not be tried again.
        var output = new StreamWriter(StandardOutput(), AtomicFile.Utf8, bufferSize: 16 * 1024) { NewLine = "\n" };
        var error = new StreamWriter(Console.OpenStandardError(), AtomicFile.Utf8) { NewLine = "\n", AutoFlush = true };
        return App.Run(args, new Session
        {
            Out = output,
            Error = error,
            Terminal = Terminal.Detect(),
            Cancellation = cancellation.Token,
            ShowStack = Environment.GetEnvironmentVariable(Failure.StackVariable) == "1",
        });
    }

    // The console's stream takes a pipe whose reader has gone for one that is read: a sweep would go on for hours for nobody.
    private static Stream StandardOutput() =>
        FileKinds.Of("/proc/self/fd/1") == FileKind.Pipe ? new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0) : Console.OpenStandardOutput();

    /// <summary>The first signal asks the work to stop; the second does not wait for it.</summary>
    private static void Stop(PosixSignalContext signal, CancellationTokenSource cancellation)
    {
        signal.Cancel = true;
        if (cancellation.IsCancellationRequested)
        {
            AtomicFile.Abandon();
            Environment.Exit(ExitCode.Interrupted);
        }
        cancellation.Cancel();
    }
}
