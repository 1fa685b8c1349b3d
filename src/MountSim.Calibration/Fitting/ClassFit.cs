using System.Globalization;
using MountSim.Calibration.Profiles;
using MountSim.Model.Costs;
using MountSim.Model.Kernels;

namespace MountSim.Calibration.Fitting;

/// <summary>
/// Nanoseconds an instruction by class of work: measured times over the kernel model's counts. Classes are solved one after the other: what
/// the classes known so far explain of a probe's time is taken off first, so that an operation's parts add up to what was measured. Where
/// several probes speak for a class, the value is their geometric mean and the interval covers all of theirs: their disagreement is the
/// model's error, and larger than the clock's.
/// </summary>
public sealed class ClassFit
{
    private const double GuessLow = 0.5;
    private const double GuessHigh = 2;

    private const double PathComponents = 1; // the probes mount on a directory of their current directory

    // What a class was on the one host measured so far, over its family's own figure (calibration/zen4-guest-linux-6.18.json).
    private static readonly Dictionary<WorkClass, double> TypicalRatio = new()
    {
        [WorkClass.Walk] = 0.5, [WorkClass.Setup] = 1.9, [WorkClass.Clone] = 0.9,
        [WorkClass.Attach] = 2.8, [WorkClass.Teardown] = 1.0, [WorkClass.Mountinfo] = 1.1,
    };

    // Those with a slope of their own first; what is left of an operation last.
    private static readonly WorkClass[] Order =
        [WorkClass.Walk, WorkClass.Clone, WorkClass.Teardown, WorkClass.Mountinfo, WorkClass.Attach, WorkClass.Setup];

    private readonly InstructionCounter _counts;
    private readonly double _possibleCpus;
    private readonly double _guess;

    /// <summary>A fit against a kernel model.</summary>
    /// <param name="counts">The kernel model's counts.</param>
    /// <param name="possibleCpus">Possible CPUs of the host.</param>
    /// <param name="guess">The machine family's own nanoseconds an instruction, for classes that nothing speaks for.</param>
    public ClassFit(InstructionCounter counts, int possibleCpus, double guess)
    {
        _counts = counts;
        _possibleCpus = possibleCpus;
        _guess = guess;
    }

    /// <summary>One entry a class, in the classes' order.</summary>
    public IReadOnlyList<ClassCost> Fit(IReadOnlyList<MeasuredCost> costs, IReadOnlyList<MeasuredLaw> laws)
    {
        var known = new Dictionary<WorkClass, ClassCost>();
        foreach (var workClass in Order)
        {
            var evidence = EvidenceRule.All.Where(r => r.Class == workClass).SelectMany(r => Evidence(r, costs, laws, known)).ToList();
            known[workClass] = Combine(workClass, evidence);
        }

        return [.. known.Values.OrderBy(c => c.Class)];
    }

    /// <summary>Nanoseconds that the classes explain of an operation beyond an empty system call, grace periods left out.</summary>
    public double Explained(string operation, IReadOnlyList<ClassCost> classes, Variable? parameter = null, double value = 0)
    {
        var counts = Whole(operation, parameter, value);
        return classes.Sum(c => c.NsPerInstruction.Value * counts[(int)c.Class]);
    }

    /// <summary>Nanoseconds that the classes give an operation's holds of a lock; null where the kernel model has no such operation.</summary>
    public double? Held(string operation, string lockId, bool reads, IReadOnlyList<ClassCost> classes, Variable? parameter, double value)
    {
        if (!_counts.Has(operation))
            return null;
        var counts = _counts.Held(operation, Values(parameter, value), lockId, reads);
        return classes.Sum(c => c.NsPerInstruction.Value * counts[(int)c.Class]);
    }

    private ClassCost Combine(WorkClass workClass, IReadOnlyList<ClassEvidence> evidence)
    {
        var usable = evidence.Where(e => e.NsPerInstruction.Low > 0).ToList();
        if (usable.Count == 0)
            return new ClassCost(workClass, Rounded(new Interval(1, GuessLow, GuessHigh).Scale(_guess * TypicalRatio[workClass])), false, evidence);
        var value = Math.Exp(usable.Average(e => Math.Log(e.NsPerInstruction.Value)));
        var interval = BetweenRuns.AtLeast(new Interval(value, Math.Min(value, usable.Min(e => e.NsPerInstruction.Low)), Math.Max(value, usable.Max(e => e.NsPerInstruction.High))));
        return new ClassCost(workClass, Rounded(interval), true, evidence);
    }

    private IEnumerable<ClassEvidence> Evidence(
        EvidenceRule rule, IReadOnlyList<MeasuredCost> costs, IReadOnlyList<MeasuredLaw> laws, Dictionary<WorkClass, ClassCost> known)
    {
        var measured = costs.Where(c => c.Name == rule.Cost).OrderBy(c => c.Value).ToList();
        if (rule.Slope is { } variable)
        {
            var law = laws.FirstOrDefault(l => l.Name == rule.Cost);
            if (law is not null)
                yield return Entry($"{rule.Cost} per {law.Parameter}", Slope(rule.Operation, variable, measured), law.SlopeNs, known);
            yield break;
        }

        // With other CPUs busy, a bind is no longer a bind alone.
        foreach (var cost in measured.Where(c => c.Parameter != "busy_cpus" || c.Value == 0))
        {
            var label = rule.Parameter is null ? rule.Cost : string.Create(CultureInfo.InvariantCulture, $"{rule.Cost}@{cost.Parameter}={cost.Value}");
            yield return Entry(label, Whole(rule.Operation, rule.Parameter, cost.Value), cost.Expected, known);
        }
    }

    private static ClassEvidence Entry(string probe, double[] counts, Interval ns, Dictionary<WorkClass, ClassCost> known)
    {
        var explained = known.Values.Sum(c => c.NsPerInstruction.Value * counts[(int)c.Class]);
        var rest = counts.Sum() - known.Keys.Sum(c => counts[(int)c]);
        var left = new Interval(ns.Value - explained, ns.Low - explained, ns.High - explained);
        return new(probe, Math.Round(rest, 1), Rounded(left.Scale(1 / rest)));
    }

    private double[] Slope(string operation, Variable variable, IReadOnlyList<MeasuredCost> measured)
    {
        var (first, last) = (measured[0].Value, measured[^1].Value);
        var low = _counts.ByClass(operation, Values(variable, first));
        var high = _counts.ByClass(operation, Values(variable, last));
        return [.. high.Zip(low, (h, l) => (h - l) / (last - first))];
    }

    private double[] Whole(string operation, Variable? parameter, double value)
    {
        var counts = _counts.ByClass(operation, Values(parameter, value));
        counts[(int)WorkClass.Walk] -= InstructionCounter.EmptyCall;
        return counts;
    }

    private double[] Values(Variable? parameter, double value)
    {
        var values = new double[VariableNames.Count];
        values[(int)Variable.Cpus] = _possibleCpus;
        values[(int)Variable.Components] = PathComponents;
        values[(int)Variable.Tree] = 1;
        if (parameter is { } variable)
            values[(int)variable] = value;
        return values;
    }

    private static Interval Rounded(Interval i) => new(Math.Round(i.Value, 4), Math.Round(i.Low, 4), Math.Round(i.High, 4));
}
