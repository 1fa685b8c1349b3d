using System.Globalization;
using System.Text.RegularExpressions;
using MountSim.Model.Kernels;

namespace MountSim.Model.Traces;

/// <summary>The first two numbers of a kernel's release, and the model that stands for it.</summary>
public static partial class KernelVersion
{
    private const string Prefix = "linux-";

    /// <summary>6.12.94+deb13-cloud-amd64 is (6, 12); (0, 0) without numbers.</summary>
    public static (int Major, int Minor) Of(string release)
    {
        var match = Numbers().Match(release);
        return match.Success ? (Number(match.Groups[1]), Number(match.Groups[2])) : (0, 0);
    }

    /// <summary>The model of a release: that of its two numbers, the nearest older one otherwise, null where there is none.</summary>
    /// <param name="release">As uname -r has it.</param>
    /// <param name="models">Names of models.</param>
    public static string? ModelOf(string release, IEnumerable<string> models) => models
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && Of(name).CompareTo(Of(release)) <= 0)
        .OrderBy(Of).ThenByDescending(name => name, StringComparer.Ordinal).LastOrDefault();

    /// <summary>The same among the models that come with MountSim.</summary>
    public static string? ModelOf(string release) => ModelOf(release, KernelCatalog.Names);

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"([0-9]{1,6})\.([0-9]{1,6})")]
    private static partial Regex Numbers();
}
