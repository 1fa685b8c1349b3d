using System.CommandLine;
using MountSim.Calibration;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Profiles;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Model;
using MountSim.Model.Kernels;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Files;
using MountSim.Reporting.Tables;

namespace MountSim.Cli.Verbs;

/// <summary>The verb <c>calibrate</c>: what mount operations cost on this host.</summary>
internal sealed class CalibrateVerb
{
    private readonly CalibrateOptions measurement = new();
    private readonly OutputOptions output = new(OutputFormat.Json);
    private readonly Session session;

    private CalibrateVerb(Session session) => this.session = session;

    public static Verb Create(Session session)
    {
        var verb = new CalibrateVerb(session);
        var command = new Verb(
            "calibrate",
            "Measure what mount operations cost on this host. Mounts are made in a mount namespace that dies with the measurement. Root measures all, by "
            + $"{string.Join(" and ", Capability.All.Select(one => $"{one.Name} ({one.Purpose})"))}; anybody else what a user namespace allows, where the kernel allows one, and the result says what that left out.",
            [
                "mountsim calibrate --output host.json",
                "mountsim calibrate --quick",
                "mountsim calibrate --probe timing --output host.json",
                "mountsim calibrate --relative-error 2% --format json > host.json",
                "mountsim calibrate --against host.json --output again.json",
                "mountsim predict --profile host.json",
            ],
            [verb.measurement.Group, verb.output.Group]);
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var options = measurement.Read(parsed);
        if (options.KernelModel is { } kernel) CheckKernel(kernel);
        if (output.Output(parsed) is { } path) AtomicFile.Check("--output", path);
        var earlier = measurement.Against(parsed) is { } file ? ProfileFile.Read(file) : null;
        var profile = Calibrate(options, output.Quiet(parsed));
        session.Cancellation.ThrowIfCancellationRequested();
        output.Write(parsed, session, (writer, format, terminal) => Render(writer, profile, format, terminal));
        var showsSummary = output.Output(parsed) is not null && !output.Quiet(parsed);
        if (showsSummary) Render(session.Out, profile, OutputFormat.Table, session.Terminal);
        return earlier is null || Agrees(earlier, profile) ? ExitCode.Done : ExitCode.AnsweredNo;
    }

    /// <summary>On standard error, as the profile itself may go to standard output.</summary>
    private bool Agrees(HostProfile earlier, HostProfile profile)
    {
        var rows = ProfileAgreement.Compare(earlier, profile);
        AgreementTable.Write(session.Error, earlier.Name, profile.Name, rows, new TableSettings(session.Terminal.Width, session.Terminal.Color));
        return rows.All(row => row.Agrees);
    }

    /// <summary>A wrong name is better said now than after a minute.</summary>
    private static void CheckKernel(string kernel)
    {
        try
        {
            KernelCatalog.Load(kernel);
        }
        catch (ModelException failure) when (failure.Place == kernel)
        {
            throw new ModelException("--kernel", failure.Message);
        }
    }

    private HostProfile Calibrate(CalibrationOptions options, bool quiet)
    {
        using var line = quiet || !session.Terminal.Progress ? null : new ProgressLine(session);
        var progress = line is null ? null : new CalibrateProgressReporter(line);
        return session.Calibrate(options, progress, session.Cancellation).GetAwaiter().GetResult();
    }

    private static void Render(TextWriter writer, HostProfile profile, OutputFormat format, Terminal terminal)
    {
        switch (format)
        {
            case OutputFormat.Csv:
                CsvTable.Write(writer, ProfileColumns.All, profile.Costs.Select(cost => (profile.Name, cost)));
                break;
            case OutputFormat.Json:
                writer.Write(ProfileFile.Format(profile));
                break;
            default:
                ProfileTable.Write(writer, profile, new TableSettings(terminal.Width, terminal.Color));
                break;
        }
    }
}
