using MountSim.Experiments.Requests;

namespace MountSim.Reporting.Plots;

/// <summary>A field of a request as an axis names it: in words, with its unit where it is no count.</summary>
internal static class FieldTitle
{
    public static string Of(string name)
    {
        var unit = RequestFields.All.FirstOrDefault(field => field.Name == name)?.Unit ?? "";
        return unit.Length > 0 ? $"{name.Replace('-', ' ')} ({unit})" : name.Replace('-', ' ');
    }
}
