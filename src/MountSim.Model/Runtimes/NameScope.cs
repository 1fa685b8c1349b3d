namespace MountSim.Model.Runtimes;

/// <summary>
/// Where a law's names are looked up. A runtime included under a name has its variables under that name and an underscore (<c>pause_P</c>), so that two
/// of a kind can be in one file; its laws see those first, then what is around.
/// </summary>
/// <param name="Prefixes">The innermost first; the last is empty.</param>
internal sealed record NameScope(IReadOnlyList<string> Prefixes)
{
    /// <summary>The scope of a file that nobody includes.</summary>
    public static readonly NameScope Outermost = new([""]);

    /// <summary>This scope inside a runtime included under a name.</summary>
    public NameScope Under(string prefix) => new([.. Prefixes.Select(inner => prefix + inner), ""]);
}
