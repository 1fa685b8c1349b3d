using System.CommandLine;
using System.CommandLine.Invocation;
using MountSim.Calibration.Profiles;

namespace MountSim.Cli.Help;

/// <summary>What may differ when numbers differ: the version, the commit it was built from, and the profile that predictions use when none is given.</summary>
internal sealed class VersionText : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.InvocationConfiguration.Output, Tool.Version, EmbeddedProfiles.Default);
        return ExitCode.Done;
    }

    /// <param name="writer">Three lines go there.</param>
    /// <param name="version">A version, with the commit after a plus sign where the build knew it.</param>
    /// <param name="profile">The embedded profile.</param>
    public static void Write(TextWriter writer, string version, HostProfile profile)
    {
        var host = profile.Host;
        var parts = version.Split('+', 2);
        writer.WriteLine($"mountsim {parts[0]}");
        writer.WriteLine(parts is [_, var commit] ? $"commit {commit}" : "commit unknown: not built in a git repository");
        writer.WriteLine($"profile {profile.Name}, measured on {host.CpuName} ({host.MachineFamily}{(host.Virtualised ? ", a guest" : "")}, {host.PossibleCpus} CPUs) under Linux {host.Kernel}");
    }
}
