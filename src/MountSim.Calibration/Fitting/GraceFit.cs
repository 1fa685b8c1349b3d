using MountSim.Calibration.Probes;
using MountSim.Calibration.Profiles;
using MountSim.Model.Costs;

namespace MountSim.Calibration.Fitting;

/// <summary>
/// The grace period inside an umount: what the umount of a bind takes beyond its instructions, with no other CPU busy and with some.
/// </summary>
internal static class GraceFit
{
    private static readonly Interval GuessBase = new(15, 5, 60);
    private static readonly Interval GuessPerCpu = new(0.4, 0, 2);

    internal static GraceCost Fit(
        IReadOnlyList<MeasuredCost> costs, IReadOnlyList<MeasuredLaw> laws, ClassFit fit, IReadOnlyList<ClassCost> classes)
    {
        var plain = costs.Where(c => c.Name == BindProbe.Plain).OrderBy(c => c.Value).ToList();
        if (plain.Count == 0)
            return new GraceCost(GuessBase, GuessPerCpu, false, 0);
        var explained = fit.Explained("umount.plain", classes);
        var idle = plain[0];
        var fixedPart = new Interval(idle.Median - explained, idle.Low - explained, idle.High - (explained / 2));
        var law = laws.FirstOrDefault(l => l.Name == BindProbe.Plain);
        return new GraceCost(
            Microseconds(fixedPart), law is null ? GuessPerCpu : Microseconds(law.SlopeNs), true, (int)plain[^1].Value);
    }

    private static Interval Microseconds(Interval ns) => new(Micro(ns.Value), Micro(ns.Low), Micro(ns.High));

    private static double Micro(double ns) => Math.Max(0, Math.Round(ns / 1000, 3));
}
