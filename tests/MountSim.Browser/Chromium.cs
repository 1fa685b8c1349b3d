using PuppeteerSharp;
using Xunit;

namespace MountSim.Browser;

/// <summary>A real headless Chromium, driven over the DevTools protocol. It reaches this machine's loopback and files, and no network.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", // root has no sandbox; the pages are our own
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--hide-scrollbars",
        "\"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost\"", // one word of a command line
    ];

    private readonly IBrowser browser;

    private Chromium(IBrowser browser) => this.browser = browser;

    /// <summary>The browser's program; null where none is installed.</summary>
    public static string? Program { get; } = Find();

    /// <summary>Starts the browser. Where there is none the test is skipped, and says so.</summary>
    public static async Task<Chromium> LaunchAsync()
    {
        Assert.SkipWhen(Program is null, $"no browser: none of {string.Join(", ", Names)} is on the PATH; on Debian 'apt-get install chromium'");
        return new Chromium(await Puppeteer.LaunchAsync(new LaunchOptions { ExecutablePath = Program, Headless = true, Args = Arguments }));
    }

    /// <summary>Opens an address in a page of its own, whose storage and history no other has.</summary>
    /// <param name="address">http on loopback, or file:.</param>
    /// <param name="screen">Width and height in CSS pixels.</param>
    /// <param name="dark">True where the reader prefers dark.</param>
    public async Task<TestPage> OpenAsync(string address, Screen screen, bool dark = false)
    {
        var context = await browser.CreateBrowserContextAsync();
        var page = await context.NewPageAsync();
        await page.SetViewportAsync(new ViewPortOptions { Width = screen.Width, Height = screen.Height });
        await page.EmulateMediaFeaturesAsync([new() { MediaFeature = MediaFeature.PrefersColorScheme, Value = dark ? "dark" : "light" }]);
        var test = new TestPage(page, context);
        await page.GoToAsync(address, WaitUntilNavigation.Load);
        return test;
    }

    /// <summary>Ends the browser.</summary>
    public async ValueTask DisposeAsync() => await browser.DisposeAsync();

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
