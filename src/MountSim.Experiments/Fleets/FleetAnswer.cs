namespace MountSim.Experiments.Fleets;

/// <summary>What is known of one host of a class: the values that a report says of it, which a part of a fleet keeps and gives back bit by bit.</summary>
/// <param name="Summary">The burst as planned.</param>
/// <param name="Largest">The largest burst for which the targets hold, containers; null when not even one container's start keeps them.</param>
/// <param name="IsSearchEnd">True when larger bursts were not tried: it is at least so many.</param>
/// <param name="Best">The mitigation that helps most; null when none helps for sure.</param>
public sealed record FleetAnswer(PredictionSummary Summary, int? Largest, bool IsSearchEnd, FleetMitigation? Best);
