using MountSim.Model.Costs;

namespace MountSim.Calibration.Profiles;

/// <summary>
/// Holds two profiles of one host to their stated intervals. Two figures agree when they differ by no more than both errors together, as
/// independent errors add: the square root of the sum of squares of the half intervals that face each other.
/// </summary>
public static class ProfileAgreement
{
    /// <summary>What the simulator takes from a profile, compared: classes of work, the grace period, and what sleeping and waking costs.</summary>
    public static IReadOnlyList<AgreementRow> Compare(HostProfile first, HostProfile second) =>
    [
        .. first.Classes.Where(c => c.Measured).Join(
            second.Classes.Where(c => c.Measured), c => c.Class, c => c.Class,
            (a, b) => Row($"ns an instruction, {a.Class}", a.NsPerInstruction, b.NsPerInstruction)),
        .. first.Grace.Measured && second.Grace.Measured
            ? new[] { Row("grace period, us", first.Grace.BaseMicroseconds, second.Grace.BaseMicroseconds) }
            : [],
        .. Measured("grace periods back to back, us", first.Grace.BackToBackMicroseconds, second.Grace.BackToBackMicroseconds),
        .. Measured("thread of a grace period, CPU us", first.Grace.ThreadMicroseconds, second.Grace.ThreadMicroseconds),
        .. Measured("the same a caller of many, CPU us", first.Grace.ThreadPerCallerMicroseconds, second.Grace.ThreadPerCallerMicroseconds),
        .. Measured("switch of tasks, CPU us", first.Scheduling?.SwitchMicroseconds, second.Scheduling?.SwitchMicroseconds),
        .. Measured("freeing of a mount, CPU us", first.Scheduling?.FreeMountMicroseconds, second.Scheduling?.FreeMountMicroseconds),
        .. Measured("freeing of a superblock, CPU us", first.Scheduling?.FreeSuperblockMicroseconds, second.Scheduling?.FreeSuperblockMicroseconds),
        .. Measured("time slice, us", first.Scheduling?.SliceMicroseconds, second.Scheduling?.SliceMicroseconds),
        .. Measured("speed of a CPU among busy ones", first.Scheduling?.SpeedOfAll, second.Scheduling?.SpeedOfAll),
    ];

    /// <summary>True when two figures agree.</summary>
    public static bool Agree(Interval a, Interval b)
    {
        var (low, high) = a.Value <= b.Value ? (a, b) : (b, a);
        var (up, down) = (low.High - low.Value, high.Value - high.Low);
        return high.Value - low.Value <= Math.Sqrt((up * up) + (down * down));
    }

    private static IEnumerable<AgreementRow> Measured(string figure, Interval? first, Interval? second) => first is { } a && second is { } b ? [Row(figure, a, b)] : [];

    private static AgreementRow Row(string figure, Interval first, Interval second) => new(figure, first, second, Agree(first, second));
}
