using System.Text.RegularExpressions;
using MountSim.Calibration.Estimators;
using MountSim.Calibration.Fitting;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Probes;
using MountSim.Calibration.Profiles;
using MountSim.Calibration.Worker;
using MountSim.Model.Costs;
using MountSim.Model.Kernels;

namespace MountSim.Calibration;

/// <summary>Makes a profile of what was measured.</summary>
internal static partial class ProfileBuilder
{
    internal static HostProfile Build(CalibrationOptions options, HostDescription host, string privilege, Measurement measurement)
    {
        var random = new Random(options.Seed);
        var timer = Raw(measurement, TimerProbe.Cost, 0);
        var syscall = Raw(measurement, SyscallProbe.Cost, timer);
        var cleaned = measurement.Blocks
            .Where(b => b.Value.Count > 0)
            .Select(b => (Definition: b.Key, Blocks: CostEstimator.Clean(b.Key, b.Value, b.Key.Name == TimerProbe.Cost ? 0 : timer, syscall, out var cold), Cold: cold))
            .ToList();
        IReadOnlyList<MeasuredCost> costs = [.. cleaned.Select(c => CostEstimator.Estimate(c.Definition, c.Blocks, c.Cold, random))];
        IReadOnlyList<MeasuredLaw> laws =
        [
            .. cleaned.Where(c => c.Definition.Parameter is not null).GroupBy(c => (c.Definition.Name, c.Definition.Parameter)).Where(g => g.Count() > 1)
                .Select(g => LawFit.Fit(g.Key.Name, g.Key.Parameter!, [.. g.Select(c => (c.Definition.Value, c.Blocks))], random)),
        ];
        var family = CpuFamily.Of(host.CpuVendor, host.CpuFamily, host.CpuModel);
        var kernel = options.KernelModel ?? NearestKernel.Of(host.Kernel);
        var model = KernelCatalog.Load(kernel);
        var fit = new ClassFit(new InstructionCounter(model), host.PossibleCpus, family.NsPerInstruction);
        var classes = fit.Fit(costs, laws);
        var probeNs = HoldFit.ProbeCost(measurement.Holds);
        double? Held(CostDefinition cost, string id, bool reads) =>
            CostOperation.All.FirstOrDefault(o => o.Cost == cost.Name) is { } pair && fit.Held(pair.Operation, id, reads, classes, pair.Parameter, cost.Value) is { } ns
                ? Math.Round(ns, 1)
                : null;
        var curves = CurveFit.Curves(measurement.Curves, random);
        return new HostProfile
        {
            Name = options.Name ?? $"{family.Name}-{(host.Virtualised ? "guest" : "host")}-linux-{Version().Match(host.Kernel).Value}",
            Host = host,
            Method = Method(options, privilege, measurement, costs, timer, syscall, kernel) with
            {
                Probe = measurement.Report!.Level,
                Observer = Observer(measurement, probeNs, random),
            },
            Baseline = new MachineBaseline(family.Name, family.NsPerInstruction),
            Classes = classes,
            Grace = SchedulingFit.Grace(GraceFit.Fit(costs, laws, fit, classes), measurement.Scheduling, timer + syscall + fit.Explained("umount.plain", classes), random),
            Scheduling = SchedulingFit.Cost(measurement.Scheduling, random),
            SpreadCv = Spread(costs),
            Guesses = ProfileGuesses.Default,
            Holds = [.. HoldFit.Holds(measurement.Holds, probeNs, model, Held, random), .. SaturationHolds.Of(curves, host.UsableCpus)],
            Curves = curves,
            Interference = InterferenceReport.Of(measurement.Disturbance!, host.OnlineCpus, measurement.Blocks),
            Checks = ModelChecks.All(fit, costs, classes),
            Laws = laws,
            Costs = costs,
            Skipped = [.. measurement.Skipped],
        };
    }

    private static CalibrationMethod Method(
        CalibrationOptions options, string privilege, Measurement measurement, IReadOnlyList<MeasuredCost> costs, double timer, double syscall, string kernel) => new()
        {
            Privilege = privilege,
            Cpu = measurement.Cpu,
            Seed = options.Seed,
            Rounds = measurement.Rounds,
            TargetRelativeError = options.TargetRelativeError,
            WorstRelativeError = Math.Round(costs.Where(c => c.Expected.Value > 0).Max(c => (c.Expected.High - c.Expected.Low) / 2 / c.Expected.Value), 4),
            Seconds = Math.Round(measurement.Seconds, 1),
            TimerNs = Math.Round(timer, 2),
            SyscallNs = Math.Round(syscall, 2),
            KernelModel = kernel,
        };

    private static ObserverCost Observer(Measurement measurement, Interval probeNs, Random random) => new(
        measurement.Report!.Level == ProbeLevel.Kprobe ? new Interval(Math.Round(probeNs.Value, 1), Math.Round(probeNs.Low, 1), Math.Round(probeNs.High, 1)) : null,
        measurement.Report.StackNs is { } stack ? Math.Round(stack) : null,
        CurveFit.TracedThroughput(measurement.Curves, random),
        measurement.Curves.Sum(c => c.Lost));

    private static double Raw(Measurement measurement, string cost, double timer)
    {
        var (definition, blocks) = measurement.Blocks.First(b => b.Key.Name == cost);
        return Quantiles.Median([.. blocks.SelectMany(b => b)]) is var median ? (median - timer) / definition.Batch : 0;
    }

    // Grace periods sleep; their spread is another's.
    private static double Spread(IReadOnlyList<MeasuredCost> costs)
    {
        double[] spreads =
        [
            .. costs.Where(c => c.Median > 0 && !c.Name.StartsWith("umount", StringComparison.Ordinal) && c.Name.Contains("mount", StringComparison.Ordinal))
                .Select(c => Quantiles.MadToSigma * c.Mad / c.Median),
        ];
        return spreads.Length > 0 ? Math.Round(Quantiles.Median(spreads), 4) : 0.1;
    }

    [GeneratedRegex(@"^\d+\.\d+")]
    private static partial Regex Version();
}
