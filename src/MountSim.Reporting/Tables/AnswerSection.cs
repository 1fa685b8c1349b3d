using MountSim.Experiments;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>How long starts take, how long the burst takes, how fast containers come.</summary>
internal static class AnswerSection
{
    public static void WriteTitle(IAnsiConsole console, PredictionSummary summary)
    {
        console.Write(new Text(
            $"{summary.Scenario}: {Quantity.Count(summary.Containers)} containers, {Quantity.Count(summary.Concurrency)} at a time, with {summary.Runtime} on {summary.Kernel}; {summary.Machine}, "
            + $"{Counted(summary.Sockets, "socket")}, {Counted(summary.Cores, "core")}, {Counted(summary.Smt, "thread")} a core",
            Section.Bold));
        console.WriteLine();
        console.WriteLine();
    }

    public static void Write(IAnsiConsole console, PredictionSummary summary)
    {
        WriteTitle(console, summary);
        var table = Section.Columns(1, "", "", "").HideHeaders();
        Row(table, "start p50", summary.StartP50Ms);
        Row(table, "start p95", summary.StartP95Ms);
        Row(table, "start p99", summary.StartP99Ms, Interval(summary.StartP99CiLowMs, summary.StartP99CiHighMs));
        Row(table, "start max", summary.StartMaxMs);
        Row(table, "makespan", summary.MakespanMs, Interval(summary.MakespanCiLowMs, summary.MakespanCiHighMs));
        Row(table, "containers a second", Quantity.Number(summary.ContainersPerS));
        Row(table, "CPU in the kernel", summary.SysCpuMs, double.IsNaN(summary.SpinCpuMs) ? "" : $"of which spinning {Quantity.Ms(summary.SpinCpuMs)}");
        table.Columns[2].Alignment = Justify.Left;
        console.Write(table);
    }

    private static void Row(Table table, string label, double ms, string remark = "") => Row(table, label, Quantity.Ms(ms), remark);

    private static void Row(Table table, string label, string value, string remark = "") =>
        table.AddRow(Section.Plain(label), new Text(value, Section.Bold), Section.Plain(remark));

    private static string Interval(double low, double high) => $"95 % interval {Quantity.MsInterval(low, high)}";

    private static string Counted(int count, string unit) => count == 1 ? $"1 {unit}" : $"{Quantity.Count(count)} {unit}s";
}
