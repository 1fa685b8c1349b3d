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
    /// <param name="latest">The latest moment of a kill, after the program's first own instruction.</param>
    /// <param name="program">The calibration program: this one.</param>
    public KillStorm(int seed, TimeSpan latest, string program) => (_random, _latest, _program) = (new Random(seed), latest, program);

    /// <summary>Kills that many calibrations, one after the other, each target in turn.</summary>
    /// <param name="kills">How many.</param>
    /// <param name="told">Told after each.</param>
    public KillReport Run(int kills, Action<KillReport>? told = null)
    {
        var total = KillReport.None;
        for (var i = 0; i < kills; i++)
        {
            total = total.And(One(Targets[i % Targets.Length]));
            told?.Invoke(total);
        }

        return total;
    }

    private KillReport One(KillTarget target)
    {
        var folder = Directory.CreateTempSubdirectory("mountsim-kill-").FullName;
        using var main = Start(folder);
        AwaitFirstInstruction(main, folder);
        Wait(_random.NextDouble() * _latest);
        var guard = Child(main, "calibrate-guard");
        var worker = Child(main, "calibrate-worker");
        var traced = Traces("instances", main.Id) > 0;
        Kill(target, main.Id, worker, guard);
        if (!main.WaitForExit(Patience))
            main.Kill();
        SpinWait.SpinUntil(() => !ProcessTree.With(folder).Any(), Patience);
        var report = new KillReport(
            1, guard == 0 ? 0 : 1, worker == 0 ? 0 : 1, traced ? 1 : 0, Mounts(folder), Traces("instances", main.Id), Traces("kprobe_events", main.Id),
            Directory.EnumerateFileSystemEntries(folder).Count(), ProcessTree.With(folder).Count());
        if (report.Clean)
            Directory.Delete(folder, true);
        else
            Console.Error.WriteLine($"{target} left something in {folder}: {report}");
        return report;
    }

    // A calibration begins with the program's first own instruction, which removes the runtime's files. A program killed before that is not one
    // yet: what the runtime alone leaves then is in nobody's hand but its own (DOTNET_EnableDiagnostics=0 keeps it from making them).
    private static void AwaitFirstInstruction(Process main, string folder)
    {
        var seen = false;
        SpinWait.SpinUntil(
            () =>
            {
                var there = Directory.EnumerateFiles(folder).Any(IsRuntimeFile);
                seen |= there;
                return (seen && !there) || Child(main, "calibrate-guard") > 0 || main.HasExited;
            }, Patience);
    }

    private static int Child(Process main, string verb) => ProcessTree.Children(main.Id).FirstOrDefault(c => ProcessTree.Runs(c, verb));

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

    // Names carry the ID of the program that a measuring child works for.
    private static int Traces(string what, int main) => TraceLeftovers.Of(what).Count(name =>
        name.Replace('_', '-').Contains(FormattableString.Invariant($"-{main}-"), StringComparison.Ordinal));
}
