using MountSim.Reporting.Plots;
using MountSim.Reporting.Texts;

namespace MountSim.Reporting.Html;

/// <summary>One result in a page.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Answer">The one sentence.</param>
/// <param name="Source">The file it came from.</param>
/// <param name="Command">The command line that makes it again; null where the file does not say.</param>
/// <param name="Charts">Its pictures.</param>
/// <param name="Tables">Its tables.</param>
/// <param name="Notes">What a reader must know.</param>
internal sealed record HtmlSection(
    string Title, string Answer, string Source, string? Command, IReadOnlyList<PageChart> Charts, IReadOnlyList<TextTable> Tables, IReadOnlyList<string> Notes);
