using MountSim.Calibration.Worker.Program;

namespace MountSim.Calibration.Tests;

/// <summary>The short form; the long one is <c>calibration-worker kills 1000</c>, its count is in results/calibration-kills.csv.</summary>
public class KillStormTests
{
    [Fact]
    public void Calibrations_killed_at_random_moments_leave_nothing_behind()
    {
        if (Environment.UserName != "root")
            Assert.Skip("real mounts and traces need root");
        var storm = new KillStorm(seed: 7, latest: TimeSpan.FromSeconds(2), Path.Combine(AppContext.BaseDirectory, "calibration-worker"));
        var report = storm.Run(12);
        Assert.True(report.Clean, report.ToCsv());
        Assert.Equal(12, report.Kills);
        Assert.True(report.WithGuard > 0, report.ToCsv());
    }
}
