using MountSim.Browser;
using MountSim.Model;
using MountSim.Reporting.Html;

namespace MountSim.Reporting.Tests.Html;

/// <summary>The page of the verb report, looked at where it is shown: a real Chromium, at the width of a laptop and of a phone, in light, in dark and on paper.</summary>
public sealed class ReportPageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mountsim-page-").FullName;
    private readonly string[] files;

    public ReportPageTests() => files = SampleResults.WriteTo(folder);

    private string Address => "file://" + Path.Combine(folder, "page.html");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task Nothing_is_cut_and_nothing_overlaps_on_any_screen(int width, bool dark)
    {
        Write();
        await using var browser = await Chromium.LaunchAsync();
        await using var page = await browser.OpenAsync(Address, width == 390 ? Screen.Phone : Screen.Desktop, dark);
        Assert.Empty(await page.LayoutProblemsAsync());
        var cut = await CutTextOfPictures(page);
        Assert.True(cut.Length == 0, string.Join("\n", cut));
        Assert.Empty(page.Complaints);
        if (Environment.GetEnvironmentVariable("MOUNTSIM_SCREENSHOTS") is { Length: > 0 } kept) await page.ScreenshotAsync(Path.Combine(kept, $"report-{width}{(dark ? "-dark" : "")}.png"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_can_be_read_by_everybody(bool dark)
    {
        Write();
        await using var browser = await Chromium.LaunchAsync();
        await using var page = await browser.OpenAsync(Address, Screen.Desktop, dark);
        Assert.Empty(await page.AccessibilityProblemsAsync());
    }

    [Fact]
    public async Task On_paper_nothing_is_wider_than_the_paper()
    {
        Write();
        await using var browser = await Chromium.LaunchAsync();
        await using var page = await browser.OpenAsync(Address, new Screen(760, 1000), dark: true); // A4 less its margins
        await page.Dom.EmulateMediaTypeAsync(PuppeteerSharp.Media.MediaType.Print);
        Assert.True(await page.Dom.EvaluateExpressionAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        Assert.Equal("rgb(255, 255, 255)", await page.Dom.EvaluateExpressionAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.Equal("none", await page.Dom.EvaluateExpressionAsync<string>("getComputedStyle(document.querySelector('nav')).display"));
    }

    [Fact]
    public void It_needs_nothing_but_itself()
    {
        var page = Write();
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("url\\((?!#)", page);
        Assert.DoesNotMatch("href=\"(?!#)", page.Replace("xmlns:xlink=", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_result_says_its_answer_its_file_and_its_command()
    {
        var page = Write();
        Assert.Equal(files.Length, page.Split("<section ").Length - 1);
        Assert.Contains("mountsim predict --containers 500", page, StringComparison.Ordinal);
        Assert.Contains("mountsim fleet hosts.csv --slo &#39;start_p99_ms&lt;=300&#39;", page, StringComparison.Ordinal);
        Assert.All(files, file => Assert.Contains($"From {Path.GetFileName(file)}", page, StringComparison.Ordinal));
        Assert.Contains("fewer-layers helps most of what is like for like", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_file_says_is_text_and_never_markup()
    {
        var page = Write();
        Assert.Contains("web &lt;1&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("web <1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_are_unique() =>
        Assert.All(System.Text.RegularExpressions.Regex.Matches(Write(), " id=\"([^\"]+)\"").GroupBy(match => match.Groups[1].Value), id => Assert.Single(id));

    [Theory]
    [InlineData("{\"format\": \"mountsim-sweep/1\", \"sweep\": \"x\"}", "bad.json:1:45: lacks 'varied', 'rows', 'failures'")]
    [InlineData("{\"format\": \"mountsim-burst/1\"}", "bad.json: format: found 'mountsim-burst/1'; allowed: mountsim-prediction/1 (predict), ")]
    [InlineData("[1]", "bad.json: has no key 'format': it is no result of this tool; allowed: what --format json writes, ")]
    [InlineData("{\n  \"format\": nothing\n}", "bad.json:2:14: 'nothing")]
    [InlineData("{\"format\": \"mountsim-fleet/1\", \"sentence\": 3, \"rows\": []}", "bad.json: is no whole result: ")]
    public void What_is_no_result_is_refused_with_file_and_place(string text, string message)
    {
        var bad = Path.Combine(folder, "bad.json");
        File.WriteAllText(bad, text);
        var failure = Assert.Throws<ModelException>(() => HtmlReport.Of([files[0], bad], null, "", ""));
        Assert.StartsWith(Path.Combine(folder, message), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.StartsWith("/nowhere/a.json: cannot be read: ", Assert.Throws<ModelException>(() => HtmlReport.Of(["/nowhere/a.json"], null, "", "")).Message, StringComparison.Ordinal);

    // Text of a picture that reaches out of it is cut.
    private static Task<string[]> CutTextOfPictures(TestPage page) => page.Dom.EvaluateExpressionAsync<string[]>(
        """
        [...document.querySelectorAll("svg")].filter(svg => svg.checkVisibility()).flatMap(svg => {
          const frame = svg.getBoundingClientRect();
          return [...svg.querySelectorAll("text")].map(text => [text.textContent, text.getBoundingClientRect()])
            .filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
            .map(([text, box]) => `${svg.getAttribute("aria-label")}: "${text}" ${box.left} to ${box.right} in ${frame.left} to ${frame.right}`);
        })
        """);

    private string Write()
    {
        var page = HtmlReport.Of(files, "Six results", "mountsim report ...", "0.1.0+test");
        File.WriteAllText(Path.Combine(folder, "page.html"), page);
        return page;
    }
}
