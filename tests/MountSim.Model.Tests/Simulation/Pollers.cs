using MountSim.Model.Kernels;
using MountSim.Model.Simulation;

namespace MountSim.Model.Tests.Simulation;

/// <summary>Who reads the mount table, and what that does to the starts (design, "Where a simulator of this goes wrong", 3).</summary>
public class Pollers
{
    // 200 lines of 69 bytes are four pages, or fourteen buffers of stdio, and one more read finds the end.
    private const int HostMounts = 200;
    private const int ReadsOfAnAgent = 5, ReadsOfAScan = 15;

    private const string BindsForASecond = """
          - repeat: 50
            actor: test
            source: none
            steps:
            - {cpu: 20000}
            - {op: mount.bind, in: host}
            - {op: umount.detach, in: host}
        """;

    private const string ASecondOfWork = "  - {cpu: 990000, actor: test, source: none}";

    [Fact]
    public void An_agent_reads_the_table_a_page_at_a_time_under_namespace_sem()
    {
        var result = Run(Storms.Quiet(1) with { Agents = 1, AgentReadsPerSecond = 1 }, ASecondOfWork);
        Assert.Equal(ReadsOfAnAgent, result.NamespaceSem(LockMode.Read).Acquisitions);
    }

    [Fact]
    public void Systemd_scans_a_table_that_changes_five_times_a_second_at_most_by_stdios_buffer()
    {
        var result = Run(Storms.Quiet(1) with { SystemdScansPerSecond = 5 }, BindsForASecond);
        var seconds = result.MakespanPs / 1e12;
        Assert.InRange((double)result.NamespaceSem(LockMode.Read).Acquisitions / ReadsOfAScan, (5 * seconds) - 1, (5 * seconds) + 1);
    }

    [Fact]
    public void Systemd_does_not_scan_a_table_that_does_not_change()
    {
        var result = Run(Storms.Quiet(1) with { SystemdScansPerSecond = 5 }, ASecondOfWork);
        Assert.Equal(0, result.NamespaceSem(LockMode.Read).Acquisitions);
    }

    [Fact]
    public void Readers_of_the_table_make_starts_wait()
    {
        var host = Storms.Quiet(20) with { HostMounts = 3000 };
        var alone = Storms.Of(host, Storms.Machine(32), runtime: "containerd-runc").Run();
        var read = Storms.Of(host with { Agents = 8, AgentReadsPerSecond = 50 }, Storms.Machine(32), runtime: "containerd-runc").Run();
        Assert.True(read.WaitFor("namespace_sem") > alone.WaitFor("namespace_sem"));
    }

    [Fact]
    public void Starts_wait_in_the_queue_of_pid_1_only_when_it_makes_their_cgroups()
    {
        Assert.Equal(0, Cgroups(systemd: false, hostMounts: 60).WaitForPid1());
        Assert.True(Cgroups(systemd: true, hostMounts: 60).WaitForPid1() > 0);
    }

    [Fact]
    public void A_longer_table_keeps_pid_1_parsing_and_the_starts_waiting() =>
        Assert.True(Cgroups(systemd: true, hostMounts: 3000).WaitForPid1() > 1.5 * Cgroups(systemd: true, hostMounts: 60).WaitForPid1());

    [Fact]
    public void Pid_1_makes_cgroups_on_a_host_where_it_never_scans()
    {
        var host = Storms.Quiet(4) with { SystemdCgroup = true };
        Assert.True(Storms.Of(host, runtime: "runc-1.5").Run().WaitForPid1() > 4 * Storms.Millisecond);
    }

    private static StormResult Run(Workloads.Workload workload, string steps) =>
        (Storms.Of(workload with { HostMounts = HostMounts }) with { Runtime = Storms.Runtime(steps) }).Run();

    private static StormResult Cgroups(bool systemd, int hostMounts)
    {
        var host = Storms.Quiet(20) with { SystemdCgroup = systemd, SystemdScansPerSecond = 5, HostMounts = hostMounts };
        return Storms.Of(host, Storms.Machine(32), runtime: "containerd-runc").Run();
    }
}
