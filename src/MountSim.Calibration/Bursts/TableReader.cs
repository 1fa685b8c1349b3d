using System.Runtime.InteropServices;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts;

/// <summary>Reads the calling thread's mountinfo, a page at a time, from a directory descriptor of /proc that no pivot takes away.</summary>
internal sealed unsafe class TableReader
{
    private const int Page = 4096;
    private readonly byte[] _buffer = GC.AllocateArray<byte>(Page, pinned: true);
    private readonly NativeText _name = new("thread-self/mountinfo");
    private readonly int _proc;

    internal TableReader(int procDirectory) => _proc = procDirectory;

    /// <summary>Reads all of it; the number of its lines.</summary>
    internal int ReadAll()
    {
        var descriptor = (int)SyscallException.Check(Libc.OpenAt(_proc, _name.Pointer, MountFlags.OpenCloseOnExec, 0), "open", _name.Text);
        var lines = ReadFrom(descriptor);
        _ = Libc.Close(descriptor);
        return lines;
    }

    /// <summary>Reads on from where a descriptor stands; the number of lines.</summary>
    internal int ReadFrom(int descriptor)
    {
        var lines = 0;
        nint read;
        fixed (byte* buffer = _buffer)
        {
            while ((read = Libc.Read(descriptor, buffer, Page)) > 0)
                lines += new ReadOnlySpan<byte>(buffer, (int)read).Count((byte)'\n');
        }

        if (read < 0)
            throw new SyscallException("read", _name.Text, Marshal.GetLastPInvokeError());
        return lines;
    }
}
