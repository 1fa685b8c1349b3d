namespace MountSim.Calibration.Holds;

/// <summary>One hold of a lock.</summary>
/// <param name="Lock">The lock's address.</param>
/// <param name="Reads">Held to read.</param>
/// <param name="Nanoseconds">From the entry of the function that takes it to the entry of the one that releases it.</param>
/// <param name="Inner">Probes that fired in between.</param>
internal readonly record struct LockHold(ulong Lock, bool Reads, double Nanoseconds, int Inner)
{
    /// <summary>The holds among the calls of one thread in the order of their times; a hold of which one end is missing is left out.</summary>
    internal static IEnumerable<LockHold> Of(IReadOnlyList<LockCall> calls)
    {
        var taken = new Dictionary<ulong, int>();
        for (var i = 0; i < calls.Count; i++)
        {
            var call = calls[i];
            if (call.Function.Takes)
                taken[call.Lock] = i;
            else if (taken.Remove(call.Lock, out var at))
                yield return new LockHold(call.Lock, calls[at].Function.Reads, call.Time - calls[at].Time, i - at - 1);
        }
    }
}
