using Microsoft.Win32.SafeHandles;
using MountSim.Model.Files;

namespace MountSim.Reporting.Files;

/// <summary>A file that is written, and not yet where it belongs.</summary>
/// <param name="target">Where it belongs.</param>
/// <param name="temporary">A name beside it that nothing has.</param>
internal sealed class StagedFile(string target, string temporary) : IDisposable
{
    private readonly SafeFileHandle? unnamed = UnnamedFile.Open(Path.GetDirectoryName(target)!);

    /// <summary>The name that it has for a moment, or from the start where files need one.</summary>
    public string Temporary => temporary;

    /// <summary>Writes it to the disk, with the mode of the file that it replaces.</summary>
    public void Write(Action<Stream> write)
    {
        using var stream = unnamed is null
            ? new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None)
            : new FileStream(new SafeFileHandle(unnamed.DangerousGetHandle(), ownsHandle: false), FileAccess.Write);
        if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(target));
        write(stream);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Gives it its temporary name.</summary>
    public void Name()
    {
        if (unnamed is not null) UnnamedFile.Name(unnamed, temporary);
    }

    /// <summary>Renames it over its target.</summary>
    public void Replace() => File.Move(temporary, target, overwrite: true);

    public void Dispose() => unnamed?.Dispose();
}
