using System.Diagnostics;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Tracing;

/// <summary>One recording: a thread that empties the buffers from time to time.</summary>
internal sealed class ContentionRecording : IDisposable
{
    private readonly CpuBuffers _buffers;
    private readonly TimeSpan _interval;
    private readonly ManualResetEventSlim _end = new(false, spinCount: 0);
    private readonly Thread _reader;
    private readonly Stopwatch _clock = new();
    private readonly long _lostBefore;
    private Exception? _failure;

    internal ContentionRecording(CpuBuffers buffers, ContentionDecoder decoder, TimeSpan interval)
    {
        _buffers = buffers;
        _interval = interval;
        Decoder = decoder;
        _lostBefore = buffers.Lost();
        _reader = new Thread(ReadOn) { IsBackground = true, Name = "reader of trace buffers" };
    }

    internal ContentionDecoder Decoder { get; }

    /// <summary>Wall time of the recording.</summary>
    internal double Seconds => _clock.Elapsed.TotalSeconds;

    /// <summary>CPU time of the reader, seconds.</summary>
    internal double ReaderSeconds { get; private set; }

    /// <summary>Events lost.</summary>
    internal long Lost { get; private set; }

    internal void Begin()
    {
        _clock.Start();
        _reader.Start();
    }

    /// <summary>Empties the buffers a last time; the tracer is off by now.</summary>
    internal void End()
    {
        _clock.Stop();
        _end.Set();
        _reader.Join();
        Lost = _buffers.Lost() - _lostBefore;
        if (_failure is not null)
            throw new CalibrationException($"reading the trace failed: {_failure.Message}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Set();
        _reader.Join();
        _end.Dispose();
    }

    private void ReadOn()
    {
        try
        {
            while (!_end.Wait(_interval))
                _buffers.Drain(Decoder.Add);
            _buffers.Drain(Decoder.Add);
        }
        catch (Exception e)
        {
            _failure = e;
        }

        ReaderSeconds = ThreadClock.CpuSeconds();
    }
}
