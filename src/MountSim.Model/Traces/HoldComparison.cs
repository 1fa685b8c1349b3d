using System.Globalization;

namespace MountSim.Model.Traces;

/// <summary>What a run held a lock for, beside the model.</summary>
/// <param name="Run">The run.</param>
/// <param name="Use">The lock and its mode in a few words.</param>
/// <param name="Place">file:line of the trace.</param>
/// <param name="Traced">Instructions held in the trace, over all acquisitions.</param>
/// <param name="Scripted">The same in the model.</param>
/// <param name="Verdict">How they lie to one another.</param>
internal sealed record HoldComparison(
    TracedRun Run, string Use, string Place, double Traced, double Scripted, HoldVerdict Verdict)
{
    /// <summary>The model's relative error, no tolerance applied.</summary>
    public double Error => (Scripted / Traced) - 1;

    /// <summary>The difference in words.</summary>
    public TraceDifference Difference => new(
        Place, "", string.Create(CultureInfo.InvariantCulture, $"{Run}: {Use} is held {Traced:F0} instructions, in the model {Scripted:F0} ({100 * Error:+0;-0} %)"));
}
