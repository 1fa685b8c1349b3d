using System.Globalization;
using MountSim.Model.Kernels;

namespace MountSim.Model.Tests.Kernels;

/// <summary>The lab's runs, read once.</summary>
public static class LabData
{
    public static IReadOnlyList<LabRun> Runs { get; } =
    [
        .. Read("lock-ops-cpus.csv"),
        // 6.12 on one CPU is in both files, the same runs.
        .. Read("lock-ops.csv").Where(run => run.Kernel != "6.12"),
        .. Read("lock-ops-older.csv"),
    ];

    private static List<LabRun> Read(string name)
    {
        List<LabRun> runs = [];
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "lab", name)).Skip(1))
        {
            var cells = line.Split(',');
            if (cells[6].Length == 0 && cells[7].Length == 0)
                runs.Add(new LabRun(cells[0], (int)Number(cells[1]), cells[2], cells[3], cells[4].Length == 0 ? 0 : (int)Number(cells[4]), Number(cells[5])));
            else
                runs[^1].Locks.Add((cells[6], cells[7]), new LockUse(Number(cells[8]), Number(cells[9])));
        }

        return runs;
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
