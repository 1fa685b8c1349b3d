using System.Security.Cryptography;

namespace MountSim.Cli.Tests.Determinism;

/// <summary>All that a few small questions write, in every form, and what this configuration's tool writes on one thread.</summary>
public sealed class Outputs : IDisposable
{
    private const string Small = "--cores 4 --sockets 1 --layers 2 --replications 2 --seed 5";

    private readonly string _root = Directory.CreateTempSubdirectory("mountsim-determinism-").FullName;
    private readonly Lazy<IReadOnlyList<string>> _expected;
    private readonly Lazy<string> _other;

    public Outputs()
    {
        _expected = new(() => Of(new Host(AppContext.BaseDirectory, Threads: 1)));
        _other = new(BuildOther);
    }

    /// <summary>A line a file: its name and what is in it.</summary>
    public IReadOnlyList<string> Expected => _expected.Value;

    /// <summary>The folder of the tool as the other configuration builds it.</summary>
    public string OtherConfiguration => _other.Value;

    private static string Configuration { get; } =
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    /// <summary>What a host's tool writes.</summary>
    public IReadOnlyList<string> Of(Host host)
    {
        var folder = Folder();
        File.WriteAllText(Path.Combine(folder, "hosts.csv"), "class,hosts,cores,sockets,containers\nedge,10,4,1,6\n");
        string[] questions =
        [
            $"predict --containers 8 {Small} --output predict.json --locks locks.csv --plot predict.svg",
            $"compare --containers 6 {Small} --with runtime=crun-1.29 --output compare.csv --plot compare.svg",
            $"capacity --slo start_p99_ms<=90 --to 12 {Small} --output capacity.json --plot capacity.svg",
            $"fleet hosts.csv --slo start_p99_ms<=60 --layers 2 --replications 2 --seed 5 --output fleet.csv --plot fleet.svg",
            $"{Sweep} --output sweep.csv --plot sweep.svg",
        ];
        foreach (var question in questions) Ask(host, folder, $"{question} --threads {host.Threads} --quiet");
        return [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}")];
    }

    /// <summary>The sweep in so many shards, merged; its CSV.</summary>
    public byte[] Sharded(int shards)
    {
        var (host, folder) = (new Host(AppContext.BaseDirectory, Threads: 2), Folder());
        for (var shard = 0; shard < shards; shard++) Ask(host, folder, $"{Sweep.Replace("sweep", "sweep run", StringComparison.Ordinal)} --shard {shard}/{shards} --out parts --quiet");
        Ask(host, folder, "sweep merge parts --output merged.csv --quiet");
        return File.ReadAllBytes(Path.Combine(folder, "merged.csv"));
    }

    /// <summary>The sweep's CSV from one process.</summary>
    public byte[] Whole()
    {
        var folder = Folder();
        Ask(new Host(AppContext.BaseDirectory, Threads: 2), folder, $"{Sweep} --output whole.csv --quiet");
        return File.ReadAllBytes(Path.Combine(folder, "whole.csv"));
    }

    /// <summary>True when the host's runtime starts at all: one with cultures needs libicu.</summary>
    public bool Starts(Host host) => host.Run(Folder(), ["--version"]).Exit == ExitCode.Done;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string Sweep => $"sweep --containers 3,5 --runtime runc-1.5,crun-1.29 {Small}";

    private static void Ask(Host host, string folder, string line)
    {
        var ran = host.Run(folder, line.Split(' '));
        Assert.True(ran.Exit is ExitCode.Done or ExitCode.AnsweredNo, $"mountsim {line}\nexit {ran.Exit}\n{ran.Error}");
    }

    // Folders of one name, so that no output can tell by it where it was made.
    private string Folder() => Directory.CreateDirectory(Path.Combine(_root, Path.GetRandomFileName(), "work")).FullName;

    private static string BuildOther()
    {
        var other = Configuration == "Debug" ? "Release" : "Debug";
        // The analyzers have seen it when this configuration was built.
        var built = Command.Run("dotnet", Repository.Root, environment: null, "build", "src/MountSim.Cli", "-c", other, "--no-restore", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false");
        Assert.True(built.Exit == 0, $"dotnet build -c {other}\n{built.Out}\n{built.Error}");
        return Path.Combine(Repository.Root, "src", "MountSim.Cli", "bin", other, "net10.0");
    }
}
