using MountSim.Experiments;

namespace MountSim.Reporting.Csv;

/// <summary>One row a scenario, lock and mode: the contract of <c>--locks FILE</c>. Add columns at the end only.</summary>
public static class LocksCsv
{
    /// <summary>The columns.</summary>
    public static CsvTable<LockSummary> Table { get; } = new(
    [
        ("scenario", row => row.Scenario),
        ("lock", row => row.Lock),
        ("mode", row => row.Mode),
        ("acquisitions", row => row.Acquisitions),
        ("contended", row => row.Contended),
        ("wait_total_ms", row => row.WaitTotalMs),
        ("wait_mean_us", row => row.WaitMeanUs),
        ("wait_p99_us", row => row.WaitP99Us),
        ("hold_total_ms", row => row.HoldTotalMs),
        ("hold_mean_us", row => row.HoldMeanUs),
        ("utilization", row => row.Utilization),
        ("retries", row => row.Retries),
        ("transfers_same_l3", row => row.TransfersSameL3),
        ("transfers_same_socket", row => row.TransfersSameSocket),
        ("transfers_cross_socket", row => row.TransfersCrossSocket),
        ("traced_contended", row => row.TracedContended),
        ("traced_wait_ms", row => row.TracedWaitMs),
    ]);
}
