using MountSim.Browser;

namespace MountSim.Serve.Tests.Browser;

/// <summary>The page where it is shown: a real Chromium, real keys and clicks.</summary>
public sealed class PageInChromium : IAsyncLifetime
{
    private const string Settled = "document.querySelector('#answer').dataset.busy === 'false'";

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

    public static TheoryData<string, bool, string> Looks => new()
    {
        { "desktop", false, "" },
        { "desktop", true, "" },
        { "phone", false, "" },
        { "phone", true, "" },
        { "phone", false, "?machine=m7i.metal-24xl&kernel=proposal-umount-without-gp&runtime=k8s-containerd-userns-perlayer&containers=8" },
        { "desktop", false, "?containers=4&cores=2&sockets=1&layers=1&volumes=0&concurrency=1" },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Nothing_overlaps_nothing_is_cut_and_everything_can_be_heard(string screen, bool dark, string address)
    {
        var page = await OpenAsync(address.Length > 0 ? address : "?containers=200", screen == "phone" ? Screen.Phone : Screen.Desktop, dark);
        await page.Dom.ClickAsync("#ask-help");
        await page.WaitForAsync("!document.querySelector('#help').hidden");
        if (Environment.GetEnvironmentVariable("MOUNTSIM_SCREENSHOTS") is { } folder)
            await page.ScreenshotAsync(Path.Combine(folder, $"serve-{screen}-{(dark ? "dark" : "light")}{(address.Length > 0 ? "-" + address.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) : "")}.png"));
        Assert.Empty(await page.LayoutProblemsAsync());
        Assert.Empty(await page.AccessibilityProblemsAsync());
        Assert.Empty(page.Complaints);
    }

    private async Task<TestPage> OpenAsync(string query, Screen? screen = null, bool dark = false)
    {
        var page = await chromium.OpenAsync(served.Address + query, screen ?? Screen.Desktop, dark);
        await page.WaitForAsync(Settled);
        return page;
    }
}
