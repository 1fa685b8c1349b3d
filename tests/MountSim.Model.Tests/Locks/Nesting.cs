namespace MountSim.Model.Tests.Locks;

/// <summary>Which of two locks a turn takes; always the outer before the inner.</summary>
public enum Nesting
{
    Outer,
    Both,
    Inner,
}
