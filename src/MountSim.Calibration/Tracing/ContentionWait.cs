namespace MountSim.Calibration.Tracing;

/// <summary>One wait, from its beginning to its end.</summary>
/// <param name="Lock">The lock's address.</param>
/// <param name="Flags">Its kind and mode.</param>
/// <param name="Nanoseconds">How long.</param>
/// <param name="Stack">Handle of the waiter's stack.</param>
internal readonly record struct ContentionWait(ulong Lock, ContentionFlags Flags, double Nanoseconds, int Stack)
{
    /// <summary>The lock's kind, as the rules of call sites have it.</summary>
    internal string Kind =>
        Flags.HasFlag(ContentionFlags.Mutex) || Flags.HasFlag(ContentionFlags.RealTime) ? "mutex"
        : Flags.HasFlag(ContentionFlags.Spin) ? (Flags & (ContentionFlags.Read | ContentionFlags.Write)) == 0 ? "spin" : "rwlock"
        : "rwsem";

    /// <summary>Read or write.</summary>
    internal ContentionMode Mode => Flags.HasFlag(ContentionFlags.Read) ? ContentionMode.Read : ContentionMode.Write;
}
