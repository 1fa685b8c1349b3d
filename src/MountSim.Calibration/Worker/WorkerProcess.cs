using System.Diagnostics;
using System.Text.Json;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.Worker;

/// <summary>
/// The measuring process, started from a thread that has a mount namespace of its own. That thread stays until the process ends: the kernel's
/// parent-death signal follows the thread that forked, not the process.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Process _process;
    private readonly ManualResetEventSlim _over;

    private WorkerProcess(Process process, ManualResetEventSlim over)
    {
        _process = process;
        _over = over;
    }

    /// <summary>Its ID.</summary>
    internal int Id => _process.Id;

    /// <summary>Starts one that calibrates; throws where the host refuses a namespace.</summary>
    internal static WorkerProcess Start(string privilege, WorkerOrder order) =>
        Start(privilege, order.ParentNamespace, [CalibrationWorker.Verb, JsonSerializer.Serialize(order, WorkerJson.Default.WorkerOrder)]);

    /// <summary>Starts one with arguments of ours; throws where the host refuses a namespace.</summary>
    /// <param name="privilege">One of <see cref="Privileges"/>.</param>
    /// <param name="parentNamespace">The parent's mount namespace.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="alone">It shall be the first process of a PID namespace: all that it leaves end with it.</param>
    internal static WorkerProcess Start(string privilege, string parentNamespace, IReadOnlyList<string> arguments, bool alone = false)
    {
        var over = new ManualResetEventSlim();
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                if (privilege == Privileges.Root)
                    EnterOwnNamespace(parentNamespace);
                var process = alone ? ProcessNamespace.Start(StartInfo(privilege, arguments)) : Process.Start(StartInfo(privilege, arguments));
                started.SetResult(process ?? throw new CalibrationException("the measuring process did not start"));
                over.Wait();
            }
            catch (Exception e)
            {
                started.TrySetException(e);
            }
        })
        { IsBackground = true, Name = "birth of the measuring process" };
        thread.Start();
        var worker = new WorkerProcess(started.Task.GetAwaiter().GetResult(), over);
        if (privilege == Privileges.Root)
            worker.RequireOwnNamespace(parentNamespace);
        return worker;
    }

    /// <summary>unshare(1), which makes a user namespace before it becomes our program; null where there is none.</summary>
    internal static string? UnshareProgram() => new[] { "/usr/bin/unshare", "/bin/unshare" }.FirstOrDefault(File.Exists);

    /// <summary>Writes a line to its input, which stays open: its end is the sign to leave.</summary>
    internal void Tell(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    /// <summary>The next line that it writes.</summary>
    /// <exception cref="CalibrationException">It ended instead.</exception>
    internal async Task<string> ReadLineAsync(CancellationToken cancellation)
    {
        if (await _process.StandardOutput.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
            return line;
        await _process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        var text = (await _process.StandardError.ReadToEndAsync(cancellation).ConfigureAwait(false)).Trim();
        throw new CalibrationException($"the measuring process ended early with code {_process.ExitCode}{(text.Length > 0 ? ": " + text : "")}");
    }

    /// <summary>Feeds its messages to <paramref name="measurement"/> until it ends.</summary>
    internal async Task ReadAsync(string privilege, Measurement measurement, CancellationToken cancellation)
    {
        var errors = _process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await _process.StandardOutput.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
            measurement.Add(Parse(line));
        await _process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        var text = (await errors.ConfigureAwait(false)).Trim();
        if (measurement.Complete || measurement.Refused)
            return;
        measurement.Failure = $"the measuring process ended early with code {_process.ExitCode}{(text.Length > 0 ? ": " + text : "")}";
        // unshare(1) without the right to make a user namespace ends before our program begins.
        measurement.Refused = !measurement.Begun && privilege == Privileges.UserNamespace;
    }

    /// <summary>Ends it, kindly first: at the end of its input it leaves at once.</summary>
    public void Dispose()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
        }

        if (!_process.WaitForExit(Patience))
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _over.Set();
    }

    private static void EnterOwnNamespace(string parentNamespace)
    {
        SyscallException.Check(
            Libc.Unshare(MountFlags.OwnFileSystemInfo | MountFlags.NewNamespace), "unshare", "CLONE_NEWNS");
        if (MountNamespace.Own() == parentNamespace)
            throw new CalibrationException("unshare(CLONE_NEWNS) did not give the thread a namespace of its own");
        Directories.MakePrivate("/");
    }

    private void RequireOwnNamespace(string parentNamespace)
    {
        if (_process.HasExited || MountNamespace.Of(_process.Id) != parentNamespace)
            return;
        _process.Kill();
        Dispose();
        throw new CalibrationException("the measuring process was born in its parent's mount namespace; it was ended before it mounted anything");
    }

    private static WorkerMessage Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, WorkerJson.Default.WorkerMessage)!;
        }
        catch (JsonException)
        {
            throw new CalibrationException($"the measuring process wrote a line that is not a message: {line}");
        }
    }

    private static ProcessStartInfo StartInfo(string privilege, IReadOnlyList<string> arguments)
    {
        var command = OwnProgram.Command([.. arguments]);
        return OwnProgram.Child(privilege == Privileges.UserNamespace
            ? [UnshareProgram()!, "--user", "--map-root-user", "--mount", "--propagation", "private", "--", .. command]
            : command);
    }
}
