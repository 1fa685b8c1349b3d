using System.CommandLine;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Json;
using MountSim.Reporting.Tables;

namespace MountSim.Cli.Verbs;

/// <summary>The verbs <c>models list</c>, <c>models show</c>, <c>models check</c> and <c>models trace</c>.</summary>
internal static class ModelsVerb
{
    public static Verb Create(Session session) =>
        new("models", "List, show and check the kernels, machines, runtimes and mitigations that come with the tool.", ["mountsim models list", "mountsim models show linux-6.12", "mountsim models check"], [])
        {
            List(session),
            Show(session),
            ModelsCheckVerb.Create(session),
            ModelsTraceVerb.Create(session),
        };

    private static Verb List(Session session)
    {
        var output = new OutputOptions(OutputFormat.Table);
        var verb = new Verb("list", "List the models.", ["mountsim models list", "mountsim models list --format csv"], [output.Group]);
        verb.SetAction(parsed =>
        {
            output.Write(parsed, session, (writer, format, terminal) =>
            {
                var rows = ModelLibrary.Rows();
                if (format == OutputFormat.Csv) CsvTable.Write(writer, ModelsColumns.All, rows);
                else if (format == OutputFormat.Json) ModelsJson.Write(writer, rows);
                else ModelsTable.Write(writer, rows, new TableSettings(terminal.Width, terminal.Color));
            });
            return ExitCode.Done;
        });
        return verb;
    }

    private static Verb Show(Session session)
    {
        var name = new Argument<string>("NAME") { Description = "A model's name, as 'models list' prints it" };
        var verb = new Verb("show", "Print a model file: a start for one of your own.", ["mountsim models show linux-6.12", "mountsim models show r5.metal > mine.yaml"], []);
        verb.Arguments.Add(name);
        verb.SetAction(parsed =>
        {
            session.Out.Write(ModelLibrary.Text(parsed.GetRequiredValue(name)));
            return ExitCode.Done;
        });
        return verb;
    }
}
