using System.Globalization;
using System.Net;
using System.Text;
using MountSim.Reporting.Plots;

namespace MountSim.Reporting.Html;

/// <summary>Results as one page that needs nothing else: no network, no script, pictures inline, for screens of any width, dark and light, and for paper.</summary>
internal static class HtmlPage
{
    public static string Of(string title, IReadOnlyList<HtmlSection> sections, string command, string version)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>").Append(Text(title)).Append("</title>\n<style>\n").Append(Css()).Append("</style>\n</head>\n<body>\n<header>\n<h1>")
            .Append(Text(title)).Append("</h1>\n");
        if (sections.Count > 1) Contents(page, sections);
        page.Append("</header>\n<main>\n");
        foreach (var (at, section) in sections.Index()) Section(page, at, section);
        page.Append("</main>\n<footer>\n<p class=\"source\">This page is made by</p>\n<pre>").Append(Text(command)).Append("</pre>\n<p class=\"source\">mountsim ").Append(Text(version)).Append("</p>\n</footer>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void Contents(StringBuilder page, IReadOnlyList<HtmlSection> sections)
    {
        page.Append("<nav aria-label=\"Results\">\n<ol>\n");
        foreach (var (at, section) in sections.Index()) page.Append("<li><a href=\"#").Append(Id(at)).Append("\">").Append(Text(section.Title)).Append("</a></li>\n");
        page.Append("</ol>\n</nav>\n");
    }

    private static void Section(StringBuilder page, int at, HtmlSection section)
    {
        page.Append("<section id=\"").Append(Id(at)).Append("\" aria-labelledby=\"").Append(Id(at)).Append("-title\">\n<h2 id=\"").Append(Id(at)).Append("-title\">").Append(Text(section.Title)).Append("</h2>\n<p class=\"answer\">")
            .Append(Text(section.Answer)).Append("</p>\n");
        foreach (var chart in section.Charts) Figure(page, chart);
        foreach (var table in section.Tables) HtmlTable.Write(page, table, section.Title);
        if (section.Notes.Count > 0)
        {
            page.Append("<h3>Notes</h3>\n<ul>\n");
            foreach (var note in section.Notes) page.Append("<li>").Append(Text(note)).Append("</li>\n");
            page.Append("</ul>\n");
        }
        page.Append("<h3>The same numbers again</h3>\n");
        if (section.Command is { } command) page.Append("<pre>").Append(Text(command)).Append("</pre>\n");
        page.Append("<p class=\"source\">From ").Append(Text(section.Source)).Append(section.Command is null ? ", which does not say the command that made it" : "").Append("</p>\n</section>\n");
    }

    private static void Figure(StringBuilder page, PageChart chart)
    {
        page.Append("<figure>\n<figcaption><strong>").Append(Text(chart.Title)).Append("</strong>");
        if (chart.Subtitle.Length > 0) page.Append("<span>").Append(Text(chart.Subtitle)).Append("</span>");
        page.Append("</figcaption>\n");
        if (chart.Narrow is { } narrow) page.Append("<div class=\"narrow\">").Append(narrow).Append("</div>\n");
        // A picture that is not drawn for narrow screens is scrolled there.
        if (chart.Narrow is null) page.Append("<div class=\"wide scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").Append(Text(chart.Title)).Append("\">");
        else page.Append("<div class=\"wide\">");
        page.Append(chart.Wide).Append("</div>\n</figure>\n");
    }

    private static string Id(int at) => string.Create(CultureInfo.InvariantCulture, $"result-{at + 1}");

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Css()
    {
        using var reader = new StreamReader(typeof(HtmlPage).Assembly.GetManifestResourceStream("page.css")!);
        return reader.ReadToEnd();
    }
}
