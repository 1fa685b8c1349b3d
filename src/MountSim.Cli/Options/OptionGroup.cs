using System.CommandLine;

namespace MountSim.Cli.Options;

/// <summary>Options that the help shows under one heading.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Options">In the order of the help.</param>
internal sealed record OptionGroup(string Title, IReadOnlyList<Option> Options);
