using System.Text.Json.Serialization;

namespace MountSim.Experiments.Sweeps;

/// <summary>Every combination of the values of its axes; the last axis changes fastest.</summary>
/// <param name="Axes">In order; none for a single scenario that says nothing.</param>
/// <param name="Place">Where it was written, for messages: a file and a line, or the command line.</param>
/// <param name="Name">What its author calls it; null for a name made of what varies.</param>
public sealed record SweepGrid(IReadOnlyList<SweepAxis> Axes, string Place, string? Name = null)
{
    /// <summary>Combinations.</summary>
    [JsonIgnore]
    public long Count => Axes.Aggregate(1L, (count, axis) => checked(count * axis.Values.Count));

    /// <summary>The settings of a combination, counted from 0, in the axes' order.</summary>
    public IReadOnlyList<SweepSetting> Settings(long index)
    {
        var settings = new SweepSetting[Axes.Count];
        for (var axis = Axes.Count - 1; axis >= 0; axis--)
        {
            (index, var value) = Math.DivRem(index, Axes[axis].Values.Count);
            settings[axis] = new SweepSetting(Axes[axis].Field, Axes[axis].Values[(int)value]);
        }
        return settings;
    }

    /// <summary>The grid with further axes, which change faster and take the place of axes about the same.</summary>
    public SweepGrid With(IReadOnlyList<SweepAxis> more) => this with { Axes = [.. Axes.Where(axis => !more.Any(other => other.Subject == axis.Subject)), .. more] };
}
