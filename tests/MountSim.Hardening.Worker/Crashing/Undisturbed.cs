using System.Diagnostics;

namespace MountSim.Hardening.Crashing;

/// <summary>What a command does when nobody disturbs it.</summary>
/// <param name="Time">How long it takes.</param>
/// <param name="Outputs">The bytes of each output.</param>
/// <param name="Afterwards">The bytes that its last command afterwards writes; null without one.</param>
/// <param name="StandardOutput">Bytes of the answer on standard output.</param>
internal sealed record Undisturbed(TimeSpan Time, IReadOnlyDictionary<string, byte[]> Outputs, byte[]? Afterwards, int StandardOutput)
{
    /// <summary>The file of the last command afterwards.</summary>
    public const string Merged = "merged.csv";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs it.</summary>
    public static Undisturbed Of(CrashCommand command, string folder, string temporary)
    {
        Finish(command.Arguments, folder, temporary); // the first run of a program reads it from the disk
        var started = Stopwatch.GetTimestamp();
        Finish(command.Arguments, folder, temporary);
        var time = Stopwatch.GetElapsedTime(started);
        foreach (var after in command.Afterwards) Finish(after, folder, temporary);
        using var answer = new ToolRun(folder, temporary, command.ToStandardOutput);
        using var bytes = new MemoryStream();
        answer.Out.CopyTo(bytes);
        answer.Finish(Patience);
        return new Undisturbed(
            time, command.Outputs.ToDictionary(name => name, name => File.ReadAllBytes(Path.Combine(folder, name))), command.Afterwards.Count > 0 ? File.ReadAllBytes(Path.Combine(folder, Merged)) : null, (int)bytes.Length);
    }

    private static void Finish(IReadOnlyList<string> arguments, string folder, string temporary)
    {
        using var run = new ToolRun(folder, temporary, arguments);
        if (run.Finish(Patience) is var (exit, error) && exit is not (0 or 1)) throw new InvalidOperationException($"mountsim {string.Join(' ', arguments)} ended with {exit}: {error}");
    }
}
