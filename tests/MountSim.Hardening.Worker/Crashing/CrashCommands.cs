namespace MountSim.Hardening.Crashing;

/// <summary>Every command that writes, with a scenario so small that most of a run is the program's own start and end.</summary>
internal static class CrashCommands
{
    private static readonly string[] Tiny = ["--cores", "2", "--sockets", "1", "--containers", "2", "--replications", "2", "--runtime", "minimal-fd", "--systemd-scans", "0", "--agents", "0", "--threads", "1"];
    private static readonly string[] Shards = ["--layers", "2,3,4", .. Tiny];

    /// <summary>All of them. Files named <c>in...</c> are there before.</summary>
    public static IReadOnlyList<CrashCommand> All { get; } =
    [
        new("predict", ["predict", .. Tiny, "--format", "json", "--output", "out.json", "--locks", "locks.csv", "--plot", "plot.svg", "--trace", "trace.json"], ["out.json", "locks.csv", "plot.svg", "trace.json"])
        {
            ToStandardOutput = ["predict", .. Tiny, "--format", "json"],
        },
        new("compare", ["compare", .. Tiny, "--with", "layers=3,4", "--output", "out.xlsx", "--plot", "plot.svg"], ["out.xlsx", "plot.svg"]) { ToStandardOutput = ["compare", .. Tiny, "--with", "layers=3,4", "--format", "json"] },
        new("capacity", ["capacity", .. Tiny, "--slo", "start_p99_ms<=100", "--to", "3", "--output", "out.csv", "--plot", "plot.png"], ["out.csv", "plot.png"])
        {
            ToStandardOutput = ["capacity", .. Tiny, "--slo", "start_p99_ms<=100", "--to", "3"],
        },
        new("fleet", ["fleet", "in.csv", .. Tiny, "--output", "out.csv", "--plot", "plot.svg"], ["out.csv", "plot.svg"]) { ToStandardOutput = ["fleet", "in.csv", .. Tiny, "--format", "csv"] },
        new("fleet part", ["fleet", "in.csv", .. Tiny, "--shard", "0/2", "--out", "parts"], ["parts/part-00000-of-00002.jsonl", "parts/fleet.json"])
        {
            ToStandardOutput = ["fleet", "in.csv", .. Tiny, "--format", "json"],
            Replaces = false,
            Afterwards = [["sweep", "status", "parts"], ["fleet", "in.csv", .. Tiny, "--shard", "0/2", "--out", "parts"], ["fleet", "in.csv", .. Tiny, "--shard", "1/2", "--out", "parts"], ["fleet", "in.csv", .. Tiny, "--from", "parts", "--output", "merged.csv"]],
        },
        new("fleet from parts", ["fleet", "in.csv", .. Tiny, "--from", "in.fleet", "--output", "out.csv", "--plot", "plot.svg"], ["out.csv", "plot.svg"]) { ToStandardOutput = ["fleet", "in.csv", .. Tiny, "--from", "in.fleet", "--format", "csv"] },
        new("sweep", ["sweep", .. Shards, "--output", "out.csv", "--plot", "plot.svg"], ["out.csv", "plot.svg"]) { ToStandardOutput = ["sweep", .. Shards, "--format", "csv"], Keeps = "out.csv.journal" },
        new("sweep run", ["sweep", "run", .. Shards, "--shard", "0/2", "--out", "parts"], ["parts/part-00000-of-00002.jsonl", "parts/sweep.json"])
        {
            ToStandardOutput = ["sweep", "plan", .. Shards],
            Replaces = false,
            Afterwards = [["sweep", "status", "parts"], ["sweep", "run", .. Shards, "--shard", "0/2", "--out", "parts"], ["sweep", "run", .. Shards, "--shard", "1/2", "--out", "parts"], ["sweep", "merge", "parts", "--output", "merged.csv"]],
        },
        new("sweep merge", ["sweep", "merge", "in.parts", "--output", "out.csv", "--plot", "plot.svg"], ["out.csv", "plot.svg"]) { ToStandardOutput = ["sweep", "merge", "in.parts", "--format", "csv"] },
        new("report", ["report", "in.json", "--output", "out.html"], ["out.html"]) { ToStandardOutput = ["report", "in.json"] },
        new("models trace", ["models", "trace", "in.raw", "--output", "."], ["lock-ops.csv", "lock-trace.csv"]) { ToStandardOutput = ["models", "show", "linux-6.12"] },
        new("models check", ["models", "check", "linux-6.12", "--output", "out.csv"], ["out.csv"]) { ToStandardOutput = ["man"] },
        new("validate theory", ["validate", "theory", "--samples", "40000", "--output", "out.csv", "--plot", "plot.svg"], ["out.csv", "plot.svg"]) { ToStandardOutput = ["validate", "theory", "--samples", "40000", "--format", "csv"] },
        new("models list", ["models", "list", "--output", "out.json"], ["out.json"]) { ToStandardOutput = ["models", "list", "--format", "csv"] },
        new("sweep status", ["sweep", "status", "in.parts", "--output", "out.csv"], ["out.csv"]) { ToStandardOutput = ["sweep", "status", "in.parts", "--format", "json"] },
        new("burst", ["burst", "--runtime", "minimal-fd", "--containers", "2", "--runs", "1", "--output", "out.csv", "--locks", "locks.csv"], ["out.csv", "locks.csv"])
        {
            ToStandardOutput = ["burst", "--runtime", "minimal-fd", "--containers", "2", "--runs", "1", "--format", "csv"],
            IsDeterministic = false,
        },
        new("calibrate", ["calibrate", "--quick", "--time-limit", "1", "--probe", "timing", "--output", "out.json"], ["out.json"])
        {
            ToStandardOutput = ["calibrate", "--quick", "--time-limit", "1", "--probe", "timing", "--format", "json"],
            IsDeterministic = false,
        },
    ];
}
