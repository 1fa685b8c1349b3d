using MountSim.Calibration.Profiles;
using Spectre.Console;

namespace MountSim.Reporting.Tables;

/// <summary>How long operations hold locks, as measured and as the kernel model has it.</summary>
internal static class HoldsSection
{
    private const double NsInUs = 1e3;

    public static void Write(IAnsiConsole console, IReadOnlyList<MeasuredHold> holds)
    {
        if (holds.Count == 0) return;
        Section.Heading(console, "Holds of locks, an operation");
        var table = Section.Columns(3, "operation", "lock", "mode", "taken", "held", "low", "high", "model", "by");
        foreach (var hold in holds)
        {
            table.AddRow(
                Section.Plain(hold.Operation), Section.Plain(hold.Lock), Section.Plain(hold.Mode),
                Section.Plain(hold.Acquisitions > 0 ? Quantity.Number(hold.Acquisitions) : ""),
                Ns(hold.HeldNs.Value), Ns(hold.HeldNs.Low), Ns(hold.HeldNs.High),
                hold.ModelNs is { } model ? Ns(model) : Section.Plain(""),
                Section.Plain(hold.By == ProbeLevel.Kprobe ? "kprobe" : "saturation"));
        }
        console.Write(table);
    }

    private static Text Ns(double ns) => Section.Plain(Quantity.Us(ns / NsInUs));
}
