namespace MountSim.Materials;

/// <summary>A package at one version, as lock files have it.</summary>
/// <param name="Id">The package's name.</param>
/// <param name="Version">The resolved version.</param>
/// <param name="ContentHash">SHA-512 of the package without its signature, base64: the same from whichever feed it comes.</param>
/// <param name="Shipped">True when the tool's own lock file has it; the others build, test or measure the tool.</param>
/// <param name="DependsOn">What it needs, as name@version, in order.</param>
public sealed record LockedPackage(string Id, string Version, string ContentHash, bool Shipped, IReadOnlyList<string> DependsOn)
{
    /// <summary>Name and version, which no other package has.</summary>
    public string Key => $"{Id}@{Version}";
}
