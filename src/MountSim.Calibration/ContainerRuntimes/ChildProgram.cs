using System.Globalization;
using System.Runtime.InteropServices;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.ContainerRuntimes;

/// <summary>
/// Starts programs by posix_spawn(3) from the calling thread, in its namespaces, and waits for them: what a start costs beside the program is a vfork. Each has a
/// session of its own, no input, all signals as a shell gives them, and writes into one file, which the next one truncates.
/// </summary>
internal sealed unsafe class ChildProgram
{
    // Opaque structures of the C library, with room to spare: 80 and 336 bytes in glibc 2.41, 80 and 336 in musl 1.2.
    private const int ActionsSize = 512, AttributesSize = 1024, SignalSetSize = 128;
    private const short SetSignalDefaults = 0x04, SetSignalMask = 0x08, NewSession = 0x80; // POSIX_SPAWN_*, bits/spawn.h
    private const int ReadAndWrite = 2, WriteOnly = 1, Create = 0x40, Truncate = 0x200; // include/uapi/asm-generic/fcntl.h
    private const int OwnerOnly = 0x180;

    private readonly byte[] _actions = GC.AllocateArray<byte>(ActionsSize, pinned: true);
    private readonly byte[] _attributes = GC.AllocateArray<byte>(AttributesSize, pinned: true);
    private readonly NativeText _null = new("/dev/null");
    private readonly NativeText _output;
    private readonly NativeText _search;
    private readonly nint[] _environment = GC.AllocateArray<nint>(2, pinned: true);

    /// <summary>Prepares all but the arguments.</summary>
    /// <param name="output">Where programs write; its folder exists.</param>
    internal ChildProgram(string output)
    {
        _output = new NativeText(output);
        _search = new NativeText("PATH=" + Environment.GetEnvironmentVariable("PATH"));
        _environment[0] = (nint)_search.Pointer;
        fixed (byte* actions = _actions, attributes = _attributes)
        {
            Check(Libc.InitializeSpawnActions(actions));
            Check(Libc.AddSpawnOpen(actions, 0, _null.Pointer, ReadAndWrite, 0));
            Check(Libc.AddSpawnOpen(actions, 1, _output.Pointer, WriteOnly | Create | Truncate, OwnerOnly));
            Check(Libc.AddSpawnDuplicate(actions, 1, 2));
            var signals = stackalloc byte[SignalSetSize];
            Check(Libc.InitializeSpawnAttributes(attributes));
            Check(Libc.EmptySignalSet(signals));
            Check(Libc.SetSpawnSignalMask(attributes, signals));
            Check(Libc.FillSignalSet(signals));
            Check(Libc.SetSpawnSignalDefaults(attributes, signals));
            Check(Libc.SetSpawnFlags(attributes, SetSignalDefaults | SetSignalMask | NewSession));
        }
    }

    /// <summary>Runs one to its end.</summary>
    /// <param name="command">Its path and its arguments.</param>
    /// <exception cref="CalibrationException">It cannot be started, or ends with another code than 0; the message has what it wrote.</exception>
    internal void Run(params IReadOnlyList<NativeText> command)
    {
        var arguments = stackalloc byte*[command.Count + 1];
        for (var i = 0; i < command.Count; i++)
            arguments[i] = command[i].Pointer;
        arguments[command.Count] = null;
        int process;
        fixed (byte* actions = _actions, attributes = _attributes)
        fixed (nint* environment = _environment)
            Check(Libc.Spawn(&process, arguments[0], actions, attributes, arguments, (byte**)environment), command);
        var status = Await(process);
        if (status != 0)
            throw new CalibrationException($"'{string.Join(' ', command)}' ended with {Ending(status)}: {File.ReadAllText(_output.Text).Trim().ReplaceLineEndings(" | ")}");
    }

    /// <summary>Waits for a child's end; its status, as waitpid(2) gives it.</summary>
    internal static int Await(int process)
    {
        int status;
        while (Libc.Wait(process, &status, 0) < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error != (int)Errno.Interrupted)
                throw new SyscallException("waitpid", process.ToString(CultureInfo.InvariantCulture), error);
        }

        return status;
    }

    /// <summary>Takes the exit status of every process that has ended without anybody waiting for it.</summary>
    internal static void Reap()
    {
        const int NoHang = 1, Any = -1;
        int status;
        while (Libc.Wait(Any, &status, NoHang) > 0)
        {
        }
    }

    // waitpid(2): the low seven bits are a signal, the next byte the exit code.
    private static string Ending(int status) => (status & 0x7F) is var signal and not 0 ? $"signal {signal}" : $"exit code {status >> 8 & 0xFF}";

    private static void Check(int error, params IReadOnlyList<NativeText> command)
    {
        if (error != 0)
            throw new SyscallException("posix_spawn", string.Join(' ', command), error);
    }
}
