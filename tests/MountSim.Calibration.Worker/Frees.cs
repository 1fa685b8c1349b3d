using System.Globalization;
using MountSim.Calibration.Estimators;
using MountSim.Calibration.Probes;
using MountSim.Calibration.Scheduling;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Worker.Program;

/// <summary>
/// <c>frees [ROUNDS]</c>: what is freed later when a file system's last mount goes, by its kind. Prints CSV: microseconds a mount and detach, medians of the rounds with the 95 % interval. The
/// kernel model's counts of <c>free_superblock</c> are these beside a tmpfs's.
/// </summary>
internal static unsafe class Frees
{
    private const int UsualRounds = 100;
    private static readonly int[] Layers = [1, 5, 15];

    internal static int Run(string[] args)
    {
        var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : UsualRounds;
        return OwnRoom.Use("frees", (room, _) => Measure(room, rounds));
    }

    private static void Measure(Room room, int rounds)
    {
        var turns = new List<(string Kind, Action Turn)>();
        room.Run(() => turns.AddRange(Turns(room)));
        var frees = turns.ConvertAll(_ => new List<double[]>());
        for (var round = 0; round < rounds; round++)
            for (var i = 0; i < turns.Count; i++)
                room.Run(() => frees[i].Add([FreeLoops.BeyondTheUsual(turns[i].Turn) / 1000]));
        Console.WriteLine("kind,freed_later_us,low,high");
        for (var i = 0; i < turns.Count; i++)
        {
            var median = BlockBootstrap.Median(frees[i], new Random(1));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{turns[i].Kind},{median.Value:F2},{median.Low:F2},{median.High:F2}"));
        }
    }

    // All on a tmpfs, as an overlay's directories must not be on an overlay.
    private static IEnumerable<(string, Action)> Turns(Room room)
    {
        Directories.Make("t");
        Directories.Mount("tmpfs", "t", "size=16m");
        Directories.Enter(room.Directory + "/t");
        Directories.Make("at");
        List<(string, Action)> turns = [("bind", Turn(null, MountFlags.Bind, null)), ("tmpfs", Turn("tmpfs", 0, null)), ("proc", Turn("proc", 0, null))];
        foreach (var layers in Layers)
        {
            var names = OverlayDirectories.Names("o", layers);
            OverlayDirectories.Make(names);
            turns.Add(($"overlay@layers={layers.ToString(CultureInfo.InvariantCulture)}", Turn("overlay", 0, OverlayDirectories.Options(names, userNamespace: false))));
        }

        return turns;
    }

    private static Action Turn(string? type, nuint flags, string? options)
    {
        var (source, target, kind) = (new NativeText(type ?? "."), new NativeText("at"), type is null ? null : new NativeText(type));
        var data = options is null ? null : new NativeText(options);
        return () =>
        {
            SyscallException.Check(Libc.Mount(source.Pointer, target.Pointer, kind is null ? null : kind.Pointer, flags, data is null ? null : data.Pointer), "mount", type ?? "bind");
            SyscallException.Check(Libc.Unmount(target.Pointer, MountFlags.Detach), "umount", target.Text);
        };
    }
}
