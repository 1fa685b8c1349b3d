using System.Net;
using System.Text;
using MountSim.Reporting.Texts;

namespace MountSim.Reporting.Html;

/// <summary>Lays a table out on a page: its heading as the caption, the first cell of a row as the row's head, numbers on the right.</summary>
internal static class HtmlTable
{
    /// <summary>Writes one.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="table">What.</param>
    /// <param name="of">The result that it belongs to: a region's name is unique in its page.</param>
    public static void Write(StringBuilder page, TextTable table, string of)
    {
        // A table wider than the screen is scrolled by itself, also by keys.
        page.Append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").Append(Text($"{table.Heading}: {of}")).Append("\">\n<table>\n<caption>").Append(Text(table.Heading)).Append("</caption>\n<thead><tr>");
        foreach (var (at, head) in table.Columns.Index())
        {
            // A head without words is none: a screen reader would announce an empty one.
            var element = head.Length > 0 ? "th" : "td";
            page.Append('<').Append(element).Append(head.Length > 0 ? " scope=\"col\"" : "").Append(Class(table, at)).Append('>').Append(Text(head)).Append("</").Append(element).Append('>');
        }


        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            page.Append("<tr>");
            foreach (var (at, cell) in row.Index())
            {
                var element = at == 0 ? "th" : "td";
                page.Append('<').Append(element).Append(at == 0 ? " scope=\"row\"" : "").Append(Class(table, at)).Append('>').Append(Text(cell)).Append("</").Append(element).Append('>');
            }
            page.Append("</tr>\n");
        }
        page.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Class(TextTable table, int column) => column >= table.Words ? " class=\"number\"" : "";
}
