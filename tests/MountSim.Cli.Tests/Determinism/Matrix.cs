namespace MountSim.Cli.Tests.Determinism;

/// <summary>The same seed gives the same bytes, whoever computes it: predict, compare, capacity, fleet and sweep as JSON, CSV and SVG.</summary>
public sealed class Matrix(Outputs outputs) : IClassFixture<Outputs>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Over_threads_and_runs(int threads) => Same(new Host(AppContext.BaseDirectory, threads));

    [Theory]
    [InlineData("tr_TR.UTF-8", "Asia/Kathmandu")]
    [InlineData("ar_SA.UTF-8", "Pacific/Apia")]
    public void Over_locales_and_time_zones(string locale, string zone) => Same(new Host(AppContext.BaseDirectory, Threads: 2, locale, TimeZone: zone));

    /// <summary>Turkish has another lower-case I, German a decimal comma, Arabic another minus sign and decimal separator.</summary>
    [Theory]
    [InlineData("tr_TR.UTF-8")]
    [InlineData("de_DE.UTF-8")]
    [InlineData("ar_SA.UTF-8")]
    public void Over_cultures_on_a_runtime_that_knows_them(string locale)
    {
        var host = new Host(AppContext.BaseDirectory, Threads: 2, locale, HasCultures: true, "America/St_Johns");
        Assert.SkipUnless(outputs.Starts(host), "no libicu: the runtime knows no cultures here");
        Same(host);
    }

    [Fact]
    public void Over_debug_and_release_builds() => Same(new Host(outputs.OtherConfiguration, Threads: 2));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Over_shards(int shards) => Assert.Equal(outputs.Whole(), outputs.Sharded(shards));

    private void Same(Host host)
    {
        Assert.Equal(12, outputs.Expected.Count); // what was asked for, and the fleet's table
        Assert.Equal(outputs.Expected, outputs.Of(host));
    }
}
