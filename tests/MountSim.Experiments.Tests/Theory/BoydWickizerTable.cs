using System.Globalization;
using MountSim.Experiments.Theory.ClosedForms;

namespace MountSim.Experiments.Tests.Theory;

/// <summary>Boyd-Wickizer's chain against values that were computed elsewhere.</summary>
public class BoydWickizerTable
{
    [Fact]
    public void The_exact_solver_gives_the_computed_table_to_six_digits()
    {
        // Computed independently of this code from the same chain; 5 sets of (a, s, c) at 15 core counts.
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "boyd-wickizer-model.csv")).Skip(1).ToList();
        Assert.Equal(75, rows.Count);
        foreach (var row in rows)
        {
            var cells = row.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray();
            var model = new BoydWickizer(cells[0], cells[1], cells[2], (int)cells[3]);
            Assert.Equal(cells[4], model.Speedup, 1e-6);
            Assert.Equal(cells[5], model.Rate * 1e6, 1e-5 * Math.Max(1, model.Rate * 1e5));
        }
    }

    [Fact]
    public void Its_peak_lies_where_the_table_says()
    {
        Assert.Equal(18, Enumerable.Range(1, 48).MaxBy(n => new BoydWickizer(10_000, 400, 100, n).Speedup));
        Assert.Equal(85, Enumerable.Range(1, 200).MaxBy(n => new BoydWickizer(100_000, 400, 100, n).Speedup));
    }
}
