namespace MountSim.Cli;

/// <summary>What the tool's exit codes mean.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;
    /// <summary>The question was answered with "no": a check that fails, a target not met.</summary>
    public const int AnsweredNo = 1;
    /// <summary>Bad usage or input; nothing was written.</summary>
    public const int BadInput = 2;
    /// <summary>This host cannot do it: no privilege, no such kernel feature, no room.</summary>
    public const int HostCannot = 3;
    /// <summary>Done in part: some scenarios failed.</summary>
    public const int Partial = 4;
    /// <summary>A bug of ours.</summary>
    public const int Bug = 70;
    /// <summary>Interrupted by SIGINT or SIGTERM.</summary>
    public const int Interrupted = 130;
}
