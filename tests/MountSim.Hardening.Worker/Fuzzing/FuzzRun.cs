using System.Diagnostics;
using MountSim.Cli;
using MountSim.Experiments;
using MountSim.Experiments.Fleets;
using MountSim.Model;

namespace MountSim.Hardening.Fuzzing;

/// <summary>Gives inputs to the tool in this process, one after the other, and judges each.</summary>
internal sealed class FuzzRun : IDisposable
{
    private const string Old = "old\n";
    private const long MostBytes = 1L << 30;
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(0.5); // a model may ask for a million mounts; that it was read is enough

    private readonly string folder, elsewhere;
    private readonly PredictionSummary summary;
    private readonly PredictionReport report;
    private readonly CancellationTokenSource stopped = new();

    /// <param name="root">A folder of its own; relative paths lead to a folder deep in it, so that no <c>..</c> leads out.</param>
    public FuzzRun(string root)
    {
        (folder, elsewhere) = (Path.Combine(root, "case"), Path.Combine(root, "a/b/c/d/e"));
        Directory.CreateDirectory(elsewhere);
        Directory.SetCurrentDirectory(elsewhere);
        report = Predictor.Predict(new PredictRequest { Cores = 2, Sockets = 1, Runtime = "minimal-fd", Replications = 2, Threads = 1, Workload = new() { Containers = 2 } }, null, CancellationToken.None);
        summary = report.Summary;
        stopped.Cancel();
    }

    /// <summary>Gives one.</summary>
    /// <returns>What became of it, why it failed, what it took.</returns>
    public FuzzResult Give(FuzzCase input)
    {
        Prepare(input);
        using var error = new StringWriter { NewLine = "\n" };
        using var output = new WatchedText();
        var (allocated, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        var exit = Run(input, output, error);
        var (time, bytes) = (Stopwatch.GetElapsedTime(started), GC.GetAllocatedBytesForCurrentThread() - allocated);
        var problem = Problem(input, exit, output, error.ToString()) ?? (bytes > MostBytes ? $"took {bytes >> 20} MB" : null);
        var verdict = problem is not null ? Verdict.Failed : exit == ExitCode.BadInput ? Verdict.Refused : Verdict.Accepted;
        return new FuzzResult(verdict, problem is null ? "" : $"{problem}\n  exit {exit}: {error}", error.ToString(), time, bytes);
    }

    public void Dispose() => stopped.Dispose();

    private int Run(FuzzCase input, TextWriter output, TextWriter error)
    {
        if (input.Reads is { } read)
        {
            try
            {
                read();
                return ExitCode.Done;
            }
            catch (ModelException refused)
            {
                error.WriteLine($"error: {refused.Message}");
                return ExitCode.BadInput;
            }
        }

        using var limit = new CancellationTokenSource(LongestRun);
        return App.Run([.. input.Arguments.Select(word => word.Replace("{}", folder, StringComparison.Ordinal))], new Session
        {
            Out = output,
            Error = error,
            Cancellation = input.OnlyReads ? stopped.Token : limit.Token,
            Environment = _ => null,
            ShowStack = true,
            Predict = (request, _, cancellation) =>
            {
                Predictor.Summarise(request, cancellation);
                return report;
            },
            Summarise = (request, cancellation) =>
            {
                cancellation.ThrowIfCancellationRequested();
                return summary;
            },
            AnswerFleet = (scenarios, _, _, _) => [.. scenarios.Select(_ => new FleetAnswer(summary, 1, false, null))],
            Calibrate = (_, _, cancellation) => throw new OperationCanceledException(cancellation),
            Burst = (_, _, cancellation) => throw new OperationCanceledException(cancellation),
            ValidateHost = (_, _, cancellation) => throw new OperationCanceledException(cancellation),
            ValidateClaims = (_, _, _, cancellation) => throw new OperationCanceledException(cancellation),
        });
    }

    private void Prepare(FuzzCase input)
    {
        foreach (var used in new[] { folder, elsewhere }.Where(Directory.Exists)) Directory.Delete(used, recursive: true);
        Directory.CreateDirectory(folder);
        Directory.CreateDirectory(elsewhere);
        Directory.SetCurrentDirectory(elsewhere);
        foreach (var (name, content) in input.Files) File.WriteAllBytes(Path.Combine(folder, name), content);
        input.Makes?.Invoke(folder);
        File.WriteAllText(Path.Combine(folder, FuzzCase.Output), Old);
    }

    private string? Problem(FuzzCase input, int exit, WatchedText output, string error)
    {
        if (Directory.EnumerateFiles(folder, ".*").Concat(Directory.EnumerateFiles(elsewhere, ".*.tmp")).FirstOrDefault() is { } left) return $"left {left}";
        if (error.Any(WatchedText.IsUnprintable)) return "an error with what a terminal obeys";
        if (output.HasUnprintable) return "an output with what a terminal obeys";
        var written = File.ReadAllText(Path.Combine(folder, FuzzCase.Output)) != Old;
        return exit switch
        {
            ExitCode.Done or ExitCode.AnsweredNo or ExitCode.Partial => null,
            ExitCode.Interrupted => written ? "stopped, and wrote a file" : null,
            ExitCode.BadInput when written => "refused, and wrote a file",
            ExitCode.BadInput when output.Length > 0 => "refused, and printed a result",
            ExitCode.BadInput => Names(input, error) ? null : "an error that names no place",
            ExitCode.HostCannot when input.Subject is null && error.Contains("error: --", StringComparison.Ordinal) => null,
            _ => "not an exit of bad input",
        };
    }

    private bool Names(FuzzCase input, string error) => input.Reads is not null || (input.Subject is { } subject
        ? error.Contains(Path.Combine(folder, subject), StringComparison.Ordinal) || error.Contains("error: runtime ", StringComparison.Ordinal) // what shows only when models run together
        : error.Contains("error: ", StringComparison.Ordinal) || error.Contains("Usage", StringComparison.Ordinal));
}
