namespace MountSim.Experiments.Sweeps;

/// <summary>One scenario of a sweep.</summary>
/// <param name="Position">Its place in the order, from 0.</param>
/// <param name="Name">Its name in tables.</param>
/// <param name="Settings">What it says.</param>
/// <param name="Place">Where that was written.</param>
public sealed record SweepScenario(long Position, string Name, IReadOnlyList<SweepSetting> Settings, string Place)
{
    /// <summary>The text of what it says of a subject; null when it says nothing.</summary>
    public string? Text(string subject)
    {
        foreach (var setting in Settings)
        {
            if (setting.Subject == subject) return setting.Subject == setting.Field ? setting.Text : setting.Text[(subject.Length + 1)..];
        }
        return null;
    }
}
