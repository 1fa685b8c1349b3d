using MountSim.Experiments;
using MountSim.Experiments.Bursts;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>Real bursts for the terminal: the answer first, then beside the prediction, then where the time went and who waited for what.</summary>
public static class BurstTable
{
    private const double NsInMs = 1e6, NsInUs = 1e3;
    private const int Most = 12;

    /// <summary>Writes all sections.</summary>
    public static void Write(TextWriter writer, BurstReport report, TableSettings settings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(settings);
        using var lines = new TrimmedLines(writer);
        var console = TableConsole.Create(lines, settings);
        AnswerSection.Write(console, report.Summary);
        if (report.Prediction is { } prediction) WriteBeside(console, report.Summary, prediction.Summary);
        WriteLocks(console, report);
        WriteOperations(console, report);
        if (report.Notes.Count == 0) return;
        Section.Heading(console, "Notes");
        var notes = Section.Columns(1, "");
        foreach (var note in report.Notes) notes.AddRow(Section.Plain(note));
        console.Write(notes);
    }

    private static void WriteBeside(IAnsiConsole console, PredictionSummary measured, PredictionSummary predicted)
    {
        Section.Heading(console, $"Beside the prediction (profile {predicted.Profile}, {predicted.Kernel})");
        var table = Section.Columns(1, "", "measured", "predicted", "error");
        void Add(string name, Func<PredictionSummary, double> figure, Func<double, string> text) => table.AddRow(
            Section.Plain(name), Section.Plain(text(figure(measured))), Section.Plain(text(figure(predicted))), Section.Plain(Signed((figure(predicted) / figure(measured)) - 1)));
        Add("start p50", row => row.StartP50Ms, Quantity.Ms);
        Add("start p95", row => row.StartP95Ms, Quantity.Ms);
        Add("start p99", row => row.StartP99Ms, Quantity.Ms);
        Add("makespan", row => row.MakespanMs, Quantity.Ms);
        Add("containers a second", row => row.ContainersPerS, Quantity.Number);
        Add("CPU in the kernel", row => row.SysCpuMs, Quantity.Ms);
        console.Write(table);
    }

    private static void WriteLocks(IAnsiConsole console, BurstReport report)
    {
        var predicted = report.Prediction?.Locks.Where(row => row.TracedContended > 0).ToList() ?? [];
        if (report.Locks.Count == 0 && predicted.Count == 0) return;
        Section.Heading(console, "Locks waited for, as the kernel's contention events show it (an rwsem's optimistic spinning is not)");
        var table = Section.Columns(3, "", "lock", "mode", "waits", "together", "mean");
        foreach (var (who, row) in report.Locks.Take(Most).Select(row => ("measured", row)).Concat(predicted.OrderByDescending(row => row.TracedWaitMs).Take(Most).Select(row => ("predicted", row))))
        {
            table.AddRow(
                Section.Plain(who), Section.Plain(row.Lock), Section.Plain(row.Mode), Section.Plain(Quantity.ShortCount(row.TracedContended)), Section.Plain(Quantity.Ms(row.TracedWaitMs)),
                Section.Plain(Quantity.Ms(row.TracedWaitMs / row.TracedContended)));
        }
        console.Write(table);
    }

    private static void WriteOperations(IAnsiConsole console, BurstReport report)
    {
        var starts = report.StartTimesMs.Count;
        Section.Heading(console, $"Where a start's time goes (mean {Quantity.Ms(report.StartTimesMs.Average())}; each operation with what it waited for)");
        var table = Section.Columns(1, "", "a start", "calls", "each");
        foreach (var operation in report.Operations.Take(Most))
        {
            table.AddRow(
                Section.Plain(operation.Operation), Section.Plain(Quantity.Ms(operation.TotalNs / NsInMs / starts)), Section.Plain(Quantity.Number((double)operation.Count / starts)),
                Section.Plain(Quantity.Us(operation.TotalNs / NsInUs / operation.Count)));
        }
        console.Write(table);
    }

    private static string Signed(double error) => error >= 0 ? $"+{Quantity.Percent(error)}" : $"-{Quantity.Percent(-error)}";
}
