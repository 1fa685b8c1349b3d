namespace MountSim.Calibration.Syscalls;

/// <summary>Error numbers of Linux that calibration meets (asm-generic/errno-base.h, errno.h).</summary>
internal enum Errno
{
    None = 0,
    NotPermitted = 1,
    NotFound = 2,
    Interrupted = 4,
    TryAgain = 11,
    AccessDenied = 13,
    Busy = 16,
    NoDevice = 19,
    NotDirectory = 20,
    Invalid = 22,
    NoSpace = 28,
    NoSystemCall = 38,
}
