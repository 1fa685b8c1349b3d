using System.Globalization;
using MountSim.Experiments.Requests;
using MountSim.Model;

namespace MountSim.Experiments.Sweeps;

/// <summary>The scenarios of a sweep, their order and its hash: a value, from which any machine gets the same scenario at the same position.</summary>
/// <remarks>Scenarios are made when they are asked for, so that memory does not grow with their number.</remarks>
public sealed class SweepPlan
{
    private const long Most = 100_000_000;

    private readonly IReadOnlyList<SweepGrid> _grids;
    private readonly long[] _first;

    /// <summary>The scenarios of the grids, one grid after the other.</summary>
    /// <param name="grids">At least one.</param>
    /// <param name="hash">The hash, when the files that the scenarios name are not here to be read; null to read them.</param>
    /// <exception cref="ModelException">More scenarios than a sweep can have.</exception>
    public SweepPlan(IReadOnlyList<SweepGrid> grids, string? hash = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(grids.Count);
        (_grids, _first) = (grids, new long[grids.Count]);
        for (var i = 0; i < grids.Count; i++)
        {
            _first[i] = Count;
            Count += Combinations(grids[i]);
            if (Count > Most) throw new ModelException(grids[i].Place, string.Create(CultureInfo.InvariantCulture, $"makes more than {Most} scenarios; split the sweep"));
        }

        Varied = [.. VariedSubjects(grids)];
        Hash = hash ?? HashOf(grids);
    }

    /// <summary>What it was made of.</summary>
    public IReadOnlyList<SweepGrid> Grids => _grids;

    /// <summary>Scenarios.</summary>
    public long Count { get; }

    /// <summary>The fields (or variables of a runtime) whose value is not the same in all scenarios, in the order in which they are first said.</summary>
    public IReadOnlyList<string> Varied { get; }

    /// <summary>SHA-256 of all that the scenarios say, of the files that they name, and of their order; 64 hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>The scenario at a position, from 0.</summary>
    public SweepScenario this[long position]
    {
        get
        {
            var (grid, inGrid) = At(position);
            var settings = grid.Settings(inGrid);
            return new SweepScenario(position, NameOf(grid, settings), settings, grid.Place);
        }
    }

    /// <summary>What the scenario at a position says, without its name, which takes longer.</summary>
    public IReadOnlyList<SweepSetting> SettingsAt(long position)
    {
        var (grid, inGrid) = At(position);
        return grid.Settings(inGrid);
    }

    private (SweepGrid Grid, long InGrid) At(long position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, Count);
        var at = Array.BinarySearch(_first, position);
        at = at >= 0 ? at : ~at - 1;
        return (_grids[at], position - _first[at]);
    }

    private string NameOf(SweepGrid grid, IReadOnlyList<SweepSetting> settings)
    {
        var own = grid.Axes.Where(axis => axis.Values.Count > 1).Select(axis => axis.Subject).ToList();
        var told = settings.Where(setting => grid.Name is null ? Varied.Contains(setting.Subject) : own.Contains(setting.Subject)).Select(setting => setting.ToString());
        var name = string.Join(' ', grid.Name is null ? told : told.Prepend(grid.Name));
        return name.Length > 0 ? name : "default";
    }

    private static long Combinations(SweepGrid grid)
    {
        try
        {
            return grid.Count;
        }
        catch (OverflowException)
        {
            throw new ModelException(grid.Place, string.Create(CultureInfo.InvariantCulture, $"makes more than {Most} scenarios; split the sweep"));
        }
    }

    private static IEnumerable<string> VariedSubjects(IReadOnlyList<SweepGrid> grids)
    {
        var bySubject = grids.SelectMany(grid => grid.Axes).GroupBy(axis => axis.Subject, StringComparer.Ordinal);
        foreach (var axes in bySubject)
        {
            var saidByAll = axes.Count() == grids.Count;
            if (!saidByAll || axes.SelectMany(axis => axis.Values).Distinct(StringComparer.Ordinal).Skip(1).Any()) yield return axes.Key;
        }
    }

    private static string HashOf(IReadOnlyList<SweepGrid> grids)
    {
        using var hash = new PlanHash();
        foreach (var grid in grids)
        {
            hash.Add(grid.Name ?? "");
            foreach (var axis in grid.Axes)
            {
                hash.Add(axis.Field);
                foreach (var value in axis.Values) hash.Add(axis.Field, value);
                hash.Add("");
            }
            hash.Add("");
        }
        return hash.Digits();
    }
}
