using System.Buffers.Binary;

namespace MountSim.Calibration.Tests;

/// <summary>Builds a page as trace_pipe_raw hands it out.</summary>
internal sealed class RawPage
{
    private readonly List<byte> _data = [];
    private readonly ulong _time;

    internal RawPage(ulong time) => _time = time;

    /// <summary>An event of up to 112 bytes.</summary>
    internal RawPage Event(uint delta, params byte[] payload)
    {
        Word((uint)(payload.Length / 4) | (delta << 5));
        _data.AddRange(payload);
        return this;
    }

    /// <summary>An event with its length in a word of its own.</summary>
    internal RawPage LongEvent(uint delta, params byte[] payload)
    {
        Word(delta << 5);
        Word((uint)payload.Length + 4);
        _data.AddRange(payload);
        return this;
    }

    /// <summary>An event that was given up: padding with a length.</summary>
    internal RawPage Discarded(params byte[] payload)
    {
        Word(29 | (1 << 5));
        Word((uint)payload.Length + 4);
        _data.AddRange(payload);
        return this;
    }

    internal RawPage Extend(ulong delta)
    {
        Word(30 | ((uint)(delta & ((1 << 27) - 1)) << 5));
        Word((uint)(delta >> 27));
        return this;
    }

    internal RawPage Stamp(ulong time)
    {
        Word(31 | ((uint)(time & ((1 << 27) - 1)) << 5));
        Word((uint)(time >> 27));
        return this;
    }

    internal byte[] Bytes(long missed = 0)
    {
        var page = new byte[4096];
        BinaryPrimitives.WriteUInt64LittleEndian(page, _time);
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(8), (uint)_data.Count | (missed > 0 ? 0xC000_0000 : 0));
        _data.CopyTo(page, 16);
        if (missed > 0)
            BinaryPrimitives.WriteInt64LittleEndian(page.AsSpan(16 + _data.Count), missed);
        return page;
    }

    private void Word(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        _data.AddRange(bytes);
    }
}
