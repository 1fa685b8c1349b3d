using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Experiments.Theory;

namespace MountSim.Cli.Verbs;

/// <summary>The verb <c>validate theory</c>: the engine and the locks against closed forms.</summary>
internal static class ValidateTheoryVerb
{
    private const int FewestSamples = 40_000, MostSamples = 100_000_000;

    public static Verb Create(Session session)
    {
        var defaults = new TheoryRequest();
        var samples = new IntegerOption("--samples", "Samples of each stochastic form", FewestSamples, MostSamples, defaults.Samples);
        var seed = new SeedOption(defaults.Seed, "Seed: equal seeds give equal bytes", TheoryRequest.LargestSeed);
        var outputs = new ValidationOutputs();
        var verb = new Verb(
            "theory",
            "Hold the engine and the locks against the closed forms of queueing theory.",
            ["mountsim validate theory", "mountsim validate theory --samples 10000000 --output theory.csv --plot theory.svg"],
            [new OptionGroup("Simulation", [samples, seed]), outputs.Group]);
        verb.SetAction(parsed => outputs.Run(parsed, session, (progress, cancellation) =>
            session.ValidateTheory(new TheoryRequest { Seed = parsed.GetValue(seed), Samples = parsed.GetValue(samples) ?? defaults.Samples }, progress, cancellation)));
        return verb;
    }
}
