using MountSim.Model.Bench;
using MountSim.Model.Kernels;
using MountSim.Model.Locks;

namespace MountSim.Model.Tests.Locks;

/// <summary>A lock and a count of who is inside.</summary>
public sealed class WatchedLock(SimLock simLock, LockVariety variety)
{
    private int _readers;
    private int _writers;
    private long _timedUntil;

    public SimLock Lock => simLock;

    public bool MaySleep => simLock is SleepingLock;

    public int Inside => _readers + _writers;

    public long Acquisitions { get; private set; }

    public LockMode ModeOf(Section section) => !section.Read
        ? LockMode.Write
        : variety == LockVariety.SeqLock ? LockMode.Exclusive : simLock is RwSem ? LockMode.Read : LockMode.Write;

    /// <summary>Somebody holds it from now to an instant, and nobody says when it ends.</summary>
    public void EnterFor(long now, long length)
    {
        Acquisitions++;
        Assert.Equal(0, Inside);
        Assert.True(now >= _timedUntil, $"a hold until {_timedUntil} ps is not over at {now} ps");
        _timedUntil = now + length;
    }

    public void Enter(LockMode mode, long now)
    {
        Acquisitions++;
        Assert.True(now >= _timedUntil, $"a hold until {_timedUntil} ps is not over at {now} ps");
        if (mode == LockMode.Read) _readers++;
        else _writers++;
        Assert.True(_writers == 0 || (_writers == 1 && _readers == 0), $"{_writers} writers and {_readers} readers are inside");
    }

    public void Leave(LockMode mode)
    {
        if (mode == LockMode.Read) _readers--;
        else _writers--;
    }
}
