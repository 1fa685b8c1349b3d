namespace MountSim.Cli.Options;

/// <summary>How results are written.</summary>
internal enum OutputFormat
{
    Table,
    Csv,
    Json,
    Xlsx,
}
