namespace MountSim.Reporting.Plots;

/// <summary>The kinds of picture, told by the end of a file's name.</summary>
public enum PlotFormat
{
    /// <summary>Vectors.</summary>
    Svg,
    /// <summary>Pixels.</summary>
    Png,
}
