using MountSim.Reporting.Tables;

namespace MountSim.Reporting.Tests;

public class SparklineTests
{
    [Fact]
    public void Only_nothing_is_blank_and_only_all_is_full()
    {
        Assert.Equal(" .:@", Sparkline.Of([0, 0.001, 0.2, 1], 10, blocks: false));
        Assert.Equal(" \u2581\u2582\u2588", Sparkline.Of([0, 0.001, 0.2, 1], 10, blocks: true));
    }

    [Fact]
    public void A_narrow_line_has_the_means_of_what_falls_on_each_character() =>
        Assert.Equal(Sparkline.Of([0.5, 1], 2, blocks: false), Sparkline.Of([0, 1, 1, 1], 2, blocks: false));

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void A_table_is_never_wider_than_its_terminal(int width)
    {
        var report = SampleReport.Create();
        foreach (var settings in new[] { new TableSettings(width, Color: false), new TableSettings(width, Color: false, Blocks: true) })
            Assert.All(Rendered.Table(report, settings).Split('\n'), line => Assert.True(line.Length <= width, line));
    }

    [Fact]
    public void Without_blocks_all_is_ascii() => Assert.All(Rendered.Table(SampleReport.Create(), new TableSettings(100, Color: false)), character => Assert.True(char.IsAscii(character)));
}
