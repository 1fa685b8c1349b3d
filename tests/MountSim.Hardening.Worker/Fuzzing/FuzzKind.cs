namespace MountSim.Hardening.Fuzzing;

/// <summary>A kind of input.</summary>
/// <param name="Name">Its name in the results.</param>
/// <param name="Weight">How often it is drawn, against the others: cheap kinds more often.</param>
/// <param name="Draw">A case from a seeded source.</param>
internal sealed record FuzzKind(string Name, int Weight, Func<Random, FuzzCase> Draw)
{
    /// <summary>The case of a seed: the same on every machine.</summary>
    public FuzzCase Of(ulong seed) => Draw(Source(seed));

    // The seeded generator's numbers are part of .NET's compatibility; a kind's name keeps equal seeds of two kinds apart.
    private Random Source(ulong seed) => new(unchecked((int)(seed ^ (seed >> 32)) ^ Name.Aggregate(17, (hash, letter) => (hash * 31) + letter)));
}
