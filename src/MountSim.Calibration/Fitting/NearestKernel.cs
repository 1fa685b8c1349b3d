using System.Globalization;
using System.Text.RegularExpressions;
using MountSim.Model.Kernels;

namespace MountSim.Calibration.Fitting;

/// <summary>The kernel model nearest to a running kernel.</summary>
public static partial class NearestKernel
{
    /// <summary>The name of the <c>linux-</c> model whose version is nearest to <paramref name="release"/> (as uname -r prints it).</summary>
    public static string Of(string release)
    {
        var wanted = Number(release);
        return KernelCatalog.Names
            .Where(n => n.StartsWith("linux-", StringComparison.Ordinal))
            .MinBy(n => Math.Abs(Number(n) - wanted))!;
    }

    // Ordered as the releases were: minor versions count to about 20 in each major one.
    private static int Number(string text)
    {
        var match = Version().Match(text);
        return match.Success
            ? (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * 20) + int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)
            : 0;
    }

    [GeneratedRegex(@"(\d+)\.(\d+)")]
    private static partial Regex Version();
}
