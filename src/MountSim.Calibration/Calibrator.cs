using MountSim.Calibration.Guarding;
using MountSim.Calibration.Hosts;
using MountSim.Calibration.Profiles;
using MountSim.Calibration.Syscalls;
using MountSim.Calibration.Worker;

namespace MountSim.Calibration;

/// <summary>
/// Measures the host. Mounts are made by a child process only, in a mount namespace that is born and dies with it; on the host there is one
/// empty directory for the while.
/// </summary>
public static class Calibrator
{
    /// <summary>Measures the host and returns its profile.</summary>
    /// <param name="options">How.</param>
    /// <param name="progress">Told after each round; may be null.</param>
    /// <param name="cancellation">Ends the measurement; everything is removed before the task ends.</param>
    /// <exception cref="CalibrationException">The host cannot be calibrated.</exception>
    public static async Task<HostProfile> RunAsync(
        CalibrationOptions options, IProgress<CalibrationProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (!OperatingSystem.IsLinux())
            throw new CalibrationException("calibration measures Linux mounts: run it on a Linux host, or use a profile taken on one");
        Validate(options);
        var folder = TemporaryFolder.Of(options.TemporaryFolder);
        Leftovers.Sweep(folder);
        RuntimeFiles.Remove(folder, Owner.Self());
        using var guard = Guard.Start(folder);
        var topology = HostTopology.Read();
        var host = HostReader.Read(topology);
        var measurement = new Measurement(options, progress);
        foreach (var privilege in Candidates())
        {
            if (await TryRun(privilege, folder, options, guard, measurement, cancellation).ConfigureAwait(false))
                return ProfileBuilder.Build(options, host, privilege, measurement);
            if (!measurement.Refused)
                break;
        }

        throw new CalibrationException(measurement.Failure ?? "the measuring process could not be started");
    }

    private static async Task<bool> TryRun(
        string privilege, string folder, CalibrationOptions options, Guard guard, Measurement measurement, CancellationToken cancellation)
    {
        measurement.Restart();
        var directory = WorkDirectory.Make(folder);
        try
        {
            using var process = WorkerProcess.Start(privilege, Order(privilege, directory.Path, options));
            guard.Mind(process.Id);
            await process.ReadAsync(privilege, measurement, cancellation).ConfigureAwait(false);
        }
        catch (SyscallException e) when (privilege != Privileges.None)
        {
            measurement.Failure = e.Message;
            measurement.Refused = true;
        }
        finally
        {
            directory.Remove();
        }

        return measurement.Complete;
    }

    private static WorkerOrder Order(string privilege, string directory, CalibrationOptions options) => new()
    {
        Directory = directory,
        Privilege = privilege,
        Parent = Environment.ProcessId,
        ParentOwner = Owner.Self(),
        Level = options.Probe,
        Curves = options.Curves,
        ParentNamespace = MountNamespace.Own(),
        Seed = options.Seed,
        MinRounds = options.MinRounds,
        MaxRounds = options.MaxRounds,
        TargetRelativeError = options.TargetRelativeError,
        Seconds = options.TimeLimit.TotalSeconds,
        ExtraMounts = options.ExtraMounts,
    };

    // Without the right to mount a user namespace, where unshare(1) can make one: a process of several threads cannot.
    private static IEnumerable<string> Candidates()
    {
        if (Libc.EffectiveUser() == 0 && Capability.Mounts.IsHeld)
            yield return Privileges.Root;
        else if (WorkerProcess.UnshareProgram() is not null)
            yield return Privileges.UserNamespace;
        yield return Privileges.None;
    }

    private static void Validate(CalibrationOptions options)
    {
        if (options.MinRounds < 1 || options.MaxRounds < options.MinRounds)
            throw new CalibrationException($"rounds {options.MinRounds} to {options.MaxRounds}: allowed: 1 <= minimum <= maximum");
        if (!(options.TargetRelativeError > 0))
            throw new CalibrationException($"relative error {options.TargetRelativeError}: allowed: above 0");
        if (options.ExtraMounts.Count == 0 || options.ExtraMounts.Any(m => m is < 0 or > 5000))
            throw new CalibrationException("extra mounts: allowed: one or more numbers of 0 to 5000");
    }
}
