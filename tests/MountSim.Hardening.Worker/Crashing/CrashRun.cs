using System.Text.Json;

namespace MountSim.Hardening.Crashing;

/// <summary>Crashes one command again and again, and looks at what is left.</summary>
internal sealed class CrashRun(CrashCommand command, CrashFolder folder, string root, Random random)
{
    private const int DiskBytes = 64 << 20, Page = 4096, RerunEvery = 8;
    private const double Longest = 1.1; // of the undisturbed time: some crashes come too late
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5), BetweenInterrupts = TimeSpan.FromMilliseconds(50);

    private readonly string work = Path.Combine(root, "work"), temporary = Path.Combine(root, "tmp");
    private Undisturbed? undisturbed;
    private int kills;

    /// <summary>Crashes it once.</summary>
    public CrashResult Once(CrashWay way)
    {
        undisturbed ??= Prepared(false, () => Undisturbed.Of(command, work, temporary));
        return Prepared(way is CrashWay.FullDisk or CrashWay.ReadOnly, () =>
        {
            var old = command.Replaces && random.Next(2) == 0;
            folder.Fill(work, old ? command.Outputs : []);
            if (way == CrashWay.FullDisk) LeaveRoom();
            if (way == CrashWay.ReadOnly) Native.Freeze(work);
            using var run = new ToolRun(work, temporary, way == CrashWay.ClosedPipe ? command.ToStandardOutput : command.Arguments);
            var before = Disturb(run, way);
            var (exit, error) = run.Finish(Patience);
            var (outcome, problem) = Outputs(exit, way);
            var others = CrashFolder.Others(work, command.Outputs).Where(name => command.Keeps is not { } kept || !name.StartsWith(kept, StringComparison.Ordinal)).ToList();
            var inTemporary = Left(run.Id);
            var runtime = inTemporary.Count(IsRuntimes);
            // What a signal ends before the program's first instruction leaves what the runtime leaves.
            var isKilled = way == CrashWay.Kill || exit == 128 + SignalOf(way);
            problem ??= Exit(exit, way, error) ?? (way == CrashWay.Kill && others.All(name => name.EndsWith(".mountsim.tmp", StringComparison.Ordinal)) ? null : others.FirstOrDefault() is { } other ? $"left {other}" : null)
                ?? inTemporary.FirstOrDefault(name => !isKilled || !IsRuntimes(name)) ?? (way == CrashWay.Kill ? Again() : null);
            return new CrashResult(outcome, before, others.Count, runtime, problem is null ? null : $"{problem}; exit {exit}: {error}");
        });
    }

    private T Prepared<T>(bool disk, Func<T> use)
    {
        foreach (var used in new[] { work, temporary }.Where(Directory.Exists)) Directory.Delete(used, recursive: true);
        Directory.CreateDirectory(work);
        Directory.CreateDirectory(temporary);
        if (disk) Native.MountDisk(work, DiskBytes);
        try
        {
            if (!disk) folder.Fill(work, []);
            return use();
        }
        finally
        {
            if (disk) Native.UnmountDisk(work);
        }
    }

    // From no page to a few more than the outputs need.
    private void LeaveRoom()
    {
        var disk = new DriveInfo(work);
        var used = disk.TotalSize - disk.TotalFreeSpace;
        Native.ResizeDisk(work, used + ((long)random.Next((undisturbed!.Outputs.Values.Sum(bytes => bytes.Length) * 5 / 4 / Page) + 8) * Page));
    }

    private bool Disturb(ToolRun run, CrashWay way)
    {
        if (way is CrashWay.FullDisk or CrashWay.ReadOnly) return false;
        if (way == CrashWay.ClosedPipe)
        {
            var buffer = new byte[random.Next(undisturbed!.StandardOutput + 1)];
            run.Out.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            run.Out.Dispose();
            return false;
        }

        if (run.EndsWithin(undisturbed!.Time * (random.NextDouble() * Longest))) return true;
        Native.Signal(run.Id, SignalOf(way));
        if (way != CrashWay.InterruptTwice || run.EndsWithin(BetweenInterrupts * random.NextDouble())) return false;
        Native.Signal(run.Id, Native.Interrupt);
        return false;
    }

    private static int SignalOf(CrashWay way) => way switch
    {
        CrashWay.Kill => Native.KillNow,
        CrashWay.Terminate => Native.Terminate,
        CrashWay.HangUp => Native.HangUp,
        CrashWay.InterruptTwice => Native.Interrupt,
        _ => 0,
    };

    private static string? Exit(int exit, CrashWay way, string error)
    {
        if (exit < 0) return "did not end";
        if (error.Contains("   at ", StringComparison.Ordinal) || error.Contains("a bug of ours", StringComparison.Ordinal) || error.Contains("Unhandled", StringComparison.Ordinal)) return "a stack or a bug on standard error";
        if (exit is 0 or 1) return null;
        var lines = error.Split('\n').Count(line => line.StartsWith("error: ", StringComparison.Ordinal));
        return way switch
        {
            CrashWay.FullDisk or CrashWay.ReadOnly => exit is 2 or 3 && lines == 1 ? null : "not one error line and exit 2 or 3",
            CrashWay.ClosedPipe => exit == 141 || (exit == 3 && lines == 1) ? null : "not the exit of a closed pipe",
            _ => exit == 130 || exit == 128 + SignalOf(way) ? null : "not the exit of a signal",
        };
    }

    private (CrashOutcome Outcome, string? Problem) Outputs(int exit, CrashWay way)
    {
        var outcomes = new HashSet<CrashOutcome>();
        foreach (var name in command.Outputs)
        {
            if (Look(name) is not { } outcome) return (CrashOutcome.Mixed, $"{name} is neither old nor new");
            outcomes.Add(outcome);
        }
        var isDone = exit is 0 or 1 && way != CrashWay.ClosedPipe;
        return (outcomes.Count == 1 ? outcomes.First() : CrashOutcome.Mixed, isDone && (outcomes.Count > 1 || !outcomes.Contains(CrashOutcome.New)) ? "says it is done, and has not written all" : null);
    }

    private CrashOutcome? Look(string name)
    {
        var file = Path.Combine(work, name);
        if (!File.Exists(file)) return CrashOutcome.None;
        var bytes = File.ReadAllBytes(file);
        if (bytes.AsSpan().SequenceEqual(System.Text.Encoding.UTF8.GetBytes(CrashFolder.Old))) return CrashOutcome.Old;
        return (command.IsDeterministic ? bytes.AsSpan().SequenceEqual(undisturbed!.Outputs[name]) : IsWhole(bytes)) ? CrashOutcome.New : null;
    }

    // What is measured differs from run to run: JSON that ends, or lines of as many cells as the header.
    private static bool IsWhole(byte[] bytes)
    {
        if (bytes is [(byte)'{', ..])
        {
            using var document = JsonDocument.Parse(bytes);
            return bytes[^1] == '\n';
        }
        var lines = System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n");
        return lines[^1].Length == 0 && lines[..^1].All(line => line.Count(cell => cell == ',') == lines[0].Count(cell => cell == ','));
    }

    // Processes, mounts and trace instances of the run, and what is in its temporary folder.
    private List<string> Left(int process)
    {
        SpinWait.SpinUntil(() => !Processes().Any(), Patience);
        return
        [
            .. Directory.EnumerateFileSystemEntries(temporary).Select(entry => Path.GetFileName(entry)!), .. Processes().Select(id => $"left process {id}"),
            .. File.ReadLines("/proc/self/mountinfo").Where(line => line.Contains(temporary, StringComparison.Ordinal)).Select(line => $"left mount {line}"),
            .. MountSim.Calibration.Tracing.TraceLeftovers.Of("instances").Where(name => name.Contains(FormattableString.Invariant($"-{process}-"), StringComparison.Ordinal)),
        ];
    }

    private IEnumerable<string> Processes() => Directory.EnumerateDirectories("/proc").Where(entry => char.IsAsciiDigit(Path.GetFileName(entry)[0]) && Environment(entry).Contains($"TMPDIR={temporary}\0", StringComparison.Ordinal)).Select(entry => Path.GetFileName(entry));

    private static string Environment(string process)
    {
        try
        {
            return File.ReadAllText(process + "/environ");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    // A sweep goes on from what is there; the other commands are not hindered by it.
    private string? Again()
    {
        if (command is { Keeps: null, Afterwards.Count: 0 } && ++kills % RerunEvery != 0) return null;
        foreach (var arguments in command.Afterwards.Count > 0 ? command.Afterwards : [command.Arguments])
        {
            // A folder that a kill left before its first file is no sweep's yet.
            if (arguments is ["sweep", "status", "parts"] && !File.Exists(Path.Combine(work, "parts/sweep.json"))) continue;
            using var run = new ToolRun(work, temporary, arguments);
            if (run.Finish(Patience) is var (exit, error) && exit is not (0 or 1)) return $"afterwards, {string.Join(' ', arguments)} ended with {exit}: {error}";
        }
        var merged = undisturbed!.Afterwards is { } whole && !File.ReadAllBytes(Path.Combine(work, Undisturbed.Merged)).AsSpan().SequenceEqual(whole);
        return merged || command.Outputs.Any(name => Look(name) != CrashOutcome.New) ? "afterwards, the outputs are not those of an undisturbed run"
            : command.Keeps is { } kept && File.Exists(Path.Combine(work, kept)) ? $"afterwards, {kept} is still there" : null;
    }

    private static bool IsRuntimes(string name) => name.StartsWith("dotnet-diagnostic-", StringComparison.Ordinal) || name.StartsWith("clr-debug-pipe-", StringComparison.Ordinal);
}
