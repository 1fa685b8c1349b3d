using System.Diagnostics.CodeAnalysis;

namespace MountSim.Experiments.Requests;

/// <summary>What a value may be and how it is written: the one place that an option, a mitigation, a sweep's axis and a column of a table read it by.</summary>
/// <typeparam name="T">What it is when read.</typeparam>
public abstract class ValueKind<T>
{
    /// <summary>A word for the value in the help: N, X, NAME|FILE.</summary>
    public abstract string HelpName { get; }

    /// <summary>The words there are to choose from; empty for others.</summary>
    public virtual IReadOnlyList<string> Choices => [];

    /// <summary>Reads a value.</summary>
    public abstract bool TryRead(string text, [MaybeNullWhen(false)] out T value);

    /// <summary>Writes a value so that <see cref="TryRead"/> gives it back.</summary>
    public abstract string Text(T value);

    /// <summary>What was found and what is allowed.</summary>
    public virtual string Refusal(string text) => $"found '{text}'; allowed: {Allowed}";

    /// <summary>What is allowed, in words.</summary>
    protected abstract string Allowed { get; }
}
