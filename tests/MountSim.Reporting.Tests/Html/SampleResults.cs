using MountSim.Experiments;
using MountSim.Experiments.Planning;
using MountSim.Experiments.Sweeps;
using MountSim.Model.Mitigations;
using MountSim.Reporting.Json;

namespace MountSim.Reporting.Tests.Html;

/// <summary>A file of every kind that a page is made of, with made-up numbers.</summary>
internal static class SampleResults
{
    public const string Fleet =
        """
        {"format": "mountsim-fleet/1", "sentence": "Of 2 host classes (15 hosts), 1 keep start_p99_ms<=300 with the planned burst; 1 lack 3 hosts together for their demand.",
         "command": "mountsim fleet hosts.csv --slo 'start_p99_ms<=300'", "targets": ["start_p99_ms<=300"],
         "rows": [{"class": "web <1>", "hosts": 10, "containers": 100, "start_p99_ms": 281.5, "target_met": "yes", "largest_safe_burst": 110, "problem": null},
                  {"class": "batch", "hosts": 5, "containers": 400, "start_p99_ms": 3120.25, "target_met": "no", "largest_safe_burst": 110, "problem": null}]}
        """;

    private static readonly PredictionReport Prediction = SampleReport.Create();

    /// <summary>Writes them into a folder; the names in an order.</summary>
    public static string[] WriteTo(string folder)
    {
        (string Name, Action<TextWriter> Write)[] files =
        [
            ("prediction.json", writer => PredictionJson.Write(writer, Prediction, "mountsim predict --containers 500")),
            ("comparison.json", writer => ComparisonJson.Write(writer, Comparison(), "mountsim compare --mitigations")),
            ("sweep.json", WriteSweep),
            ("capacity.json", writer => CapacityJson.Write(writer, Capacity(), "mountsim capacity --slo 'start_p99_ms<=1s'")),
            ("fleet.json", writer => writer.Write(Fleet)),
            ("validation.json", writer => ValidationJson.Write(writer, SampleValidation.Create(), "mountsim validate theory")),
        ];
        foreach (var (name, write) in files)
        {
            using var writer = new StreamWriter(Path.Combine(folder, name));
            write(writer);
        }

        return [.. files.Select(file => Path.Combine(folder, file.Name))];
    }

    private static PredictionSummary Summary(int containers, double factor) => Prediction.Summary with
    {
        Containers = containers, StartP99Ms = 888 * factor, StartP99CiLowMs = 850 * factor, StartP99CiHighMs = 920 * factor, MakespanMs = 951 * factor, MakespanCiLowMs = 930 * factor,
        MakespanCiHighMs = 973 * factor, ContainersPerS = containers / (0.951 * factor),
    };

    private static ComparisonReport Comparison()
    {
        static Difference Of(double ratio) => new(951 * (ratio - 1), 900 * (ratio - 1), 990 * (ratio - 1), ratio, ratio * 0.95, ratio * 1.05, 10);
        static ComparisonRow Row(string name, double ratio, Mitigation? mitigation = null) =>
            new(new Variant(name, $"runtime={name}", new PredictRequest(), mitigation), Summary(500, ratio), Of(ratio), Of(ratio), [$"A note on {name}."]);
        var priced = new Mitigation("fewer-layers", "Build images of fewer layers", "", "Rebuild of every image", "a guess", null, []);
        var unlike = new Mitigation("gvisor", "Run in a sandbox", "", "System calls cost more", "gvisor.dev", "the pod's idmapped layers", []);
        return new ComparisonReport(
            Row("baseline", 1), [Row("gvisor", 0.1, unlike), Row("fewer-layers", 0.6, priced), Row("smt-off", 1.01), Row("kernel-6.18", 1.2)], Prediction.Settings, Prediction.Notes, [("stagger", "there is one burst only")], Comparer.ByMakespan);
    }

    public static CapacityReport Capacity()
    {
        static CapacityPoint Point(double value, Verdict verdict) =>
            new(value, verdict, [new Spread(value * 5, value * 4.7, value * 5.3)], new Spread(value * 5, value * 4.7, value * 5.3), Summary((int)value, value / 200), 10);
        return new CapacityReport(
            new CapacityQuestion { Request = new PredictRequest(), Targets = [Slo.Parse("start_p99_ms<=1s")] }, 190, 194, 215, 27,
            [Point(1, Verdict.Holds), Point(100, Verdict.Holds), Point(190, Verdict.Holds), Point(194, Verdict.Undecided), Point(215, Verdict.Misses)], Prediction.Settings, Prediction.Notes);
    }

    private static void WriteSweep(TextWriter writer)
    {
        var plan = new SweepPlan([new SweepGrid([new SweepAxis("cores", ["8", "16", "32"]), new SweepAxis("runtime", ["runc-1.5", "crun-1.29"])], "test")]);
        var rows = Enumerable.Range(0, 6).Select(at => new SweepRow(plan[at], Summary(100, 1.0 / (at + 1)))).ToList();
        SweepJson.Write(writer, plan, rows, [], "mountsim sweep --cores 8,16,32 --runtime runc-1.5,crun-1.29");
    }
}
