namespace MountSim.Model.Traces.Raw;

/// <summary>One event of a probe on a lock function, as ftrace prints it.</summary>
/// <param name="Task">The thread that ran.</param>
/// <param name="InInterrupt">True in a hard or soft interrupt, which is not the thread's own doing.</param>
/// <param name="At">The time-stamp counter: instructions since the start of the machine, over all CPUs.</param>
/// <param name="Function">The kernel function.</param>
/// <param name="Address">The lock's address; for a grace period whatever the function got.</param>
/// <param name="Sequence">What lies before a spinlock: the sequence, where it is a seqlock's; null where the probe does not read it.</param>
/// <param name="Place">file:line.</param>
internal sealed record RawEvent(int Task, bool InInterrupt, long At, string Function, ulong Address, uint? Sequence, string Place);
