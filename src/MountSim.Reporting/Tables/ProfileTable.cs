using MountSim.Calibration.Profiles;
using MountSim.Model.Costs;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>A profile for the terminal: where it was taken, what things cost, what the simulator takes from it, and what is missing.</summary>
public static class ProfileTable
{
    private const double NsInUs = 1e3, MsInSecond = 1e3;

    /// <summary>Writes all sections.</summary>
    public static void Write(TextWriter writer, HostProfile profile, TableSettings settings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(settings);
        using var lines = new TrimmedLines(writer);
        var console = TableConsole.Create(lines, settings);
        WriteHost(console, profile);
        WriteCosts(console, profile.Costs);
        WriteLaws(console, profile.Laws);
        WriteClasses(console, profile);
        WriteChecks(console, profile);
        HoldsSection.Write(console, profile.Holds);
        CurvesSection.Write(console, profile.Curves);
        WriteSkipped(console, profile.Skipped);
    }

    private static void WriteHost(IAnsiConsole console, HostProfile profile)
    {
        var (host, method) = (profile.Host, profile.Method);
        console.Write(new Text($"{profile.Name}: {host.CpuName}, Linux {host.Kernel}, {host.UsableCpus} usable of {host.PossibleCpus} possible CPUs{(host.Virtualised ? ", in a guest" : "")}{(host.Preemption is { } preemption ? ", preempt=" + preemption : "")}", Section.Bold));
        console.WriteLine();
        console.Write(Section.Plain(
            $"{Quantity.Count(method.Rounds)} rounds in {Quantity.Ms(method.Seconds * MsInSecond)} as {method.Privilege} on CPU {method.Cpu}, seed {method.Seed}; widest interval {Quantity.Percent(method.WorstRelativeError)} where {Quantity.Percent(method.TargetRelativeError)} was asked; load average {Quantity.Number(host.LoadAverage)}"));
        console.WriteLine();
        foreach (var warning in profile.Interference?.Warnings ?? [])
        {
            console.Write(Section.Plain("Disturbed: " + warning));
            console.WriteLine();
        }
    }

    private static void WriteCosts(IAnsiConsole console, IReadOnlyList<MeasuredCost> costs)
    {
        Section.Heading(console, "Costs (mean over the rounds with its 95 % interval)");
        var table = Section.Columns(1, "cost", "mean", "low", "high", "median", "p95", "samples");
        foreach (var cost in costs)
        {
            table.AddRow(
                Section.Plain(cost.Parameter is null ? cost.Name : $"{cost.Name}, {cost.Parameter} {Quantity.Count(cost.Value)}"),
                Ns(cost.Expected.Value), Ns(cost.Expected.Low), Ns(cost.Expected.High), Ns(cost.Median), Ns(cost.P95), Section.Plain(Quantity.Count(cost.Samples)));
        }
        console.Write(table);
    }

    private static void WriteLaws(IAnsiConsole console, IReadOnlyList<MeasuredLaw> laws)
    {
        if (laws.Count == 0) return;
        Section.Heading(console, "Laws (base and what each further unit adds)");
        var table = Section.Columns(2, "cost", "unit", "base", "each", "worst residual");
        foreach (var law in laws)
            table.AddRow(Section.Plain(law.Name), Section.Plain(law.Parameter), Ns(law.BaseNs.Value), Ns(law.SlopeNs.Value), Section.Plain(Quantity.Percent(law.WorstResidual)));
        console.Write(table);
    }

    private static void WriteClasses(IAnsiConsole console, HostProfile profile)
    {
        Section.Heading(console, "What the simulator takes from it");
        var table = Section.Columns(1, "", "value", "low", "high", "");
        foreach (var work in profile.Classes)
        {
            var figure = work.NsPerInstruction;
            table.AddRow(Section.Plain($"ns an instruction, {work.Class}"), Number(figure.Value), Number(figure.Low), Number(figure.High), Origin(work.Measured));
        }
        var grace = profile.Grace;
        table.AddRow(Section.Plain("grace period, us"), Number(grace.BaseMicroseconds.Value), Number(grace.BaseMicroseconds.Low), Number(grace.BaseMicroseconds.High), Origin(grace.Measured));
        AddMeasured(table, "grace periods back to back, us", grace.BackToBackMicroseconds);
        AddMeasured(table, "thread of a grace period, CPU us", grace.ThreadMicroseconds);
        AddMeasured(table, "the same a caller of many, CPU us", grace.ThreadPerCallerMicroseconds);
        AddMeasured(table, "switch of tasks, CPU us", profile.Scheduling?.SwitchMicroseconds);
        AddMeasured(table, "freeing of a mount, CPU us", profile.Scheduling?.FreeMountMicroseconds);
        AddMeasured(table, "freeing of a superblock, CPU us", profile.Scheduling?.FreeSuperblockMicroseconds);
        AddMeasured(table, "time slice, us", profile.Scheduling?.SliceMicroseconds);
        AddMeasured(table, "speed of a CPU among busy ones", profile.Scheduling?.SpeedOfAll);
        table.AddRow(Section.Plain("a busy CPU more, us"), Number(grace.PerBusyCpuMicroseconds.Value), Number(grace.PerBusyCpuMicroseconds.Low), Number(grace.PerBusyCpuMicroseconds.High), Origin(grace.PerBusyCpuMeasured));
        console.Write(table);
    }

    private static void AddMeasured(Table table, string name, Interval? figure)
    {
        if (figure is { } known) table.AddRow(Section.Plain(name), Number(known.Value), Number(known.Low), Number(known.High), Origin(true));
    }

    private static void WriteChecks(IAnsiConsole console, HostProfile profile)
    {
        if (profile.Checks.Count == 0) return;
        Section.Heading(console, "How far to trust it: whole operations, put together from the classes");
        var table = Section.Columns(1, "cost", "measured", "predicted", "predicted / measured");
        foreach (var check in profile.Checks)
            table.AddRow(Section.Plain(check.Cost), Ns(check.MeasuredNs), Ns(check.PredictedNs), Number(check.PredictedNs / check.MeasuredNs));
        console.Write(table);
    }

    private static void WriteSkipped(IAnsiConsole console, IReadOnlyList<SkippedProbe> skipped)
    {
        if (skipped.Count == 0) return;
        Section.Heading(console, "Not measured");
        var table = Section.Columns(2, "cost", "why");
        foreach (var probe in skipped) table.AddRow(Section.Plain(probe.Probe), Section.Plain(probe.Reason));
        console.Write(table);
    }

    private static Text Ns(double ns) => Section.Plain(Quantity.Us(ns / NsInUs));

    private static Text Number(double value) => Section.Plain(Quantity.Number(value));

    private static Text Origin(bool measured) => Section.Plain(measured ? "measured" : "guess");
}
