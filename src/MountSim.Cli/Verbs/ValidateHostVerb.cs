using System.CommandLine;
using MountSim.Cli.Help;
using MountSim.Cli.Options;
using MountSim.Experiments.Validation.Host;

namespace MountSim.Cli.Verbs;

/// <summary>The verb <c>validate host</c>: real bursts on this machine beside their predictions.</summary>
internal static class ValidateHostVerb
{
    private const int QuickRounds = 3;
    private static readonly int[] QuickWorkers = [1, 2, 8];

    public static Verb Create(Session session)
    {
        var defaults = new HostRequest();
        var profile = new TextOption("--profile", "FILE", "Profile of this host, taken before; by default the suite calibrates before each round of bursts");
        var rounds = new IntegerOption("--rounds", "Times each burst is done; all take turns", 1, 1_000, defaults.Rounds);
        var only = new TextOption("--only", "NAME", "Only the cases whose name begins so, such as storm-tmpfs");
        var quick = new Option<bool>("--quick") { Description = "Three rounds at 1, 2 and 8 workers: a first look" };
        var seed = new SeedOption(defaults.Seed, "Decides the bursts' order, their moments and the predictions");
        var outputs = new ValidationOutputs();
        var verb = new Verb(
            "host",
            "Hold predictions against real bursts on this machine: storms of each mount operation by both APIs, runtimes' starts, and real ones by runc and crun where they are installed, at 1 to 32 workers. Each round of bursts begins with a profile; nothing is fitted to a burst.",
            ["mountsim validate host", "mountsim validate host --profile host.json --output host.csv --plot host.svg", "mountsim validate host --quick --only storm-bind"],
            [new OptionGroup("Bursts", [profile, rounds, only, quick, seed]), outputs.Group]);
        verb.SetAction(parsed => outputs.Run(parsed, session, (progress, cancellation) => session.ValidateHost(
            new HostRequest
            {
                Profile = parsed.GetValue(profile),
                Rounds = parsed.GetValue(quick) ? QuickRounds : parsed.GetValue(rounds)!.Value,
                Workers = parsed.GetValue(quick) ? QuickWorkers : defaults.Workers,
                Only = parsed.GetValue(only),
                Seed = parsed.GetValue(seed),
            },
            progress,
            cancellation).GetAwaiter().GetResult()));
        return verb;
    }
}
