using System.Runtime.InteropServices;

namespace MountSim.Reporting.Files;

/// <summary>What a path leads to. .NET does not tell a device from a file, and a rename over <c>/dev/null</c> would replace it.</summary>
internal static partial class FileKind
{
    private const int CurrentDirectory = -100; // AT_FDCWD
    private const uint WantType = 1; // STATX_TYPE
    private const int StatxSize = 256, ModeOffset = 28; // struct statx is the same on every architecture
    private const int TypeMask = 0xF000, Regular = 0x8000;

    /// <summary>False for a directory, a device, a pipe and a socket.</summary>
    public static bool IsRegularOrMissing(string path)
    {
        if (!OperatingSystem.IsLinux()) return !Directory.Exists(path);
        var buffer = new byte[StatxSize];
        if (StatX(CurrentDirectory, path, 0, WantType, buffer) != 0) return true; // missing, or opening it will say why
        return (MemoryMarshal.Read<ushort>(buffer.AsSpan(ModeOffset)) & TypeMask) == Regular;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int directory, string path, int flags, uint mask, byte[] buffer);
}
