using System.Text;
using System.Xml.Linq;
using MountSim.Experiments;
using MountSim.Model;
using MountSim.Reporting.Plots;
using SkiaSharp;

namespace MountSim.Reporting.Tests;

public class PlotTests
{
    private static readonly PredictionReport Report = SampleReport.Create();

    [Fact]
    public void An_svg_has_the_bytes_agreed() => Golden.Verify("MountSim.Reporting.Tests", "prediction.svg", Rendered.Svg(Report));

    [Fact]
    public void An_svg_is_well_formed_and_starts_without_a_byte_order_mark()
    {
        var bytes = Rendered.Plot(Report, PlotFormat.Svg);
        Assert.Equal((byte)'<', bytes[0]);
        Assert.Equal("svg", XDocument.Parse(Encoding.UTF8.GetString(bytes)).Root!.Name.LocalName);
    }

    [Fact]
    public void Axes_say_their_units()
    {
        var svg = Rendered.Svg(Report);
        Assert.Contains("start time (ms)", svg, StringComparison.Ordinal);
        Assert.Contains("containers started (%)", svg, StringComparison.Ordinal);
        Assert.Contains("mean of a replication (s)", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Quantiles_are_marked()
    {
        var svg = Rendered.Svg(Report);
        Assert.Contains("p50 357 ms", svg, StringComparison.Ordinal);
        Assert.Contains("p95 838 ms", svg, StringComparison.Ordinal);
        Assert.Contains("p99 888 ms", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_png_shows_text_lines_and_bars()
    {
        var bytes = Rendered.Plot(Report, PlotFormat.Png);
        Assert.Equal(bytes, Rendered.Plot(Report, PlotFormat.Png));
        using var bitmap = SKBitmap.Decode(bytes);
        Assert.Equal((1800, 2820), (bitmap.Width, bitmap.Height));
        Assert.Contains(new SKColor(0x00, 0x72, 0xB2), bitmap.Pixels);
    }

    [Fact]
    public void A_report_without_waits_or_starts_is_drawn()
    {
        var empty = Report with { Locks = [], StartTimesMs = [] };
        Assert.Contains("no lock was waited for", Rendered.Svg(empty), StringComparison.Ordinal);
        Assert.NotEmpty(Rendered.Plot(empty, PlotFormat.Png));
    }

    [Fact]
    public void A_foreign_culture_changes_no_byte() => Assert.Equal(Rendered.Svg(Report), ForeignCulture.Under(() => Rendered.Svg(Report)));

    [Fact]
    public void A_name_that_ends_in_something_else_is_refused() =>
        Assert.Equal(
            "--plot: 'a.pdf' names no known format; allowed: a name that ends in .svg or .png",
            Assert.Throws<ModelException>(() => PlotFile.FormatOf("--plot", "a.pdf")).Message);
}
