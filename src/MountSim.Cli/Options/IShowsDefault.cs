namespace MountSim.Cli.Options;

/// <summary>An option that says in the help what holds when it is not given.</summary>
internal interface IShowsDefault
{
    /// <summary>The default in words; null when there is none.</summary>
    string? DefaultText { get; }
}
