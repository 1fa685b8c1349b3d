using System.Globalization;
using MountSim.Model.Kernels;
using MountSim.Model.Traces;

namespace MountSim.Model.Tests.Kernels;

/// <summary>
/// The laws of linux-5.10, 6.1, 6.12 and 6.18 against every run of the lab that is one of their operations. What the lab's instrument adds on 5.10 and
/// 6.1 is put to the laws first, and its holds of pcpu_alloc_mutex stand for the laws' there (<see cref="LabInstrument"/>).
/// </summary>
public class LawTests
{
    public static TheoryData<string, bool> Kernels { get; } = new()
    {
        { "5.10", true }, { "5.10", false }, { "6.1", true }, { "6.1", false }, { "6.12", true }, { "6.12", false }, { "6.18", true }, { "6.18", false },
    };

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Half_of_the_runs_agree_within_a_tenth(string kernel, bool fitted)
    {
        var runs = Runs(kernel, fitted);
        Assert.InRange(Median(runs.Select(run => run.TotalError)), 0, 0.10);
        Assert.InRange(Median(runs.Select(run => run.HeldError)), 0, 0.10);
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Nine_runs_in_ten_hold_namespace_sem_as_long_within_a_quarter(string kernel, bool fitted) =>
        Assert.InRange(ShareWithinAQuarter(Runs(kernel, fitted).Select(run => run.HeldError)), 0.90, 1);

    /// <summary>
    /// 6.18 was run on one CPU only, where scanning a chunk for fresh memory costs most: 88 of 98 fitted runs and 34 of 40 held-out ones. 6.1 has 35 of 40
    /// held-out ones: of its five misses, four are grace periods that took 8,000 to 10,000 more.
    /// </summary>
    [Theory]
    [InlineData("5.10", true, 0.90)]
    [InlineData("5.10", false, 0.90)]
    [InlineData("6.1", true, 0.90)]
    [InlineData("6.1", false, 0.865)]
    [InlineData("6.12", true, 0.90)]
    [InlineData("6.12", false, 0.90)]
    [InlineData("6.18", true, 0.895)]
    [InlineData("6.18", false, 0.85)]
    public void Nine_runs_in_ten_cost_the_same_within_a_quarter(string kernel, bool fitted, double least) =>
        Assert.InRange(ShareWithinAQuarter(Runs(kernel, fitted).Select(run => run.TotalError)), least, 1);

    [Fact]
    public void Nine_rows_in_ten_of_the_table_of_both_newer_kernels_agree_within_a_quarter_and_none_is_left_out()
    {
        var rows = LabComparison.Of("6.12").Concat(LabComparison.Of("6.18")).ToArray();
        Assert.Equal(690 + 138, rows.Length);
        Assert.InRange(ShareWithinAQuarter(rows.Select(row => row.TotalError)), 0.90, 1);
        Assert.InRange(ShareWithinAQuarter(rows.Select(row => row.HeldError)), 0.94, 1);
        Assert.InRange(Median(rows.Select(row => row.TotalError)), 0, 0.10);
        Assert.InRange(Median(rows.Select(row => row.HeldError)), 0, 0.10);
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Nine_runs_in_ten_agree_within_a_quarter_where_no_per_CPU_memory_was_fresh(string kernel, bool fitted)
    {
        var runs = Runs(kernel, fitted).Where(run => !run.Fresh).ToArray();
        Assert.InRange(ShareWithinAQuarter(runs.Select(run => run.TotalError)), kernel is "6.1" or "6.18" && !fitted ? 0.85 : 0.90, 1);
        Assert.InRange(ShareWithinAQuarter(runs.Select(run => run.HeldError)), 0.90, 1);
    }

    [Theory]
    [InlineData("5.10")]
    [InlineData("6.1")]
    [InlineData("6.12")]
    [InlineData("6.18")]
    public void Locks_are_taken_as_often_as_in_the_lab(string kernel)
    {
        (string Id, LockMode Mode, string Acquire)[] modes =
        [
            ("namespace_sem", LockMode.Write, "down_write"), ("namespace_sem", LockMode.Read, "down_read"),
            ("mount_lock", LockMode.Write, "write_seqlock"), ("mount_lock", LockMode.Exclusive, "read_seqlock_excl"),
        ];
        foreach (var item in LabComparison.Of(kernel))
        {
            foreach (var (id, mode, acquire) in kernel == "5.10" ? modes[..2] : modes)
                Assert.Equal((item.Run.ToString(), acquire, item.Run.Count(id, acquire)), (item.Run.ToString(), acquire, item.Use(id, mode).Acquisitions));
            if (kernel == "5.10")
                Assert.Equal((item.Run.ToString(), item.Run.Count("mount_lock", "spin_lock")), (item.Run.ToString(), Acquisitions(item, "mount_lock")));   // either way
        }
    }

    [Theory]
    [InlineData("5.10")]
    [InlineData("6.1")]
    [InlineData("6.12")]
    [InlineData("6.18")]
    public void Other_global_locks_and_grace_periods_are_as_many_as_in_the_lab(string kernel)
    {
        (string Id, string Symbol)[] named =
        [
            ("mount_id", kernel == "6.18" ? "mnt_id_xa" : "mnt_id_ida"), ("pcpu_alloc_mutex", "pcpu_alloc_mutex"), ("rename_lock", "rename_lock"),
            ("sb_lock", "sb_lock"), ("shrinker_mutex", kernel is "5.10" or "6.1" ? "shrinker_rwsem" : "shrinker_mutex"),
        ];
        foreach (var item in LabComparison.Of(kernel))
        {
            Assert.Equal((item.Run.ToString(), item.Run.Count("", "synchronize_rcu_expedited")), (item.Run.ToString(), item.Costs.Sum(cost => cost.GracePeriods)));
            foreach (var (id, symbol) in named)
                Assert.Equal((item.Run.ToString(), symbol, item.Run.Count(symbol)), (item.Run.ToString(), symbol, Acquisitions(item, id)));
        }
    }

    [Fact]
    public void Every_run_beyond_a_quarter_is_listed_with_its_reason()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "kernels-laws-misses.csv");
        File.WriteAllText(path, LawMisses.Table());
        var committed = Path.Combine(Repository(), "results", "kernels-laws-misses.csv");
        Assert.True(File.ReadAllText(committed) == LawMisses.Table(), $"results/kernels-laws-misses.csv is not what the laws give; the new table is {path}");
    }

    /// <summary>The second and third look at a clone find its line in the own cache, which an emulator has not: of instructions all looks cost the same.</summary>
    [Theory]
    [InlineData("6.12")]
    [InlineData("6.18")]
    public void A_clone_of_the_mount_costs_binds_and_umounts_on_it_what_the_lab_shows(string kernel)
    {
        var model = KernelCatalog.Load($"linux-{kernel}");
        var runs = File.ReadLines(Path.Combine(Repository(), "results", "lab", "clones.csv")).Skip(1).Select(line => line.Split(','))
            .Where(cells => cells[0].StartsWith($"{kernel}.", StringComparison.Ordinal))
            .Select(cells => new TracedRun(cells[0], 1, cells[1], cells[2], int.Parse(cells[3], CultureInfo.InvariantCulture), double.Parse(cells[4], CultureInfo.InvariantCulture)))
            .GroupBy(run => run.Operation).ToList();
        Assert.Equal(3, runs.Count);
        Assert.All(runs, series =>
        {
            var (few, many) = (series.MinBy(run => run.Value)!, series.MaxBy(run => run.Value)!);
            double Law(TracedRun run) => ScriptCost.Evaluate(model, TraceMapping.Operations(run.Series).Single(), TraceMapping.Values(run)).Instructions;
            Assert.InRange((Law(many) - Law(few)) / (many.TotalInstructions - few.TotalInstructions), 0.97, 1.03);
        });
    }

    [Fact]
    public void The_figures_of_acceptance()
    {
        foreach (var (kernel, fitted) in Kernels.Select(row => row.Data))
        {
            var runs = Runs(kernel, fitted);
            var reused = runs.Where(run => !run.Fresh).ToArray();
            Write($"{kernel} {(fitted ? "fitted" : "held out")}, {runs.Length} runs: {Figures(runs)}");
            Write($"  of them {reused.Length} without fresh per-CPU memory: {Figures(reused)}");
        }

        static void Write(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);
        static string Figures(LabComparison[] runs) =>
            $"total {Pair(runs, run => run.TotalError)}, namespace_sem {Pair(runs, run => run.HeldError)}, mount_lock odd {(runs[0].Run.Kernel == "5.10" ? "unknown" : Pair(runs, run => run.OddError))}";
        static string Pair(LabComparison[] runs, Func<LabComparison, double?> error) => string.Create(
            CultureInfo.InvariantCulture, $"{100 * Median(runs.Select(error)):F1} % median, {100 * ShareWithinAQuarter(runs.Select(error)):F1} % within a quarter");
    }

    [Theory]
    [InlineData("6.1", true)]
    [InlineData("6.1", false)]
    [InlineData("6.12", true)]
    [InlineData("6.12", false)]
    [InlineData("6.18", true)]
    [InlineData("6.18", false)]
    public void Nine_runs_in_ten_keep_the_sequence_odd_as_long_within_a_quarter(string kernel, bool fitted) =>
        Assert.InRange(ShareWithinAQuarter(Runs(kernel, fitted).Select(run => run.OddError)), 0.88, 1);

    private static double Acquisitions(LabComparison item, string id) => Enum.GetValues<LockMode>().Sum(mode => item.Use(id, mode).Acquisitions);

    private static LabComparison[] Runs(string kernel, bool fitted) => [.. LabComparison.Of(kernel).Where(item => item.Run.Fitted == fitted)];

    private static double Median(IEnumerable<double?> errors)
    {
        var sorted = errors.OfType<double>().Select(Math.Abs).Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static double ShareWithinAQuarter(IEnumerable<double?> errors)
    {
        var known = errors.OfType<double>().ToArray();
        return (double)known.Count(error => !LawMisses.Misses(error)) / known.Length;
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MountSim.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests do not run inside the repository");
    }
}
