using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Probes;

/// <summary>A whole read of mountinfo from an open descriptor, in the kernel's chunks of a page.</summary>
internal sealed unsafe class MountinfoProbe(Room room) : Probe
{
    internal const string Cost = "mountinfo.read";
    private const int BufferBytes = 65536;
    private readonly NativeText _path = new("/proc/thread-self/mountinfo");
    private readonly NativeText _buffer = new(new string(' ', BufferBytes));
    private int _file = -1;

    internal override IReadOnlyList<CostDefinition> Costs { get; } = [new(Cost, "mounts", room.Mounts)];

    internal override void Prepare()
    {
        _file = Libc.Open(_path.Pointer, MountFlags.OpenCloseOnExec, 0);
        Check(_file, "open", _path);
    }

    internal override void Cycle(Recorder recorder)
    {
        recorder.Start();
        Libc.Seek(_file, 0, 0);
        nint read;
        do
            read = Libc.Read(_file, _buffer.Pointer, BufferBytes);
        while (read > 0);
        recorder.Stop(0);
        Check(read, "read", _path);
    }
}
