using System.CommandLine;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Experiments.Published;

namespace MountSim.Cli.Verbs;

/// <summary>The verb <c>validate published</c>: predictions against what others measured.</summary>
internal static class ValidatePublishedVerb
{
    private const int MostReplications = 100;

    public static Verb Create(Session session)
    {
        var defaults = new PublishedRequest();
        var cases = new Argument<string[]>("CASE") { HelpName = "[CASE...]", Arity = ArgumentArity.ZeroOrMore, Description = "Cases by name, M1 to M15; none: all" };
        var replications = new IntegerOption("--replications", "Replications of every storm", 2, MostReplications, defaults.Replications);
        var seed = new SeedOption(defaults.Seed, "Seed: equal seeds give equal bytes");
        var threads = new IntegerOption("--threads", "Worker threads; one a CPU of this host unless said. Never changes a result", 1, 1_024);
        var outputs = new ValidationOutputs();
        var verb = new Verb(
            "published",
            "Hold predictions against published measurements, misses included.",
            ["mountsim validate published", "mountsim validate published M2 M5", "mountsim validate published --output published.csv --plot published.svg"],
            [new OptionGroup("Simulation", [replications, seed, threads]), outputs.Group]);
        verb.Arguments.Add(cases);
        verb.SetAction(parsed => outputs.Run(parsed, session, (progress, cancellation) => session.ValidatePublished(
            new PublishedRequest
            {
                Cases = parsed.GetValue(cases) ?? [],
                Replications = parsed.GetValue(replications) ?? defaults.Replications,
                Seed = parsed.GetValue(seed),
                Threads = parsed.GetValue(threads),
            },
            progress,
            cancellation)));
        return verb;
    }
}
