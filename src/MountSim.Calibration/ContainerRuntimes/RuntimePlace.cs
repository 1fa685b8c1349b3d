using System.Globalization;
using MountSim.Calibration.Bursts;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.ContainerRuntimes;

/// <summary>
/// Where real starts are made: bundles as deep in the file system as the scenario's paths, the runtime's state, and what its programs write. All lies in folders of
/// the working directory's tmpfs: once that is gone, so are they, and no file can be made in its place.
/// </summary>
internal sealed class RuntimePlace
{
    private readonly BurstOrder _order;
    private readonly string _bundles;
    private RootFileSystem _files = null!;

    internal RuntimePlace(BurstOrder order)
    {
        _order = order;
        var depth = order.Directory.Count(character => character == '/');
        // A bundle's name and a name in it are the last two components.
        _bundles = order.Directory + string.Concat(Enumerable.Repeat("/p", Math.Max(1, order.PathComponents - depth - 2)));
        var program = OciProgram.Of(order.Bundle!.Program);
        Command = [.. new[] { order.Bundle.Path, "--root", order.Directory + "/state" }.Concat(program.WithoutCgroups).Select(text => new NativeText(text))];
    }

    /// <summary>The program with its global options.</summary>
    internal IReadOnlyList<NativeText> Command { get; }

    /// <summary>Where a slot's programs write.</summary>
    internal string OutputOf(string slot) => $"{_order.Directory}/output/{slot}";

    /// <summary>Makes it.</summary>
    internal void Make()
    {
        Directory.CreateDirectory(_order.Directory + "/state");
        Directory.CreateDirectory(_order.Directory + "/output");
        _files = OciBundle.Files(_order.Directory + "/files");
    }

    /// <summary>Makes a container's bundle.</summary>
    /// <param name="suffix">The end of its name, which no other burst's has: it begins with the process that wants this one.</param>
    internal RuntimeContainer Add(string suffix)
    {
        var bundle = $"{_bundles}/{suffix}";
        Directory.CreateDirectory(bundle);
        OciBundle.Make(_order.Bundle!, bundle, _files);
        return new RuntimeContainer(new NativeText($"mountsim-{_order.Bundle!.Owner}-{suffix}"), new NativeText(bundle), new NativeText($"{_order.Directory}/output/{suffix}.pid"));
    }

    /// <summary>Makes the bundles of all containers of the burst.</summary>
    internal RuntimeContainer[] AddAll() => [.. Enumerable.Range(0, _order.Containers).Select(i => Add(i.ToString(CultureInfo.InvariantCulture)))];
}
