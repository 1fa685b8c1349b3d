namespace MountSim.Experiments.Tests;

public class LockTableTests
{
    private static readonly PredictionReport Report =
        (Small.Request with { Kernel = "article-mount2" }).With(load => load with { Agents = 0, SystemdScansPerSecond = 0 }).Predict();

    [Fact]
    public void A_row_a_lock_and_mode_that_was_used_the_longest_wait_first()
    {
        Assert.Equal(Report.Locks.OrderByDescending(row => row.WaitTotalMs).Select(row => row.Lock), Report.Locks.Select(row => row.Lock));
        Assert.Equal(Report.Locks.Count, Report.Locks.Select(row => (row.Lock, row.Mode)).Distinct().Count());
        Assert.All(Report.Locks, row => Assert.True(row.Acquisitions > 0));
    }

    [Fact]
    public void Counts_are_means_over_replications()
    {
        var row = Assert.Single(Report.Locks, row => row is { Lock: "namespace_sem", Mode: "write" });
        Assert.Equal(12 * 10, row.Acquisitions);
        Assert.Equal(row.HoldTotalMs * 1000 / row.Acquisitions, row.HoldMeanUs, 1e-9);
        Assert.Equal(row.WaitTotalMs * 1000 / row.Acquisitions, row.WaitMeanUs, 1e-9);
        Assert.InRange(row.Utilization, 0, 1);
        Assert.InRange(row.Contended, 0, row.Acquisitions);
    }

    [Fact]
    public void Lockless_walks_of_a_seqlock_have_a_row_of_their_own() =>
        Assert.Single(Report.Locks, row => row is { Lock: "mount_lock", Mode: "walk" });

    [Fact]
    public void A_what_if_names_the_mount_id_lock_as_the_article_does() => Assert.Contains(Report.Locks, row => row.Lock == "mnt_id_lock");
}
