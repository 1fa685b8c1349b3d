using System.Runtime.InteropServices;

namespace MountSim.Shared;

/// <summary>Ctrl-C and SIGTERM end a long form after the run at hand; what was done until then is counted.</summary>
internal sealed class Stop : IDisposable
{
    private readonly CancellationTokenSource asked = new();
    private readonly List<PosixSignalRegistration> signals;

    public Stop() => signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        asked.Cancel();
    }))];

    /// <summary>True once somebody asked.</summary>
    public bool IsAsked => asked.IsCancellationRequested;

    /// <summary>Cancelled once somebody asked.</summary>
    public CancellationToken Token => asked.Token;

    public void Dispose()
    {
        signals.ForEach(signal => signal.Dispose());
        asked.Dispose();
    }
}
