using MountSim.Experiments;

namespace MountSim.Reporting.Texts;

/// <summary>What a prediction says, part by part.</summary>
public static class PredictionTexts
{
    /// <summary>Rows of locks that a reader looks at.</summary>
    public const int MostLocks = 10;

    /// <summary>What was simulated, in one line.</summary>
    public static string Title(PredictionSummary summary) =>
        $"{summary.Scenario}: {Quantity.Count(summary.Containers)} containers, {Quantity.Count(summary.Concurrency)} at a time, with {summary.Runtime} on {summary.Kernel}; {summary.Machine}, "
        + $"{Counted(summary.Sockets, "socket")}, {Counted(summary.Cores, "core")}, {Counted(summary.Smt, "thread")} a core";

    /// <summary>How long starts take, how long the burst takes, how fast containers come: what, how much, and a remark (an empty one for none).</summary>
    public static IReadOnlyList<(string Label, string Value, string Remark)> Answer(PredictionSummary summary) =>
    [
        ("start p50", Quantity.Ms(summary.StartP50Ms), ""),
        ("start p95", Quantity.Ms(summary.StartP95Ms), ""),
        ("start p99", Quantity.Ms(summary.StartP99Ms), Interval(summary.StartP99CiLowMs, summary.StartP99CiHighMs)),
        ("start max", Quantity.Ms(summary.StartMaxMs), ""),
        ("makespan", Quantity.Ms(summary.MakespanMs), Interval(summary.MakespanCiLowMs, summary.MakespanCiHighMs)),
        ("containers a second", Quantity.Number(summary.ContainersPerS), ""),
        ("CPU in the kernel", Quantity.Ms(summary.SysCpuMs), double.IsNaN(summary.SpinCpuMs) ? "" : $"of which spinning {Quantity.Ms(summary.SpinCpuMs)}"),
    ];

    /// <summary>Where the mean start's time goes.</summary>
    public static TextTable Breakdown(IReadOnlyList<(string Label, double MeanMs)> breakdown)
    {
        var total = breakdown.Sum(part => part.MeanMs);
        return new TextTable(
            $"Where a start's time goes (mean {Quantity.Ms(total)})",
            1,
            ["", "mean", "share"],
            [.. breakdown.Select(part => (string[])[part.Label, Quantity.Ms(part.MeanMs), total > 0 ? Quantity.Percent(part.MeanMs / total) : "-"])]);
    }

    /// <summary>The locks that were waited for longest.</summary>
    public static TextTable Locks(IReadOnlyList<LockSummary> locks)
    {
        var shown = Math.Min(MostLocks, locks.Count);
        return new TextTable(
            shown < locks.Count ? $"Locks (the first {shown} of {locks.Count} rows; all of them with --locks FILE)" : "Locks",
            2,
            ["lock", "mode", "taken", "contended", "wait", "mean wait", "p99 wait", "held"],
            [.. locks.Take(shown).Select(Cells)]);
    }

    /// <summary>What the answer becomes at the bounds of what is not known well.</summary>
    /// <param name="rows">At least one.</param>
    public static TextTable Sensitivity(IReadOnlyList<SensitivityRow> rows) => new(
        $"Sensitivity (the first replication, makespan {Quantity.Ms(rows[0].MakespanAsDrawnMs)}, with one parameter at a bound)",
        1,
        ["parameter", "value", "low", "makespan", "high", "makespan"],
        [
            .. rows.Select(row => (string[])
            [
                row.Parameter,
                Quantity.Number(row.Value),
                Quantity.Number(row.Low),
                Quantity.Ms(row.MakespanAtLowMs),
                Quantity.Number(row.High),
                Quantity.Ms(row.MakespanAtHighMs),
            ]),
        ]);

    /// <summary>Every setting and where it came from, so that no default and no guess is silent.</summary>
    public static TextTable Settings(IReadOnlyList<Setting> settings) => new(
        "Settings", 3, ["setting", "value", "from"], [.. settings.Select(setting => (string[])[setting.Name, setting.Value, setting.Origin])]);

    /// <summary>What a reader must know, and what the numbers rest on.</summary>
    public static IReadOnlyList<string> Notes(PredictionReport report)
    {
        var summary = report.Summary;
        return
        [
            .. report.Notes,
            $"Replications {Quantity.Count(summary.Replications)}, seed {summary.Seed}, profile {summary.Profile}, mount operations {Quantity.Count(summary.MountOperations)}, simulated events {Quantity.Count(report.Events)}.",
        ];
    }

    private static string[] Cells(LockSummary row) =>
    [
        row.Lock,
        row.Mode,
        Quantity.ShortCount(row.Acquisitions),
        row.Acquisitions > 0 ? Quantity.Percent(row.Contended / row.Acquisitions) : "-",
        Quantity.Ms(row.WaitTotalMs),
        Quantity.Us(row.WaitMeanUs),
        Quantity.Us(row.WaitP99Us),
        Quantity.Percent(row.Utilization),
    ];

    private static string Interval(double low, double high) => $"95 % interval {Quantity.MsInterval(low, high)}";

    private static string Counted(int count, string unit) => count == 1 ? $"1 {unit}" : $"{Quantity.Count(count)} {unit}s";
}
