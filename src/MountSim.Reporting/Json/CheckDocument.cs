using MountSim.Reporting.Models;

namespace MountSim.Reporting.Json;

/// <summary>A check of models as JSON.</summary>
/// <param name="Models">A sound model or a problem each.</param>
/// <param name="Traces">An operation of the traces each; null where none were asked for.</param>
/// <param name="Summary">The score; null likewise.</param>
internal sealed record CheckDocument(IReadOnlyList<CheckRow> Models, IReadOnlyList<MatchRow>? Traces, string? Summary);
