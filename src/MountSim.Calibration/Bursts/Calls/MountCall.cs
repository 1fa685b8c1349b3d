using System.Runtime.InteropServices;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Bursts.Calls;

/// <summary>mount(2) in all its uses: a new file system, a bind, a remount, a change of propagation.</summary>
internal sealed unsafe class MountCall : BurstCall
{
    internal NativeText? Source { get; init; }

    internal required NativeText Target { get; init; }

    internal NativeText? Type { get; init; }

    internal nuint Flags { get; init; }

    internal NativeText? Data { get; init; }

    /// <summary>The refusal that the step wants; none for a call that succeeds.</summary>
    internal Errno Refused { get; init; }

    internal override void Do(Container container)
    {
        var result = Libc.Mount(Pointer(Source), Target.Pointer, Pointer(Type), Flags, Pointer(Data));
        if (Refused == Errno.None)
            Check(result, Target);
        else if (result >= 0 || Marshal.GetLastPInvokeError() != (int)Refused)
            throw new InvalidOperationException($"{Operation} {Target} was to be refused with {Refused}, and was not");
    }

    private static byte* Pointer(NativeText? text) => text is null ? null : text.Pointer;
}
