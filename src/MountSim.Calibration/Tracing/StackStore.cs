namespace MountSim.Calibration.Tracing;

/// <summary>Call stacks, each kept once: a handle stands for the addresses, innermost first.</summary>
internal sealed class StackStore
{
    /// <summary>The handle of no stack.</summary>
    internal const int None = -1;

    private readonly Dictionary<ulong, int> _handles = [];
    private readonly List<ulong[]> _stacks = [];

    /// <summary>The handle of a stack.</summary>
    internal int Add(ReadOnlySpan<ulong> frames)
    {
        // FNV-1a over whole addresses: two of the few hundred stacks of a kernel do not meet in 64 bits.
        var hash = 14695981039346656037UL;
        foreach (var frame in frames)
            hash = (hash ^ frame) * 1099511628211UL;
        if (_handles.TryGetValue(hash, out var handle))
            return handle;
        _handles[hash] = _stacks.Count;
        _stacks.Add(frames.ToArray());
        return _stacks.Count - 1;
    }

    /// <summary>The addresses of a stack.</summary>
    internal IReadOnlyList<ulong> this[int handle] => _stacks[handle];
}
