using System.Reflection;
using MountSim.Model;

namespace MountSim.Calibration.Profiles;

/// <summary>Profiles that come with the program.</summary>
public static class EmbeddedProfiles
{
    /// <summary>The name of the profile that predictions use when none is given.</summary>
    public const string DefaultName = "zen4-guest-linux-6.18";

    private const string Prefix = "calibration/";
    private const string Suffix = ".json";
    private static readonly Assembly Here = typeof(EmbeddedProfiles).Assembly;

    /// <summary>Names of all embedded profiles.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Here.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The profile that predictions use when none is given.</summary>
    public static HostProfile Default => Read(DefaultName);

    /// <summary>An embedded profile.</summary>
    /// <exception cref="ModelException">There is none of that name.</exception>
    public static HostProfile Read(string name)
    {
        using var stream = Here.GetManifestResourceStream(Prefix + name + Suffix)
            ?? throw new ModelException("profile", $"found '{name}'; allowed: {string.Join(", ", Names)}, or the path of a file");
        using var reader = new StreamReader(stream);
        return ProfileFile.Parse(reader.ReadToEnd(), Prefix + name + Suffix);
    }
}
