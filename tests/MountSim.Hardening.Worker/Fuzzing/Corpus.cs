using MountSim.Cli;

namespace MountSim.Hardening.Fuzzing;

/// <summary>Valid inputs of every kind: the repository's own files, and what the tool writes of a small scenario.</summary>
internal sealed class Corpus
{
    private const int Lines = 60; // of a table, which makes a case cheap
    private static readonly string[] Tiny = ["--cores", "2", "--sockets", "1", "--containers", "2", "--replications", "2", "--runtime", "minimal-fd", "--systemd-scans", "0", "--agents", "0"];

    /// <summary>Reads and makes them.</summary>
    /// <param name="folder">A folder of its own.</param>
    public Corpus(string folder)
    {
        Kernels = Texts("models/kernels", "*.yaml");
        Machines = Texts("models/machines", "*.yaml");
        Runtimes = [.. Texts("models/runtimes", "*.yaml"), .. Texts("models/storms", "*.yaml")];
        Mitigations = Texts("models/mitigations", "*.yaml");
        Profiles = Texts("calibration", "*.json");
        Tables = [.. Texts("examples", "*.csv").Select(text => First(text, Lines)), "class;hosts;containers;systemd_scans\r\na;3;20;2,5\r\n", "containers,layers,runtime,scenario\n10,5,runc-1.5,one\n\"20\",7,crun-1.29,\"two, or so\"\n", "containers\tset\n1..4\tMD=2\n"];
        Designs = [.. Texts("results", "*.yaml"), "containers: 10..40:10\nkernel: [linux-6.12, linux-6.18]\nscenarios:\n  - scenario: one\n    layers: 5\n  - scenario: two\n    runtime: [runc-1.5, crun-1.29]\n    set: MD=2,4\n"];
        Traces = [.. new[] { "lock-trace.csv", "lock-ops.csv", "lock-ops-cpus.csv" }.Select(name => (name, First(File.ReadAllText(Path.Combine(Root, "tests/MountSim.Model.Tests/data/lab", name)), Lines)))];
        Results =
        [
            Written(folder, "predict", [.. Tiny]), Written(folder, "compare", ["--with", "smt=off", .. Tiny]), Written(folder, "sweep", [.. Tiny, "--layers", "2,3"]),
            Written(folder, "capacity", ["--slo", "start_p99_ms<=100", "--to", "3", .. Tiny]), Written(folder, "fleet", [Fleet(folder), .. Tiny]),
        ];
        var parts = Path.Combine(folder, "parts");
        foreach (var shard in new[] { "0/2", "1/2" }) Tool(["sweep", "run", "--shard", shard, "--out", parts, "--layers", "2,3,4", "--threads", "1", .. Tiny]);
        Parts = In(parts);
        var fleet = Path.Combine(folder, "fleet");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(fleet).FullName, FleetTableName), FleetTable);
        foreach (var shard in new[] { "0/2", "1/2" }) Tool(["fleet", Path.Combine(fleet, FleetTableName), "--shard", shard, "--out", fleet, "--threads", "1", .. Tiny]);
        FleetParts = In(fleet);
        var journal = Path.Combine(folder, "sweep.journal");
        Tool(["sweep", .. JournalSweep, "--journal", journal, "--output", Path.Combine(folder, "sweep.csv")]);
        Journal = File.ReadAllBytes(journal);
    }

    /// <summary>A fleet of two scenarios.</summary>
    public const string FleetTable = "class,hosts,layers\na,2,2\nb,3,4\n";

    /// <summary>Its name among its parts.</summary>
    public const string FleetTableName = "hosts.csv";

    /// <summary>The sweep that the journal is of.</summary>
    public static IReadOnlyList<string> JournalSweep { get; } = ["--layers", "2,3", "--threads", "1", .. Tiny];

    /// <summary>The repository.</summary>
    public static string Root { get; } = RootAbove(AppContext.BaseDirectory);

    /// <summary>A small scenario as options.</summary>
    public static IReadOnlyList<string> Small => Tiny;

    public IReadOnlyList<string> Kernels { get; }

    public IReadOnlyList<string> Machines { get; }

    public IReadOnlyList<string> Runtimes { get; }

    public IReadOnlyList<string> Mitigations { get; }

    public IReadOnlyList<string> Profiles { get; }

    /// <summary>Fleets and designs of sweeps as CSV.</summary>
    public IReadOnlyList<string> Tables { get; }

    /// <summary>Designs of sweeps as YAML.</summary>
    public IReadOnlyList<string> Designs { get; }

    /// <summary>A folder of lock traces.</summary>
    public IReadOnlyList<(string Name, string Text)> Traces { get; }

    /// <summary>JSON results.</summary>
    public IReadOnlyList<string> Results { get; }

    /// <summary>A folder of parts of a sweep.</summary>
    public IReadOnlyList<(string Name, string Text)> Parts { get; }

    /// <summary>A folder of parts of a fleet, and its table.</summary>
    public IReadOnlyList<(string Name, string Text)> FleetParts { get; }

    /// <summary>A sweep's journal.</summary>
    public byte[] Journal { get; }

    private static IReadOnlyList<string> Texts(string folder, string pattern) => [.. Directory.EnumerateFiles(Path.Combine(Root, folder), pattern).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private static IReadOnlyList<(string Name, string Text)> In(string folder) => [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllText(file)))];

    private static string First(string text, int lines) => string.Concat(text.Split('\n').Take(lines).Select(line => line + "\n"));

    private static string Fleet(string folder)
    {
        var file = Path.Combine(folder, "fleet.csv");
        File.WriteAllText(file, "class,hosts,note\na,2,x\n");
        return file;
    }

    private static string Written(string folder, string verb, string[] arguments)
    {
        var file = Path.Combine(folder, "result.json");
        Tool([.. verb.Split(' '), .. arguments, "--threads", "1", "--quiet", "--format", "json", "--output", file]);
        return File.ReadAllText(file);
    }

    private static void Tool(params string[] arguments)
    {
        using var error = new StringWriter();
        if (App.Run(arguments, new Session { Out = TextWriter.Null, Error = error }) is var exit and not (ExitCode.Done or ExitCode.AnsweredNo))
            throw new InvalidOperationException($"mountsim {string.Join(' ', arguments)} ended with {exit}: {error}");
    }

    private static string RootAbove(string folder) => File.Exists(Path.Combine(folder, "MountSim.sln")) ? folder : RootAbove(Path.GetDirectoryName(folder.TrimEnd('/'))!);
}
