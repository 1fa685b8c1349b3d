using MountSim.Experiments.Validation.Claims;
using MountSim.Model.Costs;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>Claims for the terminal: each with the figure that decides it and the verdict, then what the host shows.</summary>
public static class ClaimsTable
{
    /// <summary>Writes all sections.</summary>
    public static void Write(TextWriter writer, ClaimReport report, TableSettings settings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(settings);
        using var lines = new TrimmedLines(writer);
        var console = TableConsole.Create(lines, settings);
        var table = Section.Columns(2, "claim", "what was measured", "figure", "95 % interval", "holds if", "verdict");
        table.Columns[4].Alignment = table.Columns[5].Alignment = Justify.Left;
        foreach (var claim in report.Claims)
        {
            table.AddRow(
                Section.Plain(claim.Id), Section.Plain(claim.Figure), Section.Plain(Figure(claim)), Section.Plain(claim.Measured is { } number ? Bounds(number) : "-"),
                Section.Plain(claim.Rule), new Text(Word(claim.Verdict), Section.Bold));
        }
        console.Write(table);
        Write(console, "What the article says, and what the host shows", report.Claims.Select(claim => $"{claim.Id}: \"{claim.Text}\". Here: {claim.Shows}."));
        Write(console, "Notes", report.Notes);
        console.WriteLine();
        console.Write(new Text(report.Summary, Section.Bold));
        console.WriteLine();
    }

    /// <summary>A verdict in words.</summary>
    public static string Word(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Holds => "holds",
        ClaimVerdict.DoesNotHold => "does not hold",
        ClaimVerdict.Undecided => "undecided",
        _ => "not tested",
    };

    private static string Figure(Claim claim) => claim.Measured is { } number ? $"{Quantity.Number(number.Value)} {claim.Unit}".TrimEnd() : "-";

    private static string Bounds(Interval number) => $"{Quantity.Number(number.Low)} to {Quantity.Number(number.High)}";

    private static void Write(IAnsiConsole console, string heading, IEnumerable<string> texts)
    {
        Section.Heading(console, heading);
        var table = Section.Columns(1, "");
        foreach (var text in texts) table.AddRow(Section.Plain(text));
        console.Write(table);
    }
}
