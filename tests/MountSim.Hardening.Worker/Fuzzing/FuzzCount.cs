namespace MountSim.Hardening.Fuzzing;

/// <summary>The inputs of a kind, counted.</summary>
/// <param name="kind">Its name.</param>
internal sealed class FuzzCount(string kind)
{
    /// <summary>Columns of the results.</summary>
    public const string Header = "kind,inputs,accepted,refused,failed,mean_ms,slowest_ms,most_allocated_mb,seed";

    public string Kind => kind;

    public int Inputs { get; private set; }

    public int Accepted { get; private set; }

    public int Refused { get; private set; }

    public int Failed { get; private set; }

    public TimeSpan Time { get; private set; }

    public TimeSpan Slowest { get; private set; }

    public long MostBytes { get; private set; }

    public void Add(FuzzResult result)
    {
        Inputs++;
        Time += result.Time;
        if (result.Verdict == Verdict.Accepted) Accepted++;
        if (result.Verdict == Verdict.Refused) Refused++;
        if (result.Verdict == Verdict.Failed) Failed++;
        if (result.Time > Slowest) Slowest = result.Time;
        MostBytes = Math.Max(MostBytes, result.Bytes);
    }

    /// <summary>The row of a run from a seed.</summary>
    public string ToCsv(ulong seed) => FormattableString.Invariant($"{kind},{Inputs},{Accepted},{Refused},{Failed},{Time.TotalMilliseconds / Math.Max(1, Inputs):0.00},{Slowest.TotalMilliseconds:0},{MostBytes / 1e6:0.0},{seed}");
}
