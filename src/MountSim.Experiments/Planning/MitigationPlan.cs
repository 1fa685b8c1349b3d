using MountSim.Model;
using MountSim.Model.Mitigations;

namespace MountSim.Experiments.Planning;

/// <summary>What of all mitigations applies to a scenario.</summary>
/// <param name="Applicable">Those that do, as scenarios.</param>
/// <param name="LeftOut">The others, and why.</param>
internal sealed record MitigationPlan(IReadOnlyList<(Variant Variant, BuiltScenario Built)> Applicable, IReadOnlyList<(string Name, string Why)> LeftOut)
{
    /// <summary>Tries each mitigation on a request.</summary>
    public static MitigationPlan Of(PredictRequest baseline, BuiltScenario built)
    {
        var applicable = new List<(Variant, BuiltScenario)>();
        var leftOut = new List<(string, string)>();
        foreach (var mitigation in MitigationCatalog.Names.Select(MitigationCatalog.Load))
        {
            var change = MitigationRequest.Apply(mitigation, baseline);
            if (change.Variant is not { } variant)
            {
                leftOut.Add((mitigation.Name, change.WhyNot!));
                continue;
            }

            try
            {
                var changed = ScenarioBuilder.Build(variant.Request);
                if (Said(changed) == Said(built)) leftOut.Add((mitigation.Name, "is so already"));
                else applicable.Add((variant, changed));
            }
            catch (ModelException e)
            {
                leftOut.Add((mitigation.Name, e.Message));
            }
        }

        return new MitigationPlan(applicable, leftOut);
    }

    private static string Said(BuiltScenario built) => string.Join('\n', built.Settings.Select(setting => $"{setting.Name}={setting.Value}"));
}
