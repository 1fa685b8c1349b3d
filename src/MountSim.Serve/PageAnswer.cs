using System.Text.Json;
using MountSim.Reporting.Texts;

namespace MountSim.Serve;

/// <summary>A line of the stream that answers a question: the prediction so far.</summary>
internal sealed record PageAnswer
{
    /// <summary>Replications that the figures rest on.</summary>
    public required int Replications { get; init; }

    /// <summary>Replications that were asked for; the stream goes on until they are there.</summary>
    public required int Wanted { get; init; }

    /// <summary>True in the last line.</summary>
    public required bool Done { get; init; }

    /// <summary>The command line that gives these numbers.</summary>
    public required string Command { get; init; }

    /// <summary>What was simulated.</summary>
    public required string Title { get; init; }

    /// <summary>What binds.</summary>
    public required string Sentence { get; init; }

    /// <summary>How long.</summary>
    public required IReadOnlyList<PageFigure> Figures { get; init; }

    /// <summary>Where a start's time goes; the locks; in the last line what is not known well; the settings.</summary>
    public required IReadOnlyList<TextTable> Tables { get; init; }

    /// <summary>What a reader must know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Start times, waits by lock, and how busy CPUs and locks were.</summary>
    public required IReadOnlyList<PageChart> Charts { get; init; }

    /// <summary>Time from the question to this answer on the server, ms.</summary>
    public required double AnsweredMs { get; init; }

    /// <summary>What of it was simulation, ms.</summary>
    public required double SimulatedMs { get; init; }

    /// <summary>The numbers as <c>predict --format json</c> writes them, without the list of start times.</summary>
    public required JsonElement Report { get; init; }
}
