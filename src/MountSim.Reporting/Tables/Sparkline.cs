namespace MountSim.Reporting.Tables;

/// <summary>A chart one line high: a character a share, the fuller the larger.</summary>
internal static class Sparkline
{
    private const string Blocks = " \u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588", Plain = " .:-=+*#%@";

    /// <summary>Draws shares, 0 to 1, each as the mean of what falls on its character. Only what is nothing at all is blank.</summary>
    public static string Of(IReadOnlyList<double> shares, int width, bool blocks)
    {
        var ramp = blocks ? Blocks : Plain;
        var characters = Math.Min(width, shares.Count);
        var line = new char[characters];
        for (var at = 0; at < characters; at++)
        {
            var (from, to) = (at * shares.Count / characters, (at + 1) * shares.Count / characters);
            var mean = shares.Skip(from).Take(to - from).Average();
            line[at] = mean <= 0 ? ramp[0] : ramp[Math.Clamp((int)Math.Ceiling(mean * (ramp.Length - 1)), 1, ramp.Length - 1)];
        }
        return new string(line);
    }
}
