using MountSim.Browser;

namespace MountSim.Serve.Tests.Browser;

/// <summary>The page where it is shown: a real Chromium, real keys and clicks.</summary>
public sealed class PageInChromium : IAsyncLifetime
{
    private const string Quick = "?containers=20&replications=4";
    private const string LongestNames = "?machine=m7i.metal-24xl&kernel=proposal-umount-without-gp&runtime=k8s-containerd-userns-perlayer&containers=8&replications=2";

    private Chromium chromium = null!;
    private Served served = null!;

    public async ValueTask InitializeAsync()
    {
        chromium = await Chromium.LaunchAsync();
        served = await Served.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (served is not null) await served.DisposeAsync();
        if (chromium is not null) await chromium.DisposeAsync();
    }

    [Theory]
    [InlineData("desktop", "light", Quick)]
    [InlineData("desktop", "dark", Quick)]
    [InlineData("phone", "light", Quick)]
    [InlineData("phone", "dark", Quick)]
    [InlineData("phone", "light", LongestNames)]
    [InlineData("desktop", "light", "?containers=1&cores=1&sockets=1&layers=1&volumes=0&concurrency=1&replications=2")]
    [InlineData("phone", "light", "?containers=ten")]
    public async Task Nothing_overlaps_nothing_is_cut_and_everything_can_be_heard(string screen, string scheme, string address)
    {
        await using var page = await OpenAsync(address, screen == "phone" ? Screen.Phone : Screen.Desktop, scheme == "dark");
        if (await page.Dom.EvaluateExpressionAsync<bool>("!document.querySelector('#result').hidden"))
        {
            await page.Dom.ClickAsync("#ask-help");
            await page.WaitForAsync("!document.querySelector('#help').hidden");
        }
        Assert.Empty(await page.LayoutProblemsAsync());
        Assert.Empty(await page.AccessibilityProblemsAsync());
        Assert.DoesNotContain(page.Complaints, complaint => !complaint.Contains("400 (Bad Request)", StringComparison.Ordinal)); // what a refusal is
    }

    [Fact]
    public async Task A_slider_moved_by_keys_gives_the_numbers_of_the_command_it_prints()
    {
        await using var page = await OpenAsync(Quick);
        var before = await page.TextAsync("#figures");
        await page.Dom.FocusAsync("#containers-slider");
        for (var press = 0; press < 5; press++) await page.Dom.Keyboard.PressAsync("ArrowRight");
        await SettledAsync(page);
        Assert.Equal("25", await page.Dom.EvaluateExpressionAsync<string>("document.querySelector('#containers').value"));
        Assert.NotEqual(before, await page.TextAsync("#figures"));
        var command = await page.TextAsync("#command");
        Assert.Equal("mountsim predict --containers 25 --replications 4 --seed 1", command);
        Assert.Contains("containers=25", page.Dom.Url, StringComparison.Ordinal);
        await EveryFigureStandsInTheTableOf(command, page);
    }

    [Fact]
    public async Task A_click_on_a_slider_sets_it_where_the_click_was()
    {
        await using var page = await OpenAsync(Quick);
        var slider = await page.Dom.QuerySelectorAsync("#layers-slider");
        var box = (await slider.BoundingBoxAsync())!;
        await page.Dom.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await SettledAsync(page);
        Assert.InRange(await page.Dom.EvaluateExpressionAsync<int>("Number(document.querySelector('#layers').value)"), 45, 56);
        await EveryFigureStandsInTheTableOf(await page.TextAsync("#command"), page);
    }

    [Fact]
    public async Task Back_returns_to_the_settings_before_and_a_link_keeps_them()
    {
        await using var page = await OpenAsync(Quick);
        var first = await page.TextAsync("#figures");
        await page.Dom.SelectAsync("#runtime", "runc-1.5");
        await SettledAsync(page);
        var second = await page.TextAsync("#figures");
        Assert.NotEqual(first, second);

        await using var other = await chromium.OpenAsync(page.Dom.Url, Screen.Phone);
        await SettledAsync(other);
        Assert.Equal("runc-1.5", await other.Dom.EvaluateExpressionAsync<string>("document.querySelector('#runtime').value"));
        Assert.Equal(second, await other.TextAsync("#figures"));

        await page.Dom.GoBackAsync();
        await SettledAsync(page);
        Assert.Equal("containerd-runc", await page.Dom.EvaluateExpressionAsync<string>("document.querySelector('#runtime').value"));
        Assert.Equal(first, await page.TextAsync("#figures"));
    }

    [Fact]
    public async Task A_named_machine_has_its_own_cores_and_sockets()
    {
        await using var page = await OpenAsync(Quick);
        await page.Dom.SelectAsync("#machine", "r5.metal");
        await SettledAsync(page);
        Assert.Equal("true 48 2", await page.Dom.EvaluateExpressionAsync<string>("`${cores.disabled} ${cores.value} ${sockets.value}`"));
        Assert.Contains("--machine r5.metal", await page.TextAsync("#command"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cores_follow_the_sockets_so_that_they_can_be_split()
    {
        await using var page = await OpenAsync(Quick + "&cores=10&sockets=2");
        await page.Dom.FocusAsync("#sockets-slider");
        await page.Dom.Keyboard.PressAsync("ArrowRight");
        await SettledAsync(page);
        Assert.Equal("mountsim predict --cores 9 --sockets 3 --containers 20 --replications 4 --seed 1", await page.TextAsync("#command"));
    }

    [Fact]
    public async Task A_link_that_is_wrong_says_what_and_the_next_move_mends_it()
    {
        await using var page = await OpenAsync("?contaners=20");
        Assert.Contains("contaners: there is no such parameter; did you mean 'containers'?", await page.TextAsync("#error"), StringComparison.Ordinal);
        await page.Dom.SelectAsync("#runtime", "runc-1.5");
        await SettledAsync(page);
        Assert.True(await page.Dom.EvaluateExpressionAsync<bool>("error.hidden && !result.hidden"));
    }

    [Fact]
    public async Task The_command_is_copied_by_a_click()
    {
        await using var page = await OpenAsync(Quick);
        await page.Dom.EvaluateExpressionAsync("navigator.clipboard.writeText = async text => { window.copied = text; }");
        await page.Dom.ClickAsync("#copy");
        await page.WaitForAsync("document.querySelector('#copy').textContent === 'Copied'");
        Assert.Equal(await page.TextAsync("#command"), await page.Dom.EvaluateExpressionAsync<string>("window.copied"));
    }

    [Fact]
    public async Task Where_a_page_may_not_copy_the_command_is_selected_for_the_reader()
    {
        await using var page = await OpenAsync(Quick);
        await page.Dom.BrowserContext.OverridePermissionsAsync(served.Address, []);
        await page.Dom.ClickAsync("#copy");
        await page.WaitForAsync("document.querySelector('#copy').textContent === 'Ctrl-C copies'");
        Assert.Equal(await page.TextAsync("#command"), await page.Dom.EvaluateExpressionAsync<string>("getSelection().toString()"));
    }

    [Fact]
    public async Task What_would_help_is_answered_by_the_command_it_prints()
    {
        await using var page = await OpenAsync("?containers=10&replications=2");
        await page.Dom.ClickAsync("#ask-help");
        await page.WaitForAsync("!document.querySelector('#help').hidden");
        var command = await page.TextAsync("#help-command");
        Assert.Equal("mountsim compare --mitigations --containers 10 --replications 2 --seed 1", command);
        var table = Flat(CommandLine.Table(command));
        foreach (var row in await page.Dom.EvaluateExpressionAsync<string[]>("[...document.querySelectorAll('#help-tables table:first-of-type tbody tr')].slice(0, 5).map(row => row.innerText)"))
            Assert.Contains(Flat(row), table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_control_is_reached_by_the_tab_key_in_its_order()
    {
        await using var page = await OpenAsync(Quick);
        var reached = new List<string>();
        for (var press = 0; press < 60; press++)
        {
            await page.Dom.Keyboard.PressAsync("Tab");
            reached.Add(await page.Dom.EvaluateExpressionAsync<string>("document.activeElement.id"));
        }

        Assert.Equal(PageFields.All.Select(field => field.Name), reached.Where(id => PageFields.All.Any(field => field.Name == id)).Distinct());
        Assert.Contains("copy", reached);
        Assert.Contains("ask-help", reached);
    }

    private static async Task EveryFigureStandsInTheTableOf(string command, TestPage page)
    {
        var table = Flat(CommandLine.Table(command));
        var figures = await page.Dom.EvaluateExpressionAsync<string[]>("[...document.querySelectorAll('#figures > div, #tables tbody tr')].map(figure => figure.innerText)");
        Assert.InRange(figures.Length, 40, 200);
        foreach (var figure in figures) Assert.Contains(Flat(figure), table, StringComparison.Ordinal);
        Assert.Contains(Flat(await page.TextAsync("#sentence")), table, StringComparison.Ordinal);
    }

    // A table and a page break lines in other places.
    private static string Flat(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private async Task<TestPage> OpenAsync(string query, Screen? screen = null, bool dark = false)
    {
        var page = await chromium.OpenAsync(served.Address + query, screen ?? Screen.Desktop, dark);
        await SettledAsync(page);
        return page;
    }

    private static Task SettledAsync(TestPage page) => page.WaitForAsync("document.body.dataset.busy === 'false'");
}
