namespace MountSim.Reporting.Tests;

/// <summary>A cell as a spreadsheet understood it.</summary>
/// <param name="Type">float, percentage, string, date, ...; null when empty.</param>
/// <param name="Value">Of a number.</param>
/// <param name="Shown">What its reader sees.</param>
/// <param name="IsFormula">Something is computed.</param>
public sealed record OfficeCell(string? Type, double? Value, string Shown, bool IsFormula);
