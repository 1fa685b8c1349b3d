using System.Text;

namespace MountSim.Hardening.Fuzzing;

/// <summary>Where results go: counted and looked at, not kept.</summary>
internal sealed class WatchedText : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Characters written.</summary>
    public long Length { get; private set; }

    /// <summary>There was one that a terminal would obey.</summary>
    public bool HasUnprintable { get; private set; }

    /// <summary>True for what a terminal would obey.</summary>
    public static bool IsUnprintable(char character) => char.IsControl(character) && character is not ('\n' or '\r' or '\t');

    public override void Write(char value)
    {
        Length++;
        HasUnprintable |= IsUnprintable(value);
    }
}
