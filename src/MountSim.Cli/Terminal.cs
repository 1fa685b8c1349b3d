using System.Globalization;

namespace MountSim.Cli;

/// <summary>What the streams lead to.</summary>
/// <param name="Width">Columns for tables and help.</param>
/// <param name="Color">Standard output takes escape sequences, and the user did not decline.</param>
/// <param name="Progress">Standard error is a terminal that can redraw a line.</param>
/// <param name="Blocks">Standard output is a terminal that shows block characters.</param>
public sealed record Terminal(int Width, bool Color, bool Progress, bool Blocks = false)
{
    private const int WidthOfPipe = 100, Narrowest = 40, Widest = 400;

    /// <summary>A pipe: no colour, no progress, a fixed width, so that bytes do not depend on the window.</summary>
    public static Terminal Pipe { get; } = new(WidthOfPipe, Color: false, Progress: false);

    /// <summary>Looks at the process's streams and at NO_COLOR, TERM and COLUMNS.</summary>
    public static Terminal Detect()
    {
        var dumb = Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb";
        var declined = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var smart = !Console.IsOutputRedirected && !dumb;
        return new Terminal(DetectWidth(), smart && !declined, !Console.IsErrorRedirected && !dumb, smart && SpeaksUtf8());
    }

    // As setlocale(3) decides: the first of these that is set.
    private static bool SpeaksUtf8()
    {
        var locale = new[] { "LC_ALL", "LC_CTYPE", "LANG" }.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        return locale.EndsWith("UTF-8", StringComparison.OrdinalIgnoreCase) || locale.EndsWith("utf8", StringComparison.OrdinalIgnoreCase);
    }

    private static int DetectWidth()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0)
            return Math.Clamp(columns, Narrowest, Widest);
        if (Console.IsOutputRedirected) return WidthOfPipe;
        try
        {
            return Console.WindowWidth > 0 ? Math.Clamp(Console.WindowWidth, Narrowest, Widest) : WidthOfPipe;
        }
        catch (IOException)
        {
            return WidthOfPipe;
        }
    }
}
