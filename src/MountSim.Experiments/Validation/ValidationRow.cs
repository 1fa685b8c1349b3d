using MountSim.Model.Costs;

namespace MountSim.Experiments.Validation;

/// <summary>One quantity of a case: what the simulation says beside what is known.</summary>
/// <param name="Quantity">What is compared.</param>
/// <param name="Unit">Its unit; empty for counts and ratios.</param>
/// <param name="Predicted">The prediction with its interval; null when there is none.</param>
/// <param name="Reference">What is known, with the band in which a prediction counts as met (an infinite bound: none on that side); null when it is not known.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="Reason">Why it is missed or skipped, or what a reader should know of it; empty for nothing.</param>
public sealed record ValidationRow(string Quantity, string Unit, Interval? Predicted, Interval? Reference, Verdict Verdict, string Reason = "")
{
    private const string CloseCall = "the prediction's interval reaches out of the band, so that another seed may miss";

    /// <summary>Predicted over known, less one; null where that says nothing.</summary>
    public double? Error => Predicted is { } predicted && Reference is { } known && known.Value != 0 && double.IsFinite(known.Value)
        ? (predicted.Value / known.Value) - 1
        : null;

    /// <summary>Met when the predicted value lies in the band.</summary>
    /// <param name="quantity">What is compared.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="predicted">The prediction.</param>
    /// <param name="band">What is known.</param>
    /// <param name="reason">Why it is missed, where it is.</param>
    /// <param name="remark">What a reader should know in any case.</param>
    public static ValidationRow InBand(string quantity, string unit, Interval predicted, Interval band, string reason = "", string remark = "")
    {
        var met = predicted.Value >= band.Low && predicted.Value <= band.High;
        var close = met && (predicted.Low < band.Low || predicted.High > band.High) ? CloseCall : "";
        var text = met || reason.Length == 0 ? remark : reason;
        return new ValidationRow(quantity, unit, predicted, band, met ? Verdict.Met : Verdict.Missed, text.Length > 0 && close.Length > 0 ? $"{text}; {close}" : text + close);
    }

    /// <summary>Met when the prediction's interval holds the exact value.</summary>
    public static ValidationRow HoldsExact(string quantity, string unit, Interval predicted, double exact, string reason = "") =>
        new(quantity, unit, predicted, Interval.Exact(exact), predicted.Low <= exact && exact <= predicted.High ? Verdict.Met : Verdict.Missed, reason);

    /// <summary>Not compared.</summary>
    public static ValidationRow Skip(string quantity, string unit, string reason, Interval? reference = null) =>
        new(quantity, unit, null, reference, Verdict.Skipped, reason);
}
