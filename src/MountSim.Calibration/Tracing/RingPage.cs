using System.Buffers.Binary;

namespace MountSim.Calibration.Tracing;

/// <summary>
/// Walks the events of one sub-buffer as <c>trace_pipe_raw</c> hands it out: a time stamp, a length with the flag of missed events, then events
/// of a compressed header and a payload (kernel/trace/ring_buffer.c v6.18; include/linux/ring_buffer.h; tools/lib's kbuffer-parse.c reads the
/// same). Little-endian machines with 64-bit longs only, which is every machine we measure on.
/// </summary>
internal ref struct RingPage
{
    /// <summary>Bytes before the first event.</summary>
    internal const int HeaderBytes = 16;

    private const int LengthMask = (1 << 27) - 1;
    private const uint MissedEvents = 1u << 31;
    private const uint MissedCountStored = 1u << 30;
    private const int TypeBits = 5;
    private const int DeltaBits = 27;
    private const int Padding = 29;
    private const int TimeExtend = 30;
    private const int TimeStamp = 31;
    private const int AbsoluteBits = 59; // the top five of an absolute stamp are those of the stamp before
    private readonly ReadOnlySpan<byte> _page;
    private readonly int _end;
    private int _at;

    /// <summary>The events of <paramref name="page"/>.</summary>
    internal RingPage(ReadOnlySpan<byte> page)
    {
        _page = page;
        var commit = BinaryPrimitives.ReadUInt32LittleEndian(page[8..]);
        Time = BinaryPrimitives.ReadUInt64LittleEndian(page);
        _end = Math.Min(HeaderBytes + (int)(commit & LengthMask), page.Length);
        _at = HeaderBytes;
        if ((commit & MissedEvents) != 0)
            Missed = (commit & MissedCountStored) != 0 && _end + 8 <= page.Length ? BinaryPrimitives.ReadInt64LittleEndian(page[_end..]) : 1;
    }

    /// <summary>Events that were overwritten before this page; at least one where the kernel does not say how many.</summary>
    internal long Missed { get; }

    /// <summary>The current event's time, nanoseconds of the trace clock.</summary>
    internal ulong Time { get; private set; }

    /// <summary>The current event: its first two bytes are its type.</summary>
    internal ReadOnlySpan<byte> Event { get; private set; }

    /// <summary>Moves to the next event; false after the last.</summary>
    internal bool Next()
    {
        while (_at + 4 <= _end)
        {
            var header = Word();
            var type = (int)(header & ((1 << TypeBits) - 1));
            var delta = (ulong)(header >> TypeBits);
            switch (type)
            {
                case Padding:
                    if (delta == 0)
                        return false;
                    _at += (int)BinaryPrimitives.ReadUInt32LittleEndian(_page[_at..]);
                    break;
                case TimeExtend:
                    Time += delta + ((ulong)Word() << DeltaBits);
                    break;
                case TimeStamp:
                    Time = (Time >> AbsoluteBits << AbsoluteBits) | (delta + ((ulong)Word() << DeltaBits));
                    break;
                default:
                    return Take(type, delta);
            }
        }

        return false;
    }

    private bool Take(int type, ulong delta)
    {
        Time += delta;
        var length = type == 0 ? ((int)Word() - 4 + 3) & ~3 : type * 4;
        if (length < 0 || _at + length > _end)
            return false;
        Event = _page.Slice(_at, length);
        _at += length;
        return true;
    }

    private uint Word()
    {
        var word = BinaryPrimitives.ReadUInt32LittleEndian(_page[_at..]);
        _at += 4;
        return word;
    }
}
