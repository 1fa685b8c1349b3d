using System.Diagnostics;
using System.Globalization;
using MountSim.Calibration.Probes;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Worker.Program;

/// <summary>
/// <c>clones</c>: what binds and umounts on a shared mount take by the number of its clones that lie on it, when all walks along them are one CPU's and when the CPUs take turns. Prints CSV:
/// medians, microseconds. The kernel model's <c>visit</c> is held to it.
/// </summary>
internal static unsafe class Clones
{
    private const int Rounds = 61;
    private static readonly int[] Counts = [0, 1000, 2000, 4000, 8000];

    internal static int Run() => OwnRoom.Use("clones", (room, cpus) => room.Run(() => Measure(room, cpus)));

    private static void Measure(Room room, IReadOnlyList<int> cpus)
    {
        Directories.Make("t");
        Directories.Mount("tmpfs", "t", "size=64m");
        Directories.MakeShared("t");
        Directories.Enter(room.Directory + "/t");
        Directories.Make("layer");
        Directories.Make("at");
        Console.WriteLine("walks,clones,bind_us,detach_us,plain_us");
        var made = 0;
        foreach (var count in Counts)
        {
            for (; made < count; made++)
            {
                var name = made.ToString(CultureInfo.InvariantCulture);
                Directories.Make(name);
                Directories.Bind("layer", name);
            }

            Report("of one CPU", count, _ => cpus[^1]);
            if (cpus.Count > 1) Report("of CPUs in turn", count, round => cpus[round % cpus.Count]);
        }
    }

    private static void Report(string walks, int clones, Func<int, int> cpu)
    {
        var (bind, detach, plain) = (new List<double>(), new List<double>(), new List<double>());
        var at = new NativeText("at");
        for (var round = 0; round < 2 * Rounds; round++)
        {
            Affinity.Pin(cpu(round / 2));
            bind.Add(Microseconds(() => Directories.Bind("layer", "at")));
            var isPlain = round % 2 == 1;
            (isPlain ? plain : detach).Add(Microseconds(() => SyscallException.Check(Libc.Unmount(at.Pointer, isPlain ? 0 : MountFlags.Detach), "umount", at.Text)));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{walks},{clones},{Median(bind):F1},{Median(detach):F1},{Median(plain):F1}"));
    }

    private static double Microseconds(Action call)
    {
        var began = Stopwatch.GetTimestamp();
        call();
        return Stopwatch.GetElapsedTime(began).TotalMicroseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
