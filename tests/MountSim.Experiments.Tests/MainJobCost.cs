using System.Globalization;
using MountSim.Model.Simulation;

namespace MountSim.Experiments.Tests;

/// <summary>
/// What the main job costs in counts that no other program disturbs: events, and bytes allocated an event, of one replication of what predict does when nothing is
/// said. They may grow when results/main-job.csv says so; MOUNTSIM_UPDATE_GOLDEN=1 writes it anew.
/// </summary>
public sealed class MainJobCost
{
    private const string Header = "events,bytes_per_event";
    private const double MostGrowth = 1.3;

    [Fact]
    public void Neither_events_nor_bytes_an_event_have_grown_by_more_than_a_third_over_the_committed_ones()
    {
        var scenario = ScenarioBuilder.Build(new PredictRequest()).Scenario;
        Run(scenario);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var events = Run(scenario);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)events;
        var file = Path.Combine(Repository(), "results", "main-job.csv");
        if (Environment.GetEnvironmentVariable("MOUNTSIM_UPDATE_GOLDEN") == "1")
            File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $"{Header}\n{events},{bytes:F2}\n"));

        var lines = File.ReadAllLines(file);
        Assert.Equal(Header, lines[0]);
        var committed = lines[1].Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray();
        Assert.InRange(events, 1, committed[0] * MostGrowth);
        Assert.InRange(bytes, 0, committed[1] * MostGrowth);
    }

    private static long Run(Scenario scenario) => new Storm(scenario, Replicator.SeedOf(1, 0)).Run(TestContext.Current.CancellationToken).Events;

    private static string Repository()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "MountSim.sln"))) directory = Path.GetDirectoryName(directory)!;
        return directory;
    }
}
