namespace MountSim.Soak;

/// <summary>How often each invariant was looked at.</summary>
public sealed class Tally
{
    private readonly long[] _checks = new long[Enum.GetValues<Invariant>().Length];

    /// <summary>Looks at one.</summary>
    /// <exception cref="BrokenInvariantException">It does not hold.</exception>
    public void Check(bool holds, Invariant invariant, FormattableString what)
    {
        _checks[(int)invariant]++;
        if (!holds) throw new BrokenInvariantException(invariant, FormattableString.Invariant(what));
    }

    /// <summary>Checks of one so far.</summary>
    public long Of(Invariant invariant) => _checks[(int)invariant];
}
