using MountSim.Experiments.Planning;
using MountSim.Model;

namespace MountSim.Experiments.Tests.Planning;

public class SloTests
{
    [Theory]
    [InlineData("start_p99_ms<=10000", "start_p99_ms<=10000")]
    [InlineData("start_p99_ms <= 10s", "start_p99_ms<=10000")]
    [InlineData("makespan_ms<=250ms", "makespan_ms<=250")]
    [InlineData("containers_per_s>=12.5", "containers_per_s>=12.5")]
    public void A_target_is_a_result_and_its_limit(string text, string read) => Assert.Equal(read, Slo.Parse(text).ToString());

    [Fact]
    public void A_margin_of_one_and_less_keeps_it()
    {
        Assert.Equal(0.5, Slo.Parse("makespan_ms<=100").Margin(50));
        Assert.Equal(2, Slo.Parse("containers_per_s>=100").Margin(50));
        Assert.Equal(double.PositiveInfinity, Slo.Parse("containers_per_s>=100").Margin(0));
    }

    [Theory]
    [InlineData("start_p99_ms<10", "--slo: found 'start_p99_ms<10'; allowed: a result of predict, <= or >=")]
    [InlineData("start_p99_ms<=-1", "--slo: found 'start_p99_ms<=-1'")]
    [InlineData("start_p99_ms", "--slo: found 'start_p99_ms'")]
    [InlineData("containers_per_s>=5s", "--slo: found 'containers_per_s>=5s'")]
    [InlineData("start_p9_ms<=1", "--slo: there is no result 'start_p9_ms'; did you mean 'start_p9")]
    [InlineData("start_p99_ci_high_ms<=1", "--slo: 'start_p99_ci_high_ms' is an end of an interval")]
    public void What_is_no_target_is_refused(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<ModelException>(() => Slo.Parse(text)).Message, StringComparison.Ordinal);
}
