using System.Diagnostics;
using System.Globalization;
using MountSim.Calibration.Tracing;

namespace MountSim.Calibration.Worker.Program;

/// <summary>Starts calibrations of this program, kills them at random moments and counts what is left.</summary>
public sealed class KillStorm
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly KillTarget[] Targets = Enum.GetValues<KillTarget>();
    private readonly Random _random;
    private readonly TimeSpan _latest;
    private readonly string _program;

    /// <summary>A storm.</summary>
    /// <param name="seed">Of the moments.</param>
    /// <param name="latest">The latest moment of a kill, after the start.</param>
    /// <param name="program">The calibration program: this one.</param>
    public KillStorm(int seed, TimeSpan latest, string program) => (_random, _latest, _program) = (new Random(seed), latest, program);

    /// <summary>Kills that many calibrations, one after the other, each target in turn.</summary>
    /// <param name="kills">How many.</param>
    /// <param name="told">Told after each.</param>
    public KillReport Run(int kills, Action<KillReport>? told = null)
    {
        var total = new KillReport(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        for (var i = 0; i < kills; i++)
        {
            total += One(Targets[i % Targets.Length]);
            told?.Invoke(total);
        }

        return total;
    }

    private KillReport One(KillTarget target)
    {
        var folder = Directory.CreateTempSubdirectory("mountsim-kill-").FullName;
        using var main = Start(folder);
        Wait(_random.NextDouble() * _latest);
        var worker = ProcessTree.Children(main.Id).FirstOrDefault(c => ProcessTree.Runs(c, "calibrate-worker"));
        var guard = ProcessTree.Children(main.Id).FirstOrDefault(c => ProcessTree.Runs(c, "calibrate-guard"));
        // The runtime's files go when a calibration begins; before, no instruction of ours has run.
        var begun = !Directory.EnumerateFiles(folder).Any(IsRuntimeFile) && (guard > 0 || main.HasExited);
        Kill(target, main.Id, worker, guard);
        if (!main.WaitForExit(Patience))
            main.Kill();
        SpinWait.SpinUntil(() => !ProcessTree.With(folder).Any(), Patience);
        var left = Directory.EnumerateFileSystemEntries(folder).ToList();
        var report = new KillReport(
            1, begun ? 0 : 1, worker == 0 ? 0 : 1, guard == 0 ? 0 : 1, Mounts(folder), Traces("instances", main.Id, worker), Traces("kprobe_events", main.Id, worker),
            left.Count(f => begun || !IsRuntimeFile(f)), begun ? 0 : left.Count(IsRuntimeFile), ProcessTree.With(folder).Count());
        if (report.Clean)
            Directory.Delete(folder, true);
        else
            Console.Error.WriteLine($"{target} left something in {folder}: {report}");
        return report;
    }

    private static void Kill(KillTarget target, int main, int worker, int guard)
    {
        switch (target)
        {
            case KillTarget.KillMain:
                Signal("KILL", main);
                break;
            case KillTarget.KillWorker:
                Signal("KILL", worker == 0 ? main : worker);
                break;
            case KillTarget.KillGuard:
                Signal("KILL", guard);
                Signal("INT", main);
                break;
            case KillTarget.KillMainAndWorker:
                Signal("KILL", main, worker);
                break;
            case KillTarget.Interrupt:
                Signal("INT", main, worker);
                break;
            default:
                Signal("TERM", main);
                break;
        }
    }

    private static void Signal(string name, params int[] processes)
    {
        List<string> ids = [.. processes.Where(p => p > 0).Select(p => p.ToString(CultureInfo.InvariantCulture))];
        if (ids.Count == 0)
            return;
        using var kill = Process.Start(new ProcessStartInfo("kill", ["-" + name, .. ids]) { RedirectStandardError = true })!;
        kill.WaitForExit();
    }

    private Process Start(string folder)
    {
        var info = new ProcessStartInfo(_program, [Path.Combine(folder, "never.json"), "60"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        info.Environment["TMPDIR"] = folder;
        // As a user's shell has it: the runtime's sockets are part of what may be left.
        info.Environment.Remove("DOTNET_EnableDiagnostics");
        var process = Process.Start(info)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    private static void Wait(TimeSpan time)
    {
        using var never = new ManualResetEventSlim(false, spinCount: 0);
        never.Wait(time);
    }

    private static int Mounts(string folder) => File.ReadLines("/proc/self/mountinfo").Count(l => l.Contains(folder, StringComparison.Ordinal));

    private static bool IsRuntimeFile(string path) =>
        Path.GetFileName(path) is var name && (name.StartsWith("dotnet-diagnostic-", StringComparison.Ordinal) || name.StartsWith("clr-debug-pipe-", StringComparison.Ordinal));

    // Names carry the process's ID and start; those of these two are of this run or of none.
    private static int Traces(string what, int main, int worker) => TraceLeftovers.Of(what).Count(name =>
        new[] { main, worker }.Any(id => id > 0 && name.Replace('_', '-').Contains(FormattableString.Invariant($"-{id}-"), StringComparison.Ordinal)));
}
