namespace MountSim.Experiments.Sweeps;

/// <summary>One thing that a scenario of a sweep says.</summary>
/// <param name="Field">The name of a field of the request.</param>
/// <param name="Text">Its value as an option takes it.</param>
public readonly record struct SweepSetting(string Field, string Text)
{
    /// <summary>What it is about: the field, or the variable that an assignment names.</summary>
    public string Subject => Text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? Text[..at] : Field;

    /// <inheritdoc/>
    public override string ToString() => Text.Contains('=', StringComparison.Ordinal) ? Text : $"{Field}={Text}";
}
