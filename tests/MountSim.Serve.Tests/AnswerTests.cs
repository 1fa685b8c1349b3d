using System.Text.Json;
using CsCheck;
using Microsoft.Extensions.Primitives;
using MountSim.Experiments;
using MountSim.Experiments.Requests;

namespace MountSim.Serve.Tests;

/// <summary>The numbers of the page are those of the command line that it prints.</summary>
public sealed class AnswerTests
{
    [Fact]
    public async Task The_first_answer_has_two_replications_and_the_last_all_that_were_asked_for()
    {
        await using var served = await Served.StartAsync(options => options with { Base = Served.Small });
        var lines = await served.AskAsync("/api/predict");
        Assert.Equal([2, 4, 8, 10, 10], lines.Select(line => line.GetProperty("replications").GetInt32()));
        Assert.Equal([false, false, false, false, true], lines.Select(line => line.GetProperty("done").GetBoolean()));
    }

    [Theory]
    [InlineData("containers=30&cores=24&sockets=2")]
    [InlineData("containers=12&machine=r5.metal&runtime=crun-1.29&kernel=linux-7.0&replications=3&seed=9")]
    [InlineData("containers=15&concurrency=4&layers=3&volumes=2&host-mounts=90&other-namespaces=2&smt=off&api=fd")]
    public async Task Every_line_is_what_its_command_says_to_the_last_digit(string query)
    {
        await using var served = await Served.StartAsync();
        foreach (var line in await served.AskAsync($"/api/predict?{query}"))
        {
            var page = line.GetProperty("report").EnumerateObject().ToDictionary(part => part.Name, part => part.Value.GetRawText());
            var typed = CommandLine.Document(line.GetProperty("command").GetString()!).EnumerateObject().ToDictionary(part => part.Name, part => Compact(part.Value));
            var left = line.GetProperty("done").GetBoolean() ? ["start_times_ms"] : new[] { "start_times_ms", "sensitivity" };
            Assert.Equal(typed.Keys, page.Keys);
            foreach (var (name, value) in typed.Where(part => !left.Contains(part.Key))) Assert.Equal(value, page[name]);
        }
    }

    [Fact]
    public void The_command_of_any_settings_asks_for_just_those()
    {
        var value = Gen.OneOf([.. PageFields.All.Select(field => Values(field).Select(text => (field.Name, Text: text)))]);
        value.Array[0, 8].Sample(
            settings =>
            {
                var query = settings.GroupBy(one => one.Name).Select(same => new KeyValuePair<string, StringValues>(same.Key, same.Last().Text));
                PredictRequest request;
                try
                {
                    request = PageFields.Read(new PredictRequest(), query);
                }
                catch (Model.ModelException)
                {
                    return; // cores that cannot be split
                }

                Assert.Equal(RequestFields.Canonical(request), RequestFields.Canonical(CommandLine.Request(CommandText.Of("mountsim predict", request, "seed"))));
            },
            iter: 100);
    }

    [Fact]
    public async Task A_chart_is_drawn_for_the_width_that_is_asked_for()
    {
        await using var served = await Served.StartAsync(options => options with { Base = Served.Small });
        var line = (await served.AskAsync("/api/predict?chart-width=358&replications=2"))[0];
        Assert.Equal(["Start times", "Waits by lock", "Utilisation over time"], line.GetProperty("charts").EnumerateArray().Select(chart => chart.GetProperty("heading").GetString()));
        Assert.All(line.GetProperty("charts").EnumerateArray(), chart => Assert.StartsWith("<svg width=\"358\"", chart.GetProperty("svg").GetString(), StringComparison.Ordinal));
    }

    private static Gen<string> Values(PageField field) => field.Choices.Count > 0 ? Gen.Int[0, field.Choices.Count - 1].Select(at => field.Choices[at]) : Gen.Long[field.Min, field.Max].Select(number => Numbers.Text(number));

    private static string Compact(JsonElement element)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) element.WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
