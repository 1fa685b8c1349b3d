namespace MountSim.Experiments.Tests;

public class BottleneckTests
{
    [Fact]
    public void With_few_cores_it_is_the_cpu()
    {
        var report = (Small.Request with { Cores = 2 }).With(load => load with { Containers = 30 }).Predict();
        Assert.Equal("CPU", report.Summary.Bottleneck);
        Assert.StartsWith("No lock binds", report.Sentence, StringComparison.Ordinal);
        Assert.InRange(report.Summary.BottleneckUtilization, 0.9, 1);
    }

    [Fact]
    public void On_a_large_host_that_mounts_in_the_articles_way_it_is_namespace_sem()
    {
        var report = (Small.Request with { Cores = 192, Sockets = 2, Kernel = "article-mount2", Replications = 1 }).With(load => load with { Containers = 400 }).Predict();
        Assert.Equal("namespace_sem", report.Summary.Bottleneck);
        Assert.Contains("namespace_sem (tree of mounts of every namespace) binds", report.Sentence, StringComparison.Ordinal);
        Assert.InRange(report.Summary.BottleneckUtilization, 0.3, 1);
        Assert.True(report.Summary.BottleneckWaitMs > 0);
    }

    [Fact]
    public void It_is_pid_1_where_its_cgroups_take_longest()
    {
        var report = (Small.Request with { Cores = 192, Sockets = 2, Runtime = "runc-1.5", Replications = 1 }).With(load => load with { Containers = 150, SystemdCgroup = true }).Predict();
        Assert.Equal("systemd (PID 1)", report.Summary.Bottleneck);
        Assert.InRange(report.Summary.BottleneckUtilization, 0.3, 1);
        Assert.Contains("it is busy", report.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sentence_has_the_numbers_of_its_culture_free_form()
    {
        var bottleneck = new Bottleneck("namespace_sem", "tree", 0.5, 100, 0.75);
        Assert.Equal(
            "namespace_sem (tree) binds: the starts spend 75 % of their time waiting for it, it is held 50 % of the time, and the p99 start takes 1,234 ms.",
            bottleneck.Sentence(1234.4, 8));
    }
}
