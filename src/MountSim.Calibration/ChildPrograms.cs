using MountSim.Calibration.Bursts;
using MountSim.Calibration.Guarding;
using MountSim.Calibration.Watching;
using MountSim.Calibration.Worker;

namespace MountSim.Calibration;

/// <summary>
/// The programs that this one becomes when it starts itself as a child. Any program that measures must hand its arguments to
/// <see cref="Run"/> before it does anything else.
/// </summary>
public static class ChildPrograms
{
    /// <summary>Runs the child that the first argument names.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <returns>The child's exit code; null when the arguments are not for a child.</returns>
    public static int? Run(string[] args) => args.FirstOrDefault() switch
    {
        CalibrationWorker.Verb => CalibrationWorker.Run(args),
        BurstWorker.Verb => BurstWorker.Run(),
        HoldWorker.Verb => HoldWorker.Run(),
        GuardProgram.Verb => GuardProgram.Run(args),
        _ => null,
    };
}
