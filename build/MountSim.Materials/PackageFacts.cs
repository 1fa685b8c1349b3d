using NuGet.Configuration;
using NuGet.Packaging;
using NuGet.Packaging.Licenses;
using NuGet.Versioning;

namespace MountSim.Materials;

/// <summary>What a restored package says of itself.</summary>
/// <param name="License">An SPDX expression; null where the package states a file instead.</param>
/// <param name="LicenseText">The words under which it comes.</param>
/// <param name="Copyright">Its copyright line, or its authors.</param>
/// <param name="Notices">What it passes on from others; empty where there is nothing.</param>
public sealed record PackageFacts(string? License, string LicenseText, string Copyright, string Notices)
{
    private static readonly string Folder = SettingsUtility.GetGlobalPackagesFolder(Settings.LoadDefaultSettings(root: null));

    /// <summary>Reads the nuspec and the texts beside it.</summary>
    /// <exception cref="InvalidDataException">The package was not restored, or states no licence that is known here.</exception>
    public static PackageFacts Of(LockedPackage package)
    {
        var folder = new VersionFolderPathResolver(Folder).GetInstallPath(package.Id, NuGetVersion.Parse(package.Version));
        if (!Directory.Exists(folder)) throw new InvalidDataException($"{package.Key}: not in {Folder}; run dotnet restore first");
        var nuspec = new PackageFolderReader(folder).NuspecReader;
        var license = nuspec.GetLicenseMetadata() ?? throw new InvalidDataException($"{package.Key}: states no licence");
        var expression = license.Type == LicenseType.Expression ? license.License : null;
        var copyright = nuspec.GetCopyright() is { Length: > 0 } line ? line : $"Copyright (c) {nuspec.GetAuthors()}";
        var own = expression is null ? Path.Combine(folder, license.License) : Find(folder, "LICENSE.txt", "LICENSE.md");
        var text = own is null ? Standard(package, license) : File.ReadAllText(own);
        return new PackageFacts(expression, Plain(text), copyright, Find(folder, "THIRD-PARTY-NOTICES.txt") is { } notices ? Plain(File.ReadAllText(notices)) : "");
    }

    private static string Standard(LockedPackage package, LicenseMetadata license)
    {
        // Of licences to choose from, the first whose words are here.
        var choices = license.LicenseExpression is LogicalOperator { LogicalOperatorType: LogicalOperatorType.Or } either ? new[] { $"{either.Left}", $"{either.Right}" } : [license.License];
        foreach (var choice in choices)
        {
            using var stream = typeof(PackageFacts).Assembly.GetManifestResourceStream(choice);
            if (stream is null) continue;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
        throw new InvalidDataException($"{package.Key}: no text of {license.License}; add build/MountSim.Materials/Licences/{license.License}.txt");
    }

    private static string? Find(string folder, params string[] names) =>
        Directory.GetFiles(folder).Order(StringComparer.Ordinal).FirstOrDefault(file => names.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase));

    /// <summary>One kind of line end, none of them after a blank: a text that packages share is then the same text.</summary>
    private static string Plain(string text) => string.Join('\n', text.ReplaceLineEndings("\n").TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd())).Trim('\n');
}
