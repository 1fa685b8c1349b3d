using System.Globalization;
using System.Text;
using MountSim.Browser;

namespace MountSim.Serve.Tests.Browser;

/// <summary>
/// How soon the page answers a slider, measured in the page from the key press's question to the answer shown, for results/serve-latency.csv. Where MOUNTSIM_LATENCY names a
/// file the times go there; the suite does not judge them, as it does not know the machine.
/// </summary>
public sealed class PageLatency
{
    private static readonly string[] Sliders = ["cores", "sockets", "containers", "concurrency", "layers", "volumes", "host-mounts", "other-namespaces"];

    [Fact]
    public async Task Every_slider_is_answered_while_the_refinement_of_the_answer_before_goes_on()
    {
        var file = Environment.GetEnvironmentVariable("MOUNTSIM_LATENCY");
        var moves = file is null ? 1 : 5;
        await using var chromium = await Chromium.LaunchAsync();
        await using var served = await Served.StartAsync();
        await using var page = await chromium.OpenAsync(served.Address + (file is null ? "?containers=20" : "?containers=200"), Screen.Desktop);
        await page.WaitForAsync("document.body.dataset.busy === 'false'"); // the first question of all pays for the compiler
        var rows = new StringBuilder("slider,value,replications,answer_ms,server_ms,simulation_ms\n");
        foreach (var slider in Sliders)
        {
            await page.Dom.FocusAsync($"#{slider}-slider");
            for (var move = 0; move < moves; move++)
            {
                await page.Dom.EvaluateExpressionAsync("delete document.querySelector('#answer').dataset.firstMs");
                await page.Dom.Keyboard.PressAsync(slider == "concurrency" ? "ArrowLeft" : "ArrowRight");
                await page.WaitForAsync("document.querySelector('#answer').dataset.firstMs");
                var times = await page.Dom.EvaluateExpressionAsync<double[]>(
                    "(({ firstMs, serverMs, simulatedMs, replications }) => [replications, firstMs, serverMs, simulatedMs].map(Number))(document.querySelector('#answer').dataset)");
                var value = await page.Dom.EvaluateFunctionAsync<string>("name => document.getElementById(name).value", slider);
                rows.Append(CultureInfo.InvariantCulture, $"{slider},{value},{times[0]},{times[1]:0.0},{times[2]:0.0},{times[3]:0.0}\n");
                Assert.True(times[0] >= 2);
                Assert.True(times[2] >= times[3]);
            }
        }

        if (file is not null) await File.WriteAllTextAsync(file, rows.ToString(), TestContext.Current.CancellationToken);
        Assert.Empty(page.Complaints);
    }
}
