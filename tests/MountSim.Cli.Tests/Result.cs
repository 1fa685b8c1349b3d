namespace MountSim.Cli.Tests;

/// <summary>What a command line came to.</summary>
public sealed record Result(int Exit, string Out, string Error);
