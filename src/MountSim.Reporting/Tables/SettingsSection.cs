using MountSim.Experiments;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>Every setting and where it came from, so that no default and no guess is silent.</summary>
internal static class SettingsSection
{
    public static void Write(IAnsiConsole console, IReadOnlyList<Setting> settings)
    {
        if (settings.Count == 0) return;
        Section.Heading(console, "Settings");
        var table = Section.Columns(3, "setting", "value", "from");
        foreach (var setting in settings)
            table.AddRow(Section.Plain(setting.Name), Section.Plain(setting.Value), Section.Plain(setting.Origin));
        console.Write(table);
    }
}
