using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace MountSim.Calibration.Tracing;

/// <summary>Turns raw pages into events, and gives each beginning the stack that follows it on its CPU.</summary>
internal sealed class ContentionDecoder
{
    private readonly EventFormat _begin;
    private readonly EventFormat _end;
    private readonly EventFormat _stack;
    private readonly bool _spinStacks;
    private readonly int _pid;
    private readonly int _beginLock;
    private readonly int _beginFlags;
    private readonly int _endLock;
    private readonly int _stackSize;
    private readonly int _stackFrames;
    private readonly List<ContentionEvent> _events = [];

    // An interrupt's own wait may lie between a beginning and its stack: the stack belongs to the last beginning that has none.
    private readonly Dictionary<int, Stack<int>> _open = [];

    internal ContentionDecoder(EventFormat begin, EventFormat end, EventFormat stack, bool spinStacks)
    {
        (_begin, _end, _stack, _spinStacks) = (begin, end, stack, spinStacks);
        _pid = begin.Offset("common_pid");
        _beginLock = begin.Offset("lock_addr");
        _beginFlags = begin.Offset("flags");
        _endLock = end.Offset("lock_addr");
        _stackSize = stack.Offset("size");
        _stackFrames = stack.Offset("caller");
    }

    /// <summary>The events so far, by CPU in the order of their times.</summary>
    internal IReadOnlyList<ContentionEvent> Events => _events;

    /// <summary>The stacks that the events name.</summary>
    internal StackStore Stacks { get; } = new();

    /// <summary>Nanoseconds between a beginning and the record of its stack, one a stack: what taking it cost.</summary>
    internal List<double> StackNanoseconds { get; } = [];

    /// <summary>Adds the events of a page.</summary>
    internal void Add(int cpu, ReadOnlySpan<byte> page)
    {
        var ring = new RingPage(page);
        while (ring.Next())
        {
            var data = ring.Event;
            int type = BinaryPrimitives.ReadUInt16LittleEndian(data);
            var thread = BinaryPrimitives.ReadInt32LittleEndian(data[_pid..]);
            if (type == _begin.Id)
                Begin(cpu, new ContentionEvent(ring.Time, Address(data[_beginLock..]), thread, cpu, Flags(data)));
            else if (type == _end.Id)
                _events.Add(new ContentionEvent(ring.Time, Address(data[_endLock..]), thread, cpu, ContentionFlags.End));
            else if (type == _stack.Id)
                AddStack(cpu, ring.Time, data);
        }
    }

    private static ulong Address(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadUInt64LittleEndian(data);

    private ContentionFlags Flags(ReadOnlySpan<byte> data) => (ContentionFlags)BinaryPrimitives.ReadInt32LittleEndian(data[_beginFlags..]);

    private void Begin(int cpu, ContentionEvent begin)
    {
        if (_spinStacks || begin.TakesStack)
        {
            ref var open = ref CollectionsMarshal.GetValueRefOrAddDefault(_open, cpu, out _);
            (open ??= []).Push(_events.Count);
        }

        _events.Add(begin);
    }

    private void AddStack(int cpu, ulong time, ReadOnlySpan<byte> data)
    {
        var thread = BinaryPrimitives.ReadInt32LittleEndian(data[_pid..]);
        if (!_open.TryGetValue(cpu, out var open))
            return;
        while (open.TryPop(out var index))
        {
            var begin = _events[index];
            if (begin.Thread != thread)
                continue;
            var frames = Math.Min(BinaryPrimitives.ReadInt32LittleEndian(data[_stackSize..]), (data.Length - _stackFrames) / sizeof(ulong));
            _events[index] = begin with { Stack = Stacks.Add(MemoryMarshal.Cast<byte, ulong>(data.Slice(_stackFrames, frames * sizeof(ulong)))) };
            StackNanoseconds.Add(time - begin.Time);
            return;
        }
    }
}
