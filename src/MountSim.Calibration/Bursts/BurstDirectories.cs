namespace MountSim.Calibration.Bursts;

/// <summary>The directories of a burst, all below the working directory's private tmpfs.</summary>
internal static class BurstDirectories
{
    /// <summary>Those of one container.</summary>
    internal static void Make(string container, CompiledStart start)
    {
        Directory.CreateDirectory(container);
        foreach (var path in start.HostDirectories)
            Directory.CreateDirectory($"{container}/{path}");
        foreach (var root in start.Roots.Where(root => !start.HostDirectories.Contains(root)))
            MakeRoot($"{container}/{root}", start);
    }

    /// <summary>The layers that all share; the last holds what a root file system needs.</summary>
    internal static void MakeLayers(string container, CompiledStart start)
    {
        foreach (var layer in start.Layers)
        {
            var path = $"{container}/{layer}";
            if (layer.EndsWith("/image", StringComparison.Ordinal))
                MakeRoot(path, start);
            else
                Directory.CreateDirectory(path);
        }
    }

    private static void MakeRoot(string root, CompiledStart start)
    {
        Directory.CreateDirectory(root);
        foreach (var path in start.RootDirectories)
            Directory.CreateDirectory($"{root}/{path}");
        File.WriteAllText($"{root}/{MountArea.File}", "");
    }
}
