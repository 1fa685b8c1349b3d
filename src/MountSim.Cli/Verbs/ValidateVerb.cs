using MountSim.Cli.Help;

namespace MountSim.Cli.Verbs;

/// <summary>The verb <c>validate</c>: a verb a suite.</summary>
internal static class ValidateVerb
{
    public static Verb Create(Session session) =>
        new(
            "validate",
            "Hold the simulation against what is known: theory, published measurements, and real bursts and a well-known article's claims on this host.",
            ["mountsim validate theory", "mountsim validate published", "mountsim validate host"],
            [])
        {
            ValidateTheoryVerb.Create(session),
            ValidatePublishedVerb.Create(session),
            ValidateHostVerb.Create(session),
            ValidateClaimsVerb.Create(session),
        };
}
