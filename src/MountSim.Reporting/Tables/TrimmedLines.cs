using System.Text;

namespace MountSim.Reporting.Tables;

/// <summary>Passes text on without the blanks at the ends of its lines, which tables leave and which get in the way of diff and copy.</summary>
internal sealed class TrimmedLines(TextWriter inner) : TextWriter
{
    private int blanks;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        switch (value)
        {
            case ' ':
                blanks++;
                return;
            case '\r':
                return;
            case '\n':
                blanks = 0;
                break;
            default:
                for (; blanks > 0; blanks--) inner.Write(' ');
                break;
        }
        inner.Write(value);
    }

    public override void Flush() => inner.Flush();
}
