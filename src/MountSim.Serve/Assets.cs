using System.Net;
using System.Text;

namespace MountSim.Serve;

/// <summary>The files of the page, which come with the program.</summary>
internal static class Assets
{
    /// <summary>Path, content type and bytes of each.</summary>
    public static IReadOnlyList<(string Path, string Type, byte[] Bytes)> All { get; } =
    [
        ("/", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(Read("index.html").Replace("<!--controls-->", Controls(), StringComparison.Ordinal))),
        ("/page.css", "text/css; charset=utf-8", Encoding.UTF8.GetBytes(Read("page.css"))),
        ("/page.js", "text/javascript; charset=utf-8", Encoding.UTF8.GetBytes(Read("page.js"))),
        ("/icon.svg", "image/svg+xml", Encoding.UTF8.GetBytes(Read("icon.svg"))),
    ];

    private static string Controls() => string.Concat(PageFields.Groups.Select(group =>
        $"<fieldset><legend>{Html(group.Heading)}</legend>{string.Concat(group.Fields.Select(field => field.Choices.Count > 0 ? Choice(field) : Slider(field)))}</fieldset>\n"));

    private static string Choice(PageField field)
    {
        var byDefault = field.Requested.Default ?? "";
        var unsaid = field.Requested.Default is null ? $"<option value=\"\">{Html(field.Unsaid ?? "")}</option>" : "";
        var options = field.Choices.Select(choice => $"<option{(choice == byDefault ? " selected" : "")}>{Html(choice)}</option>");
        return Control(field, $"<select id=\"{field.Name}\" name=\"{field.Name}\">{unsaid}{string.Concat(options)}</select>");
    }

    private static string Slider(PageField field)
    {
        var bounds = $"min=\"{field.Min}\" max=\"{field.Max}\" value=\"{Html(field.Requested.Default ?? "")}\"";
        return Control(
            field,
            $"<input type=\"number\" id=\"{field.Name}\" name=\"{field.Name}\" {bounds} placeholder=\"{Html(field.Unsaid ?? "")}\" inputmode=\"numeric\" autocomplete=\"off\">"
            + $"<input type=\"range\" id=\"{field.Name}-slider\" {bounds} aria-label=\"{Html(field.Label)}, slider\">");
    }

    private static string Control(PageField field, string input) =>
        $"<div class=\"control\" data-name=\"{field.Name}\" data-default=\"{Html(field.Requested.Default ?? "")}\"><label for=\"{field.Name}\" title=\"{Html(field.Requested.Description)}\">{Html(field.Label)}</label>{input}</div>";

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Assets).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
