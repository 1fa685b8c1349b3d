using MountSim.Reporting.Texts;

namespace MountSim.Serve;

/// <summary>A line of the stream that answers "what would help?": how far the work is, and in the last line the mitigations.</summary>
/// <param name="Finished">Simulations done.</param>
/// <param name="Total">Simulations in all.</param>
internal sealed record PageHelp(int Finished, int Total)
{
    /// <summary>What helps most; null while the work goes on, as all below.</summary>
    public string? Sentence { get; init; }

    /// <summary>The command line that gives these numbers.</summary>
    public string? Command { get; init; }

    /// <summary>The mitigations, best first, and what each is and costs.</summary>
    public IReadOnlyList<TextTable>? Tables { get; init; }

    /// <summary>What does not apply, and why.</summary>
    public IReadOnlyList<string>? LeftOut { get; init; }

    /// <summary>What a reader must know.</summary>
    public IReadOnlyList<string>? Notes { get; init; }
}
