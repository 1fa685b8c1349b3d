using System.CommandLine;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Experiments;
using MountSim.Experiments.Requests;
using MountSim.Serve;

namespace MountSim.Cli.Verbs;

/// <summary>The verb <c>serve</c>: the page to play with, on loopback, until Ctrl-C.</summary>
internal sealed class ServeVerb
{
    private const int AnyPort = 0, LastPort = 65_535;

    private static readonly string[] Fields = ["profile", "threads"];

    private readonly IntegerOption port = new("--port", "Port on loopback; 0: any free one, which is printed", AnyPort, LastPort, new ServeOptions().Port);
    private readonly IReadOnlyList<FieldOption> fields = [.. Fields.Select(name => new FieldOption(RequestFields.Find(name, "serve")))];
    private readonly Option<bool> quiet = new("--quiet") { Description = "Print the address only" };
    private readonly Session session;

    private ServeVerb(Session session) => this.session = session;

    public static Verb Create(Session session)
    {
        var verb = new ServeVerb(session);
        var command = new Verb(
            "serve",
            "Serve a page to play with, to this machine only: move a slider and see start times, locks and what would help, with the command line that gives the same numbers. Ctrl-C ends it, and that is a good end (exit code 0).",
            [
                "mountsim serve",
                "mountsim serve --port 0 --profile host.json",
                "ssh -L 8470:localhost:8470 HOST mountsim serve",
            ],
            [new OptionGroup("Page", [verb.port, .. verb.fields]), new OptionGroup("Output", [verb.quiet])]);
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var options = new ServeOptions
        {
            Port = parsed.GetValue(port)!.Value,
            Base = fields.Aggregate(new PredictRequest(), (request, option) => option.Apply(request, parsed)),
            Report = session.Error.WriteLine,
        };
        ServeAsync(options, parsed.GetValue(quiet)).GetAwaiter().GetResult();
        return ExitCode.Done;
    }

    private async Task ServeAsync(ServeOptions options, bool only)
    {
        await using var server = await PageServer.StartAsync(options, session.Cancellation);
        session.Out.WriteLine(server.Address);
        session.Out.Flush();
        if (!only) session.Error.WriteLine("Open it in a browser on this machine. Ctrl-C ends it.");
        var ended = new TaskCompletionSource();
        await using var end = session.Cancellation.Register(ended.SetResult);
        await ended.Task;
    }
}
