using System.Net;
using System.Text;

namespace MountSim.Reporting.Html;

/// <summary>A table of a page: a caption, column heads, the first cell of a row as its head.</summary>
/// <param name="Caption">What it is.</param>
/// <param name="Heads">Column heads.</param>
/// <param name="Words">So many columns from the left are text; the others are numbers and stand on the right.</param>
/// <param name="Rows">Text of the cells.</param>
internal sealed record HtmlTable(string Caption, IReadOnlyList<string> Heads, int Words, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <param name="page">Where to.</param>
    /// <param name="of">The result that it belongs to: a region's name is unique in its page.</param>
    public void Write(StringBuilder page, string of)
    {
        // A table wider than the screen is scrolled by itself, also by keys.
        page.Append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").Append(Text($"{Caption}: {of}")).Append("\">\n<table>\n<caption>").Append(Text(Caption)).Append("</caption>\n<thead><tr>");
        foreach (var (at, head) in Heads.Index()) page.Append("<th scope=\"col\"").Append(Class(at)).Append('>').Append(Text(head)).Append("</th>");
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in Rows)
        {
            page.Append("<tr>");
            foreach (var (at, cell) in row.Index())
            {
                var element = at == 0 ? "th" : "td";
                page.Append('<').Append(element).Append(at == 0 ? " scope=\"row\"" : "").Append(Class(at)).Append('>').Append(Text(cell)).Append("</").Append(element).Append('>');
            }
            page.Append("</tr>\n");
        }
        page.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private string Class(int column) => column >= Words ? " class=\"number\"" : "";
}
