using MountSim.Engine;
using MountSim.Model.Kernels;
using MountSim.Model.Locks;
using MountSim.Model.Simulation;

namespace MountSim.Benchmarks;

/// <summary>Sleeps for a random time, takes a lock, holds it, gives it back, and so on.</summary>
internal sealed class TurnTask(Scheduler scheduler, int number, SimLock simLock, long meanSleepPs, long holdPs) : SimTask(scheduler, number)
{
    private readonly RandomStream _random = new(1, "sleeps", number);
    private int _step;

    protected override void Continue()
    {
        switch (_step++)
        {
            case 0:
                SleepFor((long)_random.NextExponential(meanSleepPs));
                break;
            case 1:
                if (simLock.Acquire(this, LockMode.Write, 1) is var cost and >= 0) Busy(cost);
                break;
            case 2:
                Busy(holdPs);
                break;
            default:
                _step = 0;
                Busy(simLock.Release(this, LockMode.Write, 1));
                break;
        }
    }
}
