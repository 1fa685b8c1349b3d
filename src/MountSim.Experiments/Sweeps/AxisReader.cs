using MountSim.Calibration.Profiles;
using MountSim.Experiments.Requests;
using MountSim.Model;
using MountSim.Model.Kernels;
using MountSim.Model.Machines;
using MountSim.Model.Runtimes;

namespace MountSim.Experiments.Sweeps;

/// <summary>Reads what is written in a sweep as axes, and refuses what is no value of a field or names no model, before anything runs.</summary>
public sealed class AxisReader
{
    private static readonly PredictRequest Defaults = new();

    private readonly HashSet<(string Field, string Value)> _sound = [];

    /// <summary>The axes that a field's texts stand for: one, or one a variable for a field that may be said several times.</summary>
    /// <param name="name">The field, with hyphens or underscores between its words.</param>
    /// <param name="texts">Values, lists and ranges.</param>
    /// <param name="place">Where it was written.</param>
    /// <exception cref="ModelException">There is no such field, or a value is none of its.</exception>
    public IReadOnlyList<SweepAxis> Read(string name, IReadOnlyList<string> texts, string place)
    {
        var field = RequestFields.Find(name.Replace('_', '-'), place);
        if (field.Name == "threads") throw new ModelException(place, "threads change no result; allowed: --threads on the command line");
        var axes = field.Repeats
            ? texts.SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(word => Axis(field, [word], place)).ToList()
            : [Axis(field, texts, place)];
        var twice = axes.GroupBy(axis => axis.Subject, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        return twice is null ? axes : throw new ModelException(place, $"sets {twice.Key} twice; allowed: once");
    }

    private SweepAxis Axis(RequestField field, IReadOnlyList<string> texts, string place)
    {
        try
        {
            var values = texts.SelectMany(ValueList.Expand).ToList();
            foreach (var value in values) Check(field, value);
            return new SweepAxis(field.Name, values);
        }
        catch (ModelException failure)
        {
            throw new ModelException(place, failure.Problem);
        }
    }

    private void Check(RequestField field, string value)
    {
        if (_sound.Contains((field.Name, value))) return;
        field.Set(Defaults, value);
        Load(field.Name, value);
        _sound.Add((field.Name, value));
    }

    /// <summary>A wrong name is better said now than after an hour.</summary>
    private static void Load(string field, string value)
    {
        try
        {
            _ = field switch
            {
                "machine" => MachineCatalog.Load(value),
                "kernel" => KernelCatalog.Load(value),
                "runtime" => RuntimeCatalog.Load(value),
                "profile" => ProfileFile.Read(value),
                _ => (object?)null,
            };
        }
        catch (ModelException failure) when (failure.Place != value && failure.Place != field)
        {
            throw new ModelException(value, failure.Message); // wrong inside a file: the place there is what helps
        }
    }
}
