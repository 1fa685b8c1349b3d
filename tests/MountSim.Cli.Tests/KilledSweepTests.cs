namespace MountSim.Cli.Tests;

/// <summary>A sweep that is killed again and again: no row is lost, none is doubled, and the file is that of a sweep that nobody killed.</summary>
public sealed class KilledSweepTests : IDisposable
{
    private const int Kills = 100, MostNewRows = 3, Seed = 5;
    private static readonly string[] Sweep = ["sweep", "--containers", "1..150", "--runtime", "minimal-fd,minimal-legacy", "--replications", "1", "--cores", "4", "--sockets", "1"];

    private readonly string folder = Directory.CreateTempSubdirectory("mountsim-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_sweep_killed_and_resumed_a_hundred_times_gives_the_bytes_of_one_that_ran_through()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("NOT TESTED: SIGKILL is sent on Linux only");
        var random = new Random(Seed);
        var lines = 0;
        for (var kill = 0; kill < Kills; kill++) lines = RunAndKill(lines + random.Next(MostNewRows + 1));
        Assert.InRange(lines, Kills, 299); // the kills met a sweep at work, and did not come after its end
        var killed = Run([.. Sweep, "--journal", In("killed.journal"), "--output", In("killed.csv")]);
        var whole = Run([.. Sweep, "--threads", "1", "--output", In("whole.csv")]);
        Assert.Equal((ExitCode.Done, ExitCode.Done), (killed, whole));
        Assert.Equal(301, File.ReadAllLines(In("whole.csv")).Length);
        Assert.Equal(File.ReadAllBytes(In("whole.csv")), File.ReadAllBytes(In("killed.csv")));
    }

    /// <summary>Kills once that many lines are out, while others are being computed and kept.</summary>
    /// <returns>Lines that were out.</returns>
    private int RunAndKill(int atLine)
    {
        using var process = new MountsimProcess([.. Sweep, "--format", "csv", "--journal", In("killed.journal")]);
        var seen = 0;
        while (seen < atLine && process.ReadLine() is not null) seen++;
        process.Kill();
        return seen;
    }

    private static int Run(string[] arguments)
    {
        using var process = new MountsimProcess(arguments);
        return process.Finish().Exit;
    }

    private string In(string name) => Path.Combine(folder, name);
}
