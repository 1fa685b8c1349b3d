using MountSim.Experiments.Planning;

namespace MountSim.Experiments.Fleets;

/// <summary>What is known of one host of a class.</summary>
/// <param name="Summary">The burst as planned.</param>
/// <param name="Largest">The largest burst for which the targets hold; null when not even one container's start keeps them.</param>
/// <param name="IsSearchEnd">True when larger bursts were not tried: it is at least so many.</param>
/// <param name="Best">The mitigation that helps most; null when none helps for sure.</param>
/// <param name="Gain">What it changes of the start times, or of the makespan.</param>
public sealed record FleetAnswer(PredictionSummary Summary, int? Largest, bool IsSearchEnd, ComparisonRow? Best, Difference? Gain);
