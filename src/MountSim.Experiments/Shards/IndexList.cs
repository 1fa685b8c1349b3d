using System.Globalization;

namespace MountSim.Experiments.Shards;

/// <summary>Indices as Slurm's <c>--array</c> takes them: 3,7-9.</summary>
public static class IndexList
{
    /// <summary>The text.</summary>
    /// <param name="indices">Ascending.</param>
    public static string Text(IReadOnlyList<int> indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        var runs = new List<string>();
        for (var first = 0; first < indices.Count;)
        {
            var last = first;
            while (last + 1 < indices.Count && indices[last + 1] == indices[last] + 1) last++;
            runs.Add(last == first ? Text(indices[first]) : $"{Text(indices[first])}-{Text(indices[last])}");
            first = last + 1;
        }
        return string.Join(',', runs);
    }

    private static string Text(int index) => index.ToString(CultureInfo.InvariantCulture);
}
