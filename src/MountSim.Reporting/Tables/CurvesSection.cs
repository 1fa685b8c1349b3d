using MountSim.Calibration.Profiles;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>Throughput and latency by the number of workers, and what they waited for.</summary>
internal static class CurvesSection
{
    private const double NsInUs = 1e3;

    public static void Write(IAnsiConsole console, IReadOnlyList<ContentionCurve> curves)
    {
        if (curves.Count == 0) return;
        Section.Heading(console, "Workers at once, each in a mount namespace of its own");
        var table = Section.Columns(1, "operation", "workers", "a second", "low", "high", "p50", "p95", "waits most for", "wait each");
        foreach (var curve in curves)
        {
            foreach (var point in curve.Points)
            {
                var wait = point.Waits.Count > 0 ? point.Waits[0] : null;
                table.AddRow(
                    Section.Plain(curve.Operation), Section.Plain(Quantity.Count(point.Workers)),
                    Rate(point.PerSecond.Value), Rate(point.PerSecond.Low), Rate(point.PerSecond.High),
                    Ns(point.LatencyP50Ns), Ns(point.LatencyP95Ns),
                    Section.Plain(wait?.Lock ?? ""), wait is null ? Section.Plain("") : Ns(wait.WaitNsPerOperation));
            }
        }
        console.Write(table);
    }

    private static Text Rate(double perSecond) => Section.Plain(Quantity.Count((long)Math.Round(perSecond)));

    private static Text Ns(double ns) => Section.Plain(Quantity.Us(ns / NsInUs));
}
