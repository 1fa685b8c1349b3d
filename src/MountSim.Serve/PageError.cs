namespace MountSim.Serve;

/// <summary>Why there is no answer: what was found and what to do.</summary>
internal sealed record PageError(string Error);
