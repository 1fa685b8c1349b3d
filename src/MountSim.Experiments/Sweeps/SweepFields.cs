using MountSim.Experiments.Requests;
using MountSim.Model;

namespace MountSim.Experiments.Sweeps;

/// <summary>From a scenario's settings to a request.</summary>
public static class SweepFields
{
    /// <summary>The request with a scenario's settings.</summary>
    /// <exception cref="ModelException">Settings that do not go together.</exception>
    public static PredictRequest Apply(PredictRequest request, IReadOnlyList<SweepSetting> settings)
    {
        var changed = settings.Aggregate(request, (so, setting) => RequestFields.Find(setting.Field, setting.Field).Set(so, setting.Text));
        if (RequestRules.Problems(changed).FirstOrDefault() is not { } problem) return changed;
        var colon = problem.IndexOf(':', StringComparison.Ordinal);
        throw new ModelException(problem[..colon], problem[(colon + 2)..]);
    }
}
