using MountSim.Experiments;
using MountSim.Reporting.Texts;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>The locks that were waited for longest; closer together where the terminal is narrow.</summary>
internal static class LocksSection
{
    private const int Roomy = 100;

    public static void Write(IAnsiConsole console, IReadOnlyList<LockSummary> locks) => Section.Write(console, PredictionTexts.Locks(locks), console.Profile.Width < Roomy ? 1 : 2);
}
