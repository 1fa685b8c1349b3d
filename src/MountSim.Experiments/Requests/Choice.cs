using System.Diagnostics.CodeAnalysis;
using MountSim.Model.Yaml;

namespace MountSim.Experiments.Requests;

/// <summary>One of a few words.</summary>
/// <param name="choices">The words and what they stand for; a value is written as the first word that stands for it.</param>
public sealed class Choice<T>(IReadOnlyDictionary<string, T> choices) : ValueKind<T>
{
    /// <inheritdoc/>
    public override string HelpName => Allowed.Replace(", ", "|", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Choices => [.. choices.Keys];

    /// <inheritdoc/>
    protected override string Allowed => string.Join(", ", choices.Keys);

    /// <inheritdoc/>
    public override bool TryRead(string text, [MaybeNullWhen(false)] out T value) => choices.TryGetValue(text, out value);

    /// <inheritdoc/>
    public override string Text(T value) => choices.First(choice => EqualityComparer<T>.Default.Equals(choice.Value, value)).Key;

    /// <inheritdoc/>
    public override string Refusal(string text) => $"found '{text}'; {NearestName.Hint(text, [.. choices.Keys])}";
}
