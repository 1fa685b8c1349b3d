using MountSim.Hardening.Fuzzing;

namespace MountSim.Hardening.Crashing;

/// <summary>The folder that a command runs in: inputs, old outputs, and what is there afterwards.</summary>
internal sealed class CrashFolder
{
    public const string Old = "old\n";

    private readonly IReadOnlyList<(string Name, byte[] Content)> inputs;

    /// <param name="corpus">Whose results, parts and records are read.</param>
    public CrashFolder(Corpus corpus) => inputs =
    [
        ("in.csv", System.Text.Encoding.UTF8.GetBytes(Corpus.FleetTable)),
        ("in.json", System.Text.Encoding.UTF8.GetBytes(corpus.Results[0])),
        .. corpus.Parts.Select(part => ("in.parts/" + part.Name, System.Text.Encoding.UTF8.GetBytes(part.Text))),
        .. corpus.FleetParts.Select(part => ("in.fleet/" + part.Name, System.Text.Encoding.UTF8.GetBytes(part.Text))),
        .. FuzzKinds.Records.Select(record => ("in.raw/" + record.Name, System.Text.Encoding.UTF8.GetBytes(record.Text))),
    ];

    /// <summary>Fills a folder that is there and empty.</summary>
    public void Fill(string folder, IEnumerable<string> old)
    {
        foreach (var (name, content) in inputs)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
            File.WriteAllBytes(Path.Combine(folder, name), content);
        }
        foreach (var name in old) File.WriteAllText(Path.Combine(folder, name), Old);
    }

    /// <summary>Files that are neither inputs nor named, hidden ones among them.</summary>
    public static IEnumerable<string> Others(string folder, IEnumerable<string> named) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }).Select(file => Path.GetRelativePath(folder, file))
            .Where(file => !file.StartsWith("in.", StringComparison.Ordinal) && !named.Contains(file));
}
