namespace MountSim.Hardening.Fuzzing;

/// <summary>What became of an input, and what it took.</summary>
/// <param name="Verdict">What.</param>
/// <param name="Problem">Why it failed; empty when it did not.</param>
/// <param name="Said">Standard error.</param>
/// <param name="Time">Wall time.</param>
/// <param name="Bytes">Allocated on the way, of which no more than that can have been in use at once.</param>
internal sealed record FuzzResult(Verdict Verdict, string Problem, string Said, TimeSpan Time, long Bytes);
