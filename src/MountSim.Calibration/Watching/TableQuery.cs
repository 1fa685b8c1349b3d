using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Watching;

/// <summary>The mount table by listmount(2) and statmount(2), Linux 6.8.</summary>
internal sealed unsafe class TableQuery
{
    private const int RequestBytes = 24; // struct mnt_id_req, MNT_ID_REQ_SIZE_VER0
    private const ulong Root = ulong.MaxValue; // LSMT_ROOT
    private const ulong Basic = 0x2 | 0x8 | 0x10; // STATMOUNT_MNT_BASIC, _MNT_ROOT, _MNT_POINT
    private const int MostMounts = 4096;
    private const int AnswerBytes = 8192;
    private readonly ulong[] _ids = GC.AllocateArray<ulong>(MostMounts, pinned: true);
    private readonly byte[] _answer = GC.AllocateArray<byte>(AnswerBytes, pinned: true);

    /// <summary>Lists all mounts below the root and asks for each; how many there are.</summary>
    internal int ReadAll()
    {
        var request = stackalloc ulong[3];
        (request[0], request[1], request[2]) = (RequestBytes, Root, 0);
        fixed (ulong* ids = _ids)
        fixed (byte* answer = _answer)
        {
            var count = (int)SyscallException.Check(Libc.Syscall(SyscallNumbers.ListMount, (nint)request, (nint)ids, MostMounts, 0, 0), "listmount", "/");
            for (var i = 0; i < count; i++)
            {
                (request[0], request[1], request[2]) = (RequestBytes, ids[i], Basic);
                SyscallException.Check(Libc.Syscall(SyscallNumbers.StatMount, (nint)request, (nint)answer, AnswerBytes, 0, 0), "statmount", "/");
            }

            return count;
        }
    }
}
