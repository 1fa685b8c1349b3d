namespace MountSim.Experiments.Theory.Queues;

/// <summary>What a customer of an open queue saw.</summary>
/// <param name="Wait">Time in the queue, ns.</param>
/// <param name="Response">Time in the queue and in service, ns.</param>
/// <param name="Found">Customers that were there when it came: by PASTA, what the queue holds on average over time.</param>
internal readonly record struct Visit(double Wait, double Response, int Found);
