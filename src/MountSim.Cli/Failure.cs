using MountSim.Calibration;
using MountSim.Calibration.Syscalls;
using MountSim.Model;

namespace MountSim.Cli;

/// <summary>Turns an exception into a message and an exit code.</summary>
internal static class Failure
{
    /// <summary>Prints the stack of an unexpected exception when set to 1.</summary>
    public const string StackVariable = "MOUNTSIM_STACK";

    private const int BrokenPipe = 32; // EPIPE

    public static int Report(Exception failure, Session session)
    {
        var (exit, message) = Explain(failure, session.Cancellation);
        try
        {
            session.Error.WriteLine(message);
            if (session.ShowStack && (exit == ExitCode.Bug || failure.GetBaseException() is OutOfMemoryException)) session.Error.WriteLine(failure);
            session.Error.Flush();
        }
        catch (IOException)
        {
            // Nobody listens any more; the exit code still says it.
        }
        return exit;
    }

    private static (int Exit, string Message) Explain(Exception failure, CancellationToken cancellation) => failure switch
    {
        // Ctrl-C reaches the measuring child too, whose end may be noticed before the token.
        OperationCanceledException or CalibrationException when cancellation.IsCancellationRequested => (ExitCode.Interrupted, "interrupted; nothing was written"),
        AggregateException { InnerExceptions: [var only] } => Explain(only, cancellation),
        AggregateException several when cancellation.IsCancellationRequested && several.Flatten().InnerExceptions.All(inner => inner is OperationCanceledException) =>
            (ExitCode.Interrupted, "interrupted; nothing was written"),
        AggregateException several when several.Flatten().InnerExceptions.OfType<ModelException>().FirstOrDefault() is { } wrong => Explain(wrong, cancellation), // of several threads at once
        ModelException => (ExitCode.BadInput, $"error: {failure.Message}"),
        CalibrationException or SyscallException => (ExitCode.HostCannot, $"error: {failure.Message}"),
        IOException { HResult: BrokenPipe } => (ExitCode.HostCannot, "error: standard output: its reader has gone, and nothing more is written"),
        IOException or UnauthorizedAccessException => (ExitCode.HostCannot, $"error: {OneLine.Of(failure.Message)}"),
        OutOfMemoryException => (ExitCode.HostCannot, "error: out of memory, or of threads (ulimit -u, a cgroup's pids.max); ask for fewer containers, replications or threads"),
        _ => (ExitCode.Bug,
            $"a bug of ours: {failure.GetType().Name}: {OneLine.Of(failure.Message.ReplaceLineEndings(" "))}. Please report it with the command line; {StackVariable}=1 in the environment shows where it happened."),
    };
}
