using System.Globalization;

namespace MountSim.Calibration.Bursts;

/// <summary>What a file system context is given, one string an fsconfig: a runtime model says how many, not which.</summary>
/// <param name="Type">The file system.</param>
/// <param name="Options">Keys and values, in order.</param>
internal sealed record ContextOptions(string Type, Queue<(string Key, string Value)> Options)
{
    private const string Create = "fsconfig.create.";
    private const int LongestString = 255; // fsconfig(2): strings of up to 256 bytes with their end

    private static readonly (string, string)[] Tmpfs = [("mode", "0755"), ("size", "1m"), ("nr_inodes", "1024"), ("uid", "0"), ("gid", "0")];
    private static readonly (string, string)[] Proc = [("hidepid", "0"), ("gid", "0"), ("subset", "pid")];
    private static readonly (string, string)[] OverlayFlags = [("index", "off"), ("xino", "off"), ("metacopy", "off")];

    /// <summary>The options of a context: what follows its fsopen says its file system and how many it sets.</summary>
    internal static ContextOptions Of(IEnumerable<BurstStep> following, MountArea area)
    {
        var steps = following.TakeWhile(step => step.Operation is not ("fsopen" or "close.fscontext")).ToList();
        var create = steps.Find(step => step.Operation?.StartsWith(Create, StringComparison.Ordinal) == true)
            ?? throw new CalibrationException("the runtime opens a file system context that it never creates; a burst cannot tell its file system");
        var sets = steps.Where(step => step.Operation == "fsconfig.set").ToList();
        var type = create.Operation![Create.Length..];
        var options = type switch
        {
            "overlay" => Overlay(sets, create.Layers, area),
            "proc" => Cycle(Proc, sets.Count),
            _ => Cycle(Tmpfs, sets.Count),
        };
        return new ContextOptions(type, new Queue<(string, string)>(options));
    }

    private static IEnumerable<(string, string)> Cycle((string, string)[] options, int count) => Enumerable.Range(0, count).Select(i => options[i % options.Length]);

    // Sets that walk a path name directories: all lowers in one, or a lower each where there are more than three; then upper and work.
    private static List<(string, string)> Overlay(List<BurstStep> sets, int layers, MountArea area)
    {
        var paths = new Queue<(string, string)>(Directories(sets.Where(step => step.Components > 0).ToList(), layers, area));
        var flags = new Queue<(string, string)>(Cycle(OverlayFlags, sets.Count));
        return [.. sets.Select(step => step.Components > 0 ? paths.Dequeue() : flags.Dequeue())];
    }

    private static List<(string, string)> Directories(List<BurstStep> sets, int layers, MountArea area)
    {
        var separate = sets.Count > 3;
        var lowers = Enumerable.Range(0, separate ? sets.Count - 2 : layers)
            .Select(i => area.Directory(separate ? sets[i].Components : 1, "l" + i.ToString(CultureInfo.InvariantCulture))).ToList();
        List<(string, string)> options = separate ? [.. lowers.Select(lower => ("lowerdir+", lower))] : [("lowerdir", string.Join(':', lowers))];
        if (options[0].Item2.Length > LongestString)
            throw new CalibrationException($"the runtime gives an overlay {layers} lower layers in one fsconfig, which takes {LongestString} bytes at most; allowed: fewer layers");
        if (sets.Count > 2)
            options.AddRange([("upperdir", area.Directory(sets[^2].Components, "fu")), ("workdir", area.Directory(sets[^1].Components, "fw"))]);
        else if (sets.Count == 2)
            throw new CalibrationException("the runtime gives an overlay two paths; a burst knows lower alone, or lower, upper and work");
        return options;
    }
}
