using System.Runtime.InteropServices;

namespace MountSim.Hardening;

/// <summary>Ctrl-C and SIGTERM end a long form after the run at hand; what was done until then is counted.</summary>
internal sealed class Stop : IDisposable
{
    private readonly List<PosixSignalRegistration> signals;

    public Stop() => signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        IsAsked = true;
    }))];

    /// <summary>True once somebody asked.</summary>
    public bool IsAsked { get; private set; }

    public void Dispose() => signals.ForEach(signal => signal.Dispose());
}
