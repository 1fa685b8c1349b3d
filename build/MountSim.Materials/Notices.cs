using System.Text;

namespace MountSim.Materials;

/// <summary>Whose work is in the tool, and under which licence: what their licences ask to be said wherever the tool goes. Then a list of what builds and tests it.</summary>
public static class Notices
{
    /// <summary>Where it lies, from the repository's root.</summary>
    public const string FileName = "THIRD-PARTY-NOTICES.txt";

    private static readonly string Rule = new('=', 80);

    /// <summary>The file's text.</summary>
    public static string Of(IReadOnlyList<LockedPackage> packages)
    {
        var facts = packages.ToDictionary(package => package, PackageFacts.Of);
        var shipped = packages.Where(package => package.Shipped).ToList();
        var text = new StringBuilder();
        text.Append("Packages of others in MountSim, their licences and notices. Made from the lock files and\nthe packages by: dotnet run --project build/MountSim.Materials\n\n");
        text.Append("In the tool\n\n");
        shipped.ForEach(package => text.Append(Line(package, facts[package])));
        text.Append("\nA self-contained build also has the .NET runtime and ASP.NET Core in it (MIT), whose notices\nlie beside it.\n");
        text.Append("\nOnly for building, testing and measuring the tool; not in it\n\n");
        packages.Except(shipped).ToList().ForEach(package => text.Append(Line(package, facts[package])));
        foreach (var same in shipped.GroupBy(package => facts[package].LicenseText, StringComparer.Ordinal))
            Append(text, same.Select(package => $"{package.Id} {package.Version}. {facts[package].Copyright}"), same.Key);
        foreach (var same in shipped.Where(package => facts[package].Notices.Length > 0).GroupBy(package => facts[package].Notices, StringComparer.Ordinal))
            Append(text, same.Select(package => $"{package.Id} {package.Version} passes on:"), same.Key);
        return text.ToString();
    }

    private static string Line(LockedPackage package, PackageFacts facts) => $"  {package.Id} {package.Version}: {facts.License ?? facts.LicenseText.Split('\n')[0]}\n";

    private static void Append(StringBuilder text, IEnumerable<string> heading, string words) =>
        text.Append($"\n{Rule}\n{string.Join("\n", heading)}\n{Rule}\n\n{words}\n");
}
