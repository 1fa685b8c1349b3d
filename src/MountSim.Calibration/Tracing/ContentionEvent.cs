namespace MountSim.Calibration.Tracing;

/// <summary>One event of the tracepoints <c>lock:contention_begin</c> and <c>lock:contention_end</c>.</summary>
/// <param name="Time">Nanoseconds of the monotonic clock.</param>
/// <param name="Lock">The lock's address.</param>
/// <param name="Thread">The thread that waits.</param>
/// <param name="Cpu">The CPU it happened on.</param>
/// <param name="Flags">What kind of wait begins; <see cref="ContentionFlags.End"/> for the end of one.</param>
internal readonly record struct ContentionEvent(ulong Time, ulong Lock, int Thread, int Cpu, ContentionFlags Flags)
{
    /// <summary>Handle of the waiter's stack; <see cref="StackStore.None"/> without one.</summary>
    internal int Stack { get; init; } = StackStore.None;

    /// <summary>True where the wait begins.</summary>
    internal bool Begins => !Flags.HasFlag(ContentionFlags.End);

    /// <summary>True for a wait that is not a spin with the CPU held: its stack is worth its time.</summary>
    internal bool TakesStack => Flags != ContentionFlags.Mutex && (Flags.HasFlag(ContentionFlags.Mutex) || !Flags.HasFlag(ContentionFlags.Spin));

    /// <summary>
    /// The same as a filter of the tracer. A mutex begins twice, spinning and then asleep (kernel/locking/mutex.c v6.18): one stack is enough.
    /// </summary>
    internal const string TakesStackFilter = "flags != 1 && flags != 3 && flags != 5 && flags != 32";

    /// <summary>The waiter; an idle task is one a CPU, though all have the number 0.</summary>
    internal int Waiter => Thread == 0 ? -1 - Cpu : Thread;
}
