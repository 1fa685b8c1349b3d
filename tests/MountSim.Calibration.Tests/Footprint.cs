using System.Diagnostics;

namespace MountSim.Calibration.Tests;

/// <summary>What a calibration could leave on the host: mounts in our namespace, entries in its temporary folder.</summary>
internal sealed class Footprint : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly string _mounts = File.ReadAllText("/proc/self/mountinfo");

    /// <summary>A temporary folder of the test's own.</summary>
    internal string Folder { get; } = Directory.CreateTempSubdirectory("mountsim-test-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, true);

    /// <summary>Waits until nothing is left, and fails if something stays: a killed parent's child needs a moment.</summary>
    internal async Task RequireNothingLeft()
    {
        var end = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (Directory.EnumerateFileSystemEntries(Folder).Any() && Environment.TickCount64 < end)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder));
        Assert.Equal(_mounts, await File.ReadAllTextAsync("/proc/self/mountinfo", TestContext.Current.CancellationToken));
    }

    /// <summary>Waits until the calibration's directory is there and a measuring process is at work in it; gives the processes it started.</summary>
    internal async Task<IReadOnlyList<int>> Begun(Process program)
    {
        var end = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while ((!Directory.EnumerateFileSystemEntries(Folder).Any() || WorkerProgram.Children(program).Count == 0) && Environment.TickCount64 < end)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await Task.Delay(700, TestContext.Current.CancellationToken);
        Assert.NotEmpty(Directory.EnumerateFileSystemEntries(Folder));
        var children = WorkerProgram.Children(program);
        Assert.NotEmpty(children);
        return children;
    }
}
