using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MountSim.Experiments.Shards;

/// <summary>Reads a part a few lines at a time, and has no file open in between: a merge of thousands of parts meets no limit of open files, and keeps little of each.</summary>
internal sealed class PartCursor<T>
    where T : class, IPartLine
{
    private const int LinesAtATime = 32;

    private readonly Part _part;
    private readonly JsonTypeInfo<T> _type;
    private readonly Queue<T> _lines = new();
    private long _offset, _last = -1;
    private int _read = 1; // lines, the header among them

    public PartCursor(Part part, JsonTypeInfo<T> type)
    {
        (_part, _type) = (part, type);
        Refill();
    }

    /// <summary>The place of the next scenario; null at the end.</summary>
    public long? Position => _lines.TryPeek(out var line) ? line.Position : null;

    /// <summary>The next scenario.</summary>
    /// <exception cref="Model.ModelException">The part is damaged: a line is, one is missing, or they are not ascending.</exception>
    public T Take()
    {
        var line = _lines.Dequeue();
        if (_lines.Count == 0) Refill();
        return line;
    }

    private void Refill()
    {
        using var reader = Part.Reader(_part.Path, _offset);
        if (_offset == 0) Advance(Next(reader));
        while (_lines.Count < LinesAtATime && _read <= _part.Header.Lines) Add(Next(reader));
        if (_lines.Count == 0 && Next(reader) is not null) throw Part.Damaged(_part.Path, _read + 1, "is one more than the first line says");
    }

    private string? Next(StreamReader reader) => Part.ReadLine(reader, _part.Path, _read + 1);

    private void Add(string? text)
    {
        var line = Part.Parse(_part.Path, _read + 1, text, one => JsonSerializer.Deserialize(one, _type));
        if (line.Position <= _last || !line.IsWhole()) throw Part.Damaged(_part.Path, _read + 1, "is out of order or says nothing");
        _last = line.Position;
        _lines.Enqueue(line);
        _read++;
        Advance(text);
    }

    private void Advance(string? text) => _offset += Encoding.UTF8.GetByteCount(text ?? "") + 1;
}
