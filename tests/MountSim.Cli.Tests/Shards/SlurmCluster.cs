using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MountSim.Cli.Tests.Shards;

/// <summary>A real Slurm of one node: munged, slurmctld and slurmd on loopback only, with key, state and logs in a folder of its own, ended by process id.</summary>
internal sealed class SlurmCluster : IDisposable
{
    private const string Packages = "slurmctld slurmd slurm-client munge";
    private static readonly string[] Programs = ["/usr/sbin/munged", "/usr/sbin/mungekey", "/usr/sbin/slurmctld", "/usr/sbin/slurmd", "/usr/bin/sbatch"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), Poll = TimeSpan.FromMilliseconds(50);

    private readonly List<Process> daemons = [];
    private readonly CancellationToken cancellation;

    private SlurmCluster(CancellationToken cancellation) => this.cancellation = cancellation;

    private string Folder { get; } = Directory.CreateTempSubdirectory("mountsim-slurm-").FullName;

    private string Configuration => Path.Combine(Folder, "slurm.conf");

    /// <summary>Starts it, or skips the test with the remedy.</summary>
    public static async Task<SlurmCluster> StartAsync(CancellationToken cancellation)
    {
        foreach (var program in Programs) Assert.SkipUnless(File.Exists(program), $"NOT TESTED: {program} is not installed; remedy: apt-get install {Packages}");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "NOT TESTED: slurmd runs jobs as their user, for which it must be root");
        var cluster = new SlurmCluster(cancellation);
        try
        {
            await cluster.StartDaemonsAsync();
            return cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>Runs one of Slurm's commands.</summary>
    /// <returns>Its standard output.</returns>
    public async Task<string> RunAsync(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SLURM_CONF"] = Configuration;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        Assert.True(process.ExitCode == 0, $"{command} {string.Join(' ', arguments)}: {await error}");
        return output.Trim();
    }

    /// <summary>Waits until no task of a job is left.</summary>
    public Task FinishAsync(string job) =>
        UntilAsync($"job {job} to end", async () => (await RunAsync("squeue", "--noheader", "--job", job)).Length == 0);

    /// <summary>Waits for something that is polled; fails after a minute.</summary>
    public async Task UntilAsync(string what, Func<Task<bool>> holds)
    {
        for (var waited = TimeSpan.Zero; !await holds(); waited += Poll)
        {
            Assert.True(waited < Patience, $"waited for {what} in vain");
            await Task.Delay(Poll, cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The node first, and munged last, which the others need to end well.
        foreach (var daemon in Enumerable.Reverse(daemons))
        {
            using (daemon)
            {
                using (var stop = Process.Start("kill", ["-TERM", Text(daemon.Id)])) stop.WaitForExit();
                if (!daemon.WaitForExit(TimeSpan.FromSeconds(10))) daemon.Kill();
                daemon.WaitForExit();
            }
        }
        Directory.Delete(Folder, recursive: true);
    }

    private async Task StartDaemonsAsync()
    {
        var munge = Directory.CreateDirectory(In("munge")).FullName;
        Directory.CreateDirectory(In("state"));
        Directory.CreateDirectory(In("spool"));
        await File.WriteAllTextAsync(Configuration, Settings(), cancellation);
        await RunAsync("/usr/sbin/mungekey", "--create", $"--keyfile={munge}/key");
        Start("/usr/sbin/munged", "--foreground", "--force", $"--socket={munge}/socket", $"--key-file={munge}/key", $"--pid-file={munge}/pid", $"--log-file={munge}/log", $"--seed-file={munge}/seed");
        await UntilAsync("munged", () => Task.FromResult(File.Exists($"{munge}/socket")));
        Start("/usr/sbin/slurmctld", "-D", "-c", "-f", Configuration);
        Start("/usr/sbin/slurmd", "-D", "-c", "-f", Configuration);
        await UntilAsync("an idle node", async () => daemons.TrueForAll(daemon => !daemon.HasExited) && await IsIdleAsync());
    }

    private async Task<bool> IsIdleAsync()
    {
        var start = new ProcessStartInfo("sinfo", ["--noheader", "--format=%T"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SLURM_CONF"] = Configuration;
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return output.Trim() == "idle";
    }

    private void Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SLURM_CONF"] = Configuration;
        var daemon = Process.Start(start)!;
        daemon.OutputDataReceived += (_, _) => { };
        daemon.ErrorDataReceived += (_, _) => { };
        daemon.BeginOutputReadLine();
        daemon.BeginErrorReadLine();
        daemons.Add(daemon);
    }

    // No cgroups, no accounting, no plugin that wants more than a plain guest has; a scheduler that does not wait; nothing listens beyond loopback.
    private string Settings()
    {
        var (host, ports) = (Dns.GetHostName(), FreePorts(2));
        return $"""
            ClusterName=mountsim
            SlurmctldHost={host}(127.0.0.1)
            SlurmUser=root
            SlurmctldPort={ports[0]}
            SlurmdPort={ports[1]}
            CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
            AuthType=auth/munge
            AuthInfo=socket={In("munge/socket")}
            CredType=cred/munge
            StateSaveLocation={In("state")}
            SlurmdSpoolDir={In("spool")}
            SlurmctldPidFile={In("slurmctld.pid")}
            SlurmdPidFile={In("slurmd.pid")}
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            JobAcctGatherType=jobacct_gather/none
            AccountingStorageType=accounting_storage/none
            JobCompType=jobcomp/none
            MpiDefault=none
            SwitchType=switch/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            SchedulerType=sched/backfill
            SchedulerParameters=batch_sched_delay=0,sched_interval=1
            ReturnToService=2
            SlurmdParameters=config_overrides
            NodeName={host} NodeAddr=127.0.0.1 CPUs=4 RealMemory=2048 State=UNKNOWN
            PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP

            """;
    }

    private static List<string> FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.ConvertAll(listener => Text(((IPEndPoint)listener.LocalEndpoint).Port));
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string In(string name) => Path.Combine(Folder, name);
}
