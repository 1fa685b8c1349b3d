using MountSim.Calibration.Probes;
using MountSim.Calibration.Profiles;
using MountSim.Model.Costs;

namespace MountSim.Calibration.Fitting;

/// <summary>
/// The grace period inside an umount: what the umount of a bind takes beyond its instructions, with no other CPU busy and with some.
/// </summary>
internal static class GraceFit
{
    private const int FewestBusyCpus = 2;
    private static readonly Interval GuessBase = new(15, 5, 60);
    private static readonly Interval GuessPerCpu = new(0.4, 0, 2);

    internal static GraceCost Fit(
        IReadOnlyList<MeasuredCost> costs, IReadOnlyList<MeasuredLaw> laws, ClassFit fit, IReadOnlyList<ClassCost> classes)
    {
        var plain = costs.Where(c => c.Name == BindProbe.Plain).OrderBy(c => c.Value).ToList();
        if (plain.Count == 0)
            return new GraceCost(GuessBase, GuessPerCpu, false, false, 0);
        var explained = fit.Explained("umount.plain", classes);
        var most = (int)plain[^1].Value;
        var slope = laws.FirstOrDefault(l => l.Name == BindProbe.Plain)?.SlopeNs ?? default;
        if (most >= FewestBusyCpus && slope.Low > 0)
            return new GraceCost(Microseconds(plain[0], explained), Microseconds(slope), true, true, most);

        // One other CPU does not make a slope: its part is a guess, and what is measured beside it holds all that it adds. Where idle vCPUs make the wait longer
        // than busy ones, both are kept.
        var slack = plain[0].Expected.Value > plain[^1].Expected.Value ? Microseconds(plain[0], explained) : (Interval?)null;
        return new GraceCost(Less(Microseconds(plain[^1], explained), GuessPerCpu.Value * most), GuessPerCpu, true, false, most, slack);
    }

    // Half of what the model explains may be wrong: the upper end takes only the other half off.
    private static Interval Microseconds(MeasuredCost value, double explained) => Microseconds(BetweenRuns.AtLeast(new Interval(
        value.Expected.Value - explained,
        value.Expected.Low - explained,
        value.Expected.High - (explained / 2))));

    private static Interval Less(Interval figure, double part) => new(Math.Max(0, figure.Value - part), Math.Max(0, figure.Low - part), Math.Max(0, figure.High - part));

    private static Interval Microseconds(Interval ns) => new(Micro(ns.Value), Micro(ns.Low), Micro(ns.High));

    private static double Micro(double ns) => Math.Max(0, Math.Round(ns / 1000, 3));
}
