using MountSim.Model.Kernels;

namespace MountSim.Model.Traces;

/// <summary>A lock taken, or a grace period waited for, in the sequence of an operation: the form in which scripts and traces are compared.</summary>
/// <param name="Lock">The lock's role as models name it; <see cref="LeftOut.PerObject"/>; a grace period's function; a trace's name that no model has.</param>
/// <param name="Mode">How; null where the trace does not tell, or for a grace period.</param>
/// <param name="Held">What is held then, the outermost first.</param>
/// <param name="Place">file:line of the trace or of the script's step.</param>
public sealed record LockEvent(string Lock, LockMode? Mode, IReadOnlyList<LockEvent> Held, string Place)
{
    /// <summary>The same lock in the same mode inside the same locks.</summary>
    public bool Matches(LockEvent other) =>
        Same(other) && Held.Count == other.Held.Count && Held.Zip(other.Held).All(pair => pair.First.Same(pair.Second));

    /// <summary>The lock and its mode.</summary>
    public string Text => Mode is { } mode ? $"{Lock}.{mode switch { LockMode.Write => "write", LockMode.Read => "read", _ => "exclusive" }}" : Lock;

    /// <summary>The lock, and what is held.</summary>
    public override string ToString() => Held.Count == 0 ? Text : $"{Text} inside {string.Join(", ", Held.Select(item => item.Text))}";

    private bool Same(LockEvent other) => Lock == other.Lock && (Mode is null || other.Mode is null || Mode == other.Mode);
}
