using MountSim.Experiments.Sweeps;
using MountSim.Model;

namespace MountSim.Experiments.Tests.Sweeps;

public class ValueListTests
{
    [Theory]
    [InlineData("50", "50")]
    [InlineData("50,100, 200", "50 100 200")]
    [InlineData("1..4", "1 2 3 4")]
    [InlineData("50..200:50", "50 100 150 200")]
    [InlineData("50..180:50", "50 100 150")]
    [InlineData("50..400:x2", "50 100 200 400")]
    [InlineData("0..0.3:0.1", "0 0.1 0.2 0.3")]
    [InlineData("-1..1", "-1 0 1")]
    [InlineData("5..5", "5")]
    [InlineData("10,50..60:5,100", "10 50 55 60 100")]
    [InlineData("MD=2,4", "MD=2 MD=4")]
    [InlineData("MD=2..6:2", "MD=2 MD=4 MD=6")]
    [InlineData("runc-1.5,crun-1.29", "runc-1.5 crun-1.29")]
    [InlineData("../host.yaml", "../host.yaml")]
    public void Lists_and_ranges_are_values_in_order(string text, string values) => Assert.Equal(values.Split(' '), ValueList.Expand(text));

    [Theory]
    [InlineData("", "empty value")]
    [InlineData("1,,2", "empty value")]
    [InlineData("1,2,1", "has 1 twice")]
    [InlineData("1..3,2", "has 2 twice")]
    [InlineData("3..1", "a range that goes up")]
    [InlineData("1..3:0", "a step above 0")]
    [InlineData("1..3:-1", "a step above 0")]
    [InlineData("1..8:x1", "a factor above 1")]
    [InlineData("0..8:x2", "a start above 0")]
    [InlineData("1..99999999", "values at most")]
    [InlineData("1..9999999999999999", "15 digits at most")]
    public void What_is_no_list_is_refused(string text, string message) =>
        Assert.Contains(message, Assert.Throws<ModelException>(() => ValueList.Expand(text)).Problem, StringComparison.Ordinal);
}
