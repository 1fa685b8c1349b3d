using System.Runtime.CompilerServices;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts;

/// <summary>Burns CPU time in user code: a loop without memory accesses, measured once.</summary>
internal sealed class Spinner
{
    private const int MeasuredTurns = 2_000_000;
    private readonly double _turnsPerNs;
    private ulong _state = 1;

    /// <summary>Measures the loop on the calling thread.</summary>
    internal Spinner()
    {
        Turn(MeasuredTurns);
        var begin = ThreadClock.CpuNanoseconds();
        Turn(MeasuredTurns);
        _turnsPerNs = MeasuredTurns / (double)Math.Max(1, ThreadClock.CpuNanoseconds() - begin);
    }

    /// <summary>A spinner of the same speed with a state of its own.</summary>
    internal Spinner(Spinner measured) => _turnsPerNs = measured._turnsPerNs;

    /// <summary>Spins for about a time.</summary>
    internal void Spin(double nanoseconds) => Turn(Math.Max(1, (int)(nanoseconds * _turnsPerNs)));

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Turn(int turns)
    {
        var state = _state;
        for (var i = 0; i < turns; i++)
            state = (state * 6364136223846793005UL) + 1442695040888963407UL; // Knuth's linear congruence: each turn needs the last
        _state = state;
    }
}
