using MountSim.Browser;

namespace MountSim.Serve.Tests.Browser;

/// <summary>Pictures of the page for results/, where MOUNTSIM_SCREENSHOTS names a folder: made by hand, looked at by people.</summary>
public sealed class PagePictures
{
    [Theory]
    [InlineData("desktop", "light")]
    [InlineData("desktop", "dark")]
    [InlineData("phone", "light")]
    public async Task The_page_with_200_containers(string screen, string scheme)
    {
        var folder = Environment.GetEnvironmentVariable("MOUNTSIM_SCREENSHOTS");
        Assert.SkipWhen(folder is null, "MOUNTSIM_SCREENSHOTS names no folder to put pictures in");
        await using var chromium = await Chromium.LaunchAsync();
        await using var served = await Served.StartAsync();
        await using var page = await chromium.OpenAsync(served.Address + "?containers=200", screen == "phone" ? Screen.Phone : Screen.Desktop, scheme == "dark");
        await page.WaitForAsync("document.body.dataset.busy === 'false'");
        var file = Path.Combine(folder!, $"serve-{screen}-{scheme}.png");
        // On a phone the answer comes after the settings, with its line in sight all the time.
        if (screen == "phone") await page.Dom.EvaluateExpressionAsync("document.querySelector('#command-heading').scrollIntoView()");
        await page.ScreenshotAsync(file, wholePage: false);
        Assert.True(new FileInfo(file).Length > 0);
    }
}
