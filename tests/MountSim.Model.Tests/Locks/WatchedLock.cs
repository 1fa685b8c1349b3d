using MountSim.Model.Kernels;
using MountSim.Model.Locks;

namespace MountSim.Model.Tests.Locks;

/// <summary>A lock and a count of who is inside.</summary>
public sealed class WatchedLock(SimLock simLock, LockVariety variety)
{
    private int _readers;
    private int _writers;

    public SimLock Lock => simLock;

    public bool MaySleep => simLock is SleepingLock;

    public int Inside => _readers + _writers;

    public long Acquisitions { get; private set; }

    public LockMode ModeOf(Section section) => !section.Read
        ? LockMode.Write
        : variety == LockVariety.SeqLock ? LockMode.Exclusive : simLock is RwSem ? LockMode.Read : LockMode.Write;

    public void Enter(LockMode mode)
    {
        Acquisitions++;
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
