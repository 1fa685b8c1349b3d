using System.Security.Cryptography;
using System.Text;
using MountSim.Model.Files;

namespace MountSim.Experiments.Requests;

/// <summary>The hash of what is to be computed: of texts in their order, and of the files that they name.</summary>
internal sealed class PlanHash : IDisposable
{
    private static readonly string[] FileFields = ["machine", "kernel", "runtime", "profile"]; // what may be named by a path

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<string, string> _contents = new(StringComparer.Ordinal);

    /// <summary>Adds a text.</summary>
    /// <remarks>Its length first, so that no two lists of texts are one sequence of bytes.</remarks>
    public void Add(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        _hash.AppendData(BitConverter.GetBytes(bytes.Length));
        _hash.AppendData(bytes);
    }

    /// <summary>Adds a field's value, and the content of the file that it names: a profile or a model of the user's own is another question when it changes.</summary>
    /// <exception cref="Model.ModelException">The file cannot be read.</exception>
    public void Add(string field, string value)
    {
        Add(value);
        if (FileFields.Contains(field) && File.Exists(value)) Add(_contents.TryGetValue(value, out var content) ? content : _contents[value] = ContentOf(value));
    }

    /// <summary>64 hexadecimal digits of all that was added; it starts anew.</summary>
    public string Digits() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private static string ContentOf(string path) => Convert.ToHexStringLower(SHA256.HashData(InputFile.Bytes(path)));
}
