namespace MountSim.Hardening.Fuzzing;

/// <summary>One input: files in a folder, and the command line that reads them.</summary>
/// <param name="Arguments">The command line; <c>{}</c> stands for the folder.</param>
/// <param name="Files">Names in the folder with their content.</param>
/// <param name="Subject">The file or the folder that a refusal has to name; null for a command line, whose option it names.</param>
internal sealed record FuzzCase(IReadOnlyList<string> Arguments, IReadOnlyList<(string Name, byte[] Content)> Files, string? Subject)
{
    /// <summary>What the case writes, when it does.</summary>
    public const string Output = "out.csv";

    /// <summary>Stopped before the work: what counts is that the input is read.</summary>
    public bool OnlyReads { get; init; }

    /// <summary>Makes what is no file of bytes in the folder; null when there is nothing such.</summary>
    public Action<string>? Makes { get; init; }

    /// <summary>A reader that no command line leads to; null for a command line.</summary>
    public Action? Reads { get; init; }

    /// <summary>One file and its command line.</summary>
    public static FuzzCase Of(string name, byte[] content, params string[] arguments) => new(arguments, [(name, content)], name);
}
