namespace MountSim.Reporting.Json;

/// <summary>A case of a validation in its JSON.</summary>
internal sealed record ValidationCaseEntry(string Case, string Title, string Basis, string Verdict);
