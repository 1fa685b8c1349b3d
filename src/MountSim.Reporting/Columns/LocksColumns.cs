using MountSim.Experiments;

namespace MountSim.Reporting.Columns;

/// <summary>One row a scenario, lock and mode: the contract of <c>--locks FILE</c>. Add columns at the end only.</summary>
public static class LocksColumns
{
    /// <summary>The columns.</summary>
    public static ColumnList<LockSummary> All { get; } = new ColumnList<LockSummary>()
        .Text("scenario", row => row.Scenario)
        .Text("lock", row => row.Lock)
        .Text("mode", row => row.Mode)
        .Real("acquisitions", row => row.Acquisitions)
        .Real("contended", row => row.Contended)
        .Real("wait_total", "ms", row => row.WaitTotalMs)
        .Real("wait_mean", "us", row => row.WaitMeanUs)
        .Real("wait_p99", "us", row => row.WaitP99Us)
        .Real("hold_total", "ms", row => row.HoldTotalMs)
        .Real("hold_mean", "us", row => row.HoldMeanUs)
        .Share("utilization", row => row.Utilization)
        .Real("retries", row => row.Retries)
        .Real("transfers_same_l3", row => row.TransfersSameL3)
        .Real("transfers_same_socket", row => row.TransfersSameSocket)
        .Real("transfers_cross_socket", row => row.TransfersCrossSocket)
        .Real("traced_contended", row => row.TracedContended)
        .Real("traced_wait", "ms", row => row.TracedWaitMs);
}
