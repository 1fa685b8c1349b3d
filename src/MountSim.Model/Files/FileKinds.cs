using System.Runtime.InteropServices;

namespace MountSim.Model.Files;

/// <summary>Tells kinds of files apart. .NET does not tell a device from a file: a rename over <c>/dev/null</c> would replace it, and <c>/dev/zero</c> is read without end.</summary>
public static partial class FileKinds
{
    private const int CurrentDirectory = -100; // AT_FDCWD
    private const uint WantType = 1; // STATX_TYPE
    private const int StatxSize = 256, ModeOffset = 28; // struct statx is the same on every architecture
    private const int TypeMask = 0xF000, Regular = 0x8000, Directory = 0x4000, Pipe = 0x1000; // S_IFMT, S_IFREG, S_IFDIR, S_IFIFO

    /// <summary>The kind of the file that a path leads to, links followed.</summary>
    public static FileKind Of(string path)
    {
        if (!OperatingSystem.IsLinux()) return System.IO.Directory.Exists(path) ? FileKind.Directory : File.Exists(path) ? FileKind.Regular : FileKind.Missing;
        var buffer = new byte[StatxSize];
        if (StatX(CurrentDirectory, path, 0, WantType, buffer) != 0) return FileKind.Missing;
        return (MemoryMarshal.Read<ushort>(buffer.AsSpan(ModeOffset)) & TypeMask) switch
        {
            Regular => FileKind.Regular,
            Directory => FileKind.Directory,
            Pipe => FileKind.Pipe,
            _ => FileKind.Device,
        };
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int directory, string path, int flags, uint mask, byte[] buffer);
}
