namespace MountSim.Model.Traces;

/// <summary>One lock event of a traced operation.</summary>
/// <param name="Sequence">Its number in the operation, from 1.</param>
/// <param name="AtInstructions">Instructions since the operation began.</param>
/// <param name="Function">The kernel function.</param>
/// <param name="Lock">A global's name, <c>objectN</c> for the operation's N-th object, empty for a grace period.</param>
/// <param name="Place">file:line.</param>
public sealed record TraceEvent(int Sequence, double AtInstructions, string Function, string Lock, string Place);
