namespace MountSim.Browser;

/// <summary>What a page is looked at on, in CSS pixels.</summary>
public sealed record Screen(int Width, int Height)
{
    /// <summary>A laptop.</summary>
    public static Screen Desktop { get; } = new(1280, 900);

    /// <summary>A phone held upright.</summary>
    public static Screen Phone { get; } = new(390, 844);
}
