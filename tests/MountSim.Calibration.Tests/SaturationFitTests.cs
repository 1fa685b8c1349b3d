using MountSim.Calibration.Estimators;
using MountSim.Model.Costs;

namespace MountSim.Calibration.Tests;

public class SaturationFitTests
{
    [Fact]
    public void Two_workers_of_a_repairman_follow_the_closed_form()
    {
        // M/M/1//2 with service s and rest z: 2 (s + z) / (2 s s + 2 s z + z z), Allen, Probability, Statistics and Queueing Theory, 5.2.6.
        const double S = 3, Z = 5;
        Assert.Equal(2 * (S + Z) / ((2 * S * S) + (2 * S * Z) + (Z * Z)), SaturationFit.Throughput(S, Z, 2), 12);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void The_serial_part_is_found_again_from_two_rates(int workers)
    {
        const double Serial = 4_000, Rest = 16_000;
        var one = Interval.Exact(1e9 * SaturationFit.Throughput(Serial, Rest, 1));
        var many = Interval.Exact(1e9 * SaturationFit.Throughput(Serial, Rest, workers));
        var found = SaturationFit.SerialNs(one, many, workers);
        Assert.Equal(Serial, found.Value, 1);
        Assert.InRange(Serial, found.Low - 0.01, found.High);
    }

    [Fact]
    public void Workers_that_do_not_meet_have_no_serial_part() =>
        Assert.Equal(0, SaturationFit.SerialNs(Interval.Exact(1_000), Interval.Exact(2_000), 2).Value);

    [Fact]
    public void Workers_that_do_nothing_but_wait_are_serial_as_a_whole() =>
        Assert.Equal(1e6, SaturationFit.SerialNs(Interval.Exact(1_000), Interval.Exact(900), 2).Value, 3);

    [Fact]
    public void The_error_of_the_rates_widens_the_estimate()
    {
        var narrow = SaturationFit.SerialNs(new Interval(1_000, 990, 1_010), new Interval(1_500, 1_490, 1_510), 2);
        var wide = SaturationFit.SerialNs(new Interval(1_000, 900, 1_100), new Interval(1_500, 1_400, 1_600), 2);
        Assert.True(wide.High - wide.Low > narrow.High - narrow.Low);
    }
}
