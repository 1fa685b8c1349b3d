namespace MountSim.Hardening.Crashing;

/// <summary>A command that writes.</summary>
/// <param name="Name">Its name in the results.</param>
/// <param name="Arguments">The command line, with relative paths.</param>
/// <param name="Outputs">The files that it writes.</param>
internal sealed record CrashCommand(string Name, IReadOnlyList<string> Arguments, IReadOnlyList<string> Outputs)
{
    /// <summary>The same question with its answer on standard output.</summary>
    public required IReadOnlyList<string> ToStandardOutput { get; init; }

    /// <summary>What an interrupted run keeps on purpose, so that the next one goes on from there: names that begin so.</summary>
    public string? Keeps { get; init; }

    /// <summary>The same bytes every time: what is measured on the host is not.</summary>
    public bool IsDeterministic { get; init; } = true;

    /// <summary>Its outputs are written over; false where one that is there is another run's.</summary>
    public bool Replaces { get; init; } = true;

    /// <summary>Command lines that must give the same bytes after a kill, in turn; the command itself when there are none.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Afterwards { get; init; } = [];
}
