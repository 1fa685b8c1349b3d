using System.Runtime.InteropServices;
using MountSim.Calibration.Guarding;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Worker;

/// <summary>
/// Ends the measuring process when its parent ends, three ways: the parent's pipe closes, the kernel's parent-death signal, and an alarm after
/// the longest time a measurement may take. The first two also undo what is left to undo, for a parent that was killed cannot.
/// </summary>
internal sealed unsafe class ParentWatch : IDisposable
{
    private const int SetParentDeathSignal = 1;
    private const int Terminate = 15;
    private const int Interrupted = 130;
    private const PosixSignal Alarm = (PosixSignal)14; // SIGALRM
    private const uint GraceSeconds = 120;
    private const int OutOfSight = 0; // getppid(2)
    private readonly WorkDirectory _directory;
    private readonly int _parent;
    private readonly PosixSignalRegistration[] _signals;
    private readonly Action? _told;
    private int _ending;

    internal ParentWatch(string directory, int parent, double seconds, Action? told = null)
    {
        _directory = new WorkDirectory(directory);
        _parent = parent;
        _told = told;
        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, c => End(c)),
            // Ctrl-C reaches the whole group; the parent decides and closes the pipe.
            PosixSignalRegistration.Create(PosixSignal.SIGINT, c => c.Cancel = true),
            // The first process of a PID namespace is not ended by an alarm that it does not handle.
            .. Environment.ProcessId == 1 ? [PosixSignalRegistration.Create(Alarm, c => End(c))] : Array.Empty<PosixSignalRegistration>(),
        ];
        _ = Libc.Alarm((uint)(2 * seconds) + GraceSeconds);
        SyscallException.Check(Libc.ProcessControl(SetParentDeathSignal, Terminate, 0, 0, 0), "prctl", "PR_SET_PDEATHSIG");
        if (Libc.ParentId() != parent)
            End(null);
        new Thread(WaitForEndOfInput) { IsBackground = true, Name = "parent watch" }.Start();
    }

    /// <summary>Run before the process ends: what it must undo itself, for its guard may be dead too.</summary>
    internal Action AtEnd { get; set; } = () => { };

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
    }

    private void WaitForEndOfInput()
    {
        ParentPipe.WaitForEnd(_told);
        End(null);
    }

    private void Undo()
    {
        try
        {
            AtEnd();
        }
        catch (Exception)
        {
            // Other threads go on while we undo: whatever they trip over, the process ends now, and its guard looks again.
        }
    }

    private void End(PosixSignalContext? context)
    {
        if (context is not null)
            context.Cancel = true;
        if (Interlocked.Exchange(ref _ending, 1) != 0)
            return;
        Undo();
        // A parent that lives removes the directory once we are gone; uncovered before, our other threads would go on in it. So would the programs that we have started
        // as the first process of a PID namespace, which end with us: there the parent or its guard comes after.
        if (_parent != OutOfSight && Libc.ParentId() != _parent)
        {
            Directories.TryDetach(_directory.Path);
            _directory.Remove();
        }

        Libc.ExitNow(Interrupted);
    }
}
