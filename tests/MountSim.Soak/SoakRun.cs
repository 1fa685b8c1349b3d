using System.Diagnostics;
using System.Globalization;

namespace MountSim.Soak;

/// <summary>Scenarios of consecutive seeds, one after the other, until a time is over or so many are done or one fails.</summary>
public sealed class SoakRun(long firstSeed)
{
    // The longest scenario takes seconds; one that goes on and on has lost a wake-up or lives on events that lead nowhere.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly long _firstSeed = firstSeed;
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>How often each invariant was looked at.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Scenarios that held.</summary>
    public long Scenarios { get; private set; }

    /// <summary>Simulated events of those.</summary>
    public long Events { get; private set; }

    /// <summary>The seed that comes next.</summary>
    public long NextSeed { get; private set; } = firstSeed;

    /// <summary>What failed, with the command that repeats it; null while all holds.</summary>
    public string? Failure { get; private set; }

    /// <summary>Time since it began.</summary>
    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>Runs the scenario of the next seed.</summary>
    /// <returns>False when it failed.</returns>
    public bool Step(CancellationToken cancellation)
    {
        var seed = NextSeed++;
        if (SoakScenario.Of(seed) is not { } scenario) return true;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        try
        {
            Events += scenario.Run(Tally, limit.Token);
            Scenarios++;
            return true;
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            var what = failure is OperationCanceledException ? $"has not ended after {Longest.TotalMinutes.ToString(CultureInfo.InvariantCulture)} minutes" : failure.ToString();
            Failure = $"seed {seed}: {scenario}\n{what}\nto repeat: {Repeat(seed)}";
            return false;
        }
    }

    /// <summary>The figures, a row an invariant.</summary>
    public string Csv()
    {
        var rows = Enum.GetValues<Invariant>().Select(invariant => string.Create(
            CultureInfo.InvariantCulture,
            $"{_firstSeed},{NextSeed - 1},{Scenarios},{Events},{Elapsed.TotalSeconds:F0},{invariant},{Tally.Of(invariant)},{(Failure is null ? 0 : 1)}"));
        return string.Join('\n', rows.Prepend("first_seed,last_seed,scenarios,events,elapsed_s,invariant,checks,failures")) + "\n";
    }

    private static string Repeat(long seed) => string.Create(CultureInfo.InvariantCulture, $"dotnet run -c Release --project tests/MountSim.Soak -- --seed {seed} --count 1");
}
