using System.Globalization;

namespace MountSim.Calibration.Worker.Program;

/// <summary>Processes as /proc has them.</summary>
internal static class ProcessTree
{
    /// <summary>IDs of a process's children.</summary>
    internal static IReadOnlyList<int> Children(int parent)
    {
        try
        {
            return
            [
                .. Directory.EnumerateDirectories(FormattableString.Invariant($"/proc/{parent}/task"))
                    .SelectMany(t => File.ReadAllText(t + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .Select(id => int.Parse(id, CultureInfo.InvariantCulture)),
            ];
        }
        catch (IOException)
        {
            return [];
        }
    }

    /// <summary>Processes whose command line or environment holds <paramref name="mark"/>, zombies left out.</summary>
    internal static IEnumerable<int> With(string mark) =>
        from folder in Directory.EnumerateDirectories("/proc")
        let id = int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var number) ? number : 0
        where id > 0 && id != Environment.ProcessId && (Holds(folder + "/cmdline", mark) || Holds(folder + "/environ", mark))
        select id;

    /// <summary>True when the process's command line holds <paramref name="text"/>.</summary>
    internal static bool Runs(int process, string text) => Holds(FormattableString.Invariant($"/proc/{process}/cmdline"), text);

    private static bool Holds(string file, string mark)
    {
        try
        {
            return File.ReadAllText(file).Contains(mark, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
