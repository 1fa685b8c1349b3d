using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>Makes a Spectre console that obeys our settings and looks at nothing else: no environment, no terminal.</summary>
internal static class TableConsole
{
    private const int Narrowest = 40;

    public static IAnsiConsole Create(TextWriter writer, TableSettings settings)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = settings.Color ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = settings.Color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = Math.Max(Narrowest, settings.Width);
        console.Profile.Capabilities.Unicode = false; // cut text ends in dots that every terminal has
        return console;
    }
}
