using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MountSim.Model;
using MountSim.Model.Files;

namespace MountSim.Experiments.Sweeps;

/// <summary>The scenarios of a sweep, their order and its hash: a value, from which any machine gets the same scenario at the same position.</summary>
/// <remarks>Scenarios are made when they are asked for, so that memory does not grow with their number.</remarks>
public sealed class SweepPlan
{
    private const long Most = 100_000_000;

    private static readonly string[] FileFields = ["machine", "kernel", "runtime", "profile"]; // what may be named by a path

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
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var contents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var grid in grids)
        {
            Append(hash, grid.Name ?? "");
            foreach (var axis in grid.Axes)
            {
                Append(hash, axis.Field);
                foreach (var value in axis.Values)
                {
                    Append(hash, value);
                    if (FileFields.Contains(axis.Field) && File.Exists(value)) Append(hash, contents.TryGetValue(value, out var content) ? content : contents[value] = ContentOf(value));
                }
                Append(hash, "");
            }
            Append(hash, "");
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // A profile or a model of the user's own: other content, other rows.
    private static string ContentOf(string path) => Convert.ToHexStringLower(SHA256.HashData(InputFile.Bytes(path)));

    // The length first, so that no two lists of texts are one sequence of bytes.
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
