using MountSim.Model.Yaml;

namespace MountSim.Model.Runtimes;

/// <summary>The versions of a program on the PATH whose starts a runtime file describes, so that real ones can be held against it.</summary>
public sealed class DescribedProgram
{
    private const string To = " to ";
    private readonly IReadOnlyList<(ProgramVersion First, ProgramVersion Last)> _versions;

    private DescribedProgram(string name, IReadOnlyList<(ProgramVersion First, ProgramVersion Last)> versions, ProgramVersion? fromKernel) =>
        (Name, _versions, FromKernel) = (name, versions, fromKernel);

    /// <summary>The program: runc.</summary>
    public string Name { get; }

    /// <summary>The first kernel on which it does so; null: any.</summary>
    public ProgramVersion? FromKernel { get; }

    /// <summary>True when the program of that version, on that kernel, starts as described.</summary>
    public bool Includes(ProgramVersion version, ProgramVersion kernel) =>
        _versions.Any(range => version.IsFrom(range.First) && version.IsUpTo(range.Last)) && (FromKernel is null || kernel.IsFrom(FromKernel));

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Name} {string.Join(", ", _versions.Select(range => range.First.ToString() == range.Last.ToString() ? $"{range.First}" : $"{range.First}{To}{range.Last}"))}{(FromKernel is null ? "" : $" from Linux {FromKernel} on")}";

    internal static DescribedProgram Read(YamlMap map)
    {
        map.AllowOnly("program", "versions", "from_kernel");
        return new DescribedProgram(
            map.Require("program").AsText(),
            [.. map.Require("versions").AsList().Select(Range)],
            map.Find("from_kernel") is { } kernel ? Version(kernel, kernel.AsText()) : null);
    }

    private static (ProgramVersion First, ProgramVersion Last) Range(YamlValue value)
    {
        var ends = value.AsText().Split(To);
        return ends.Length <= 2 ? (Version(value, ends[0]), Version(value, ends[^1])) : throw Refuse(value);
    }

    private static ProgramVersion Version(YamlValue value, string text) =>
        ProgramVersion.Find(text) is { } version && version.ToString() == text ? version : throw Refuse(value);

    private static ModelException Refuse(YamlValue value) => value.Refuse($"a version such as 1.5 (with all that begin so), or FIRST{To}LAST");
}
