using System.Globalization;
using MountSim.Calibration;
using MountSim.Calibration.Profiles;
using MountSim.Calibration.Worker.Program;
using MountSim.Model;
using MountSim.Shared;

// A program around the calibration, for its tests and for taking a profile without the command line tool:
//   calibration-worker FILE [SECONDS] [short|holds]     holds: one round with kprobes, no contention curves
//   calibration-worker frees [ROUNDS]                   what is freed later when a file system's last mount goes, by its kind
//   calibration-worker clones                           what propagation costs by the clones of a mount that lie on it
//   calibration-worker hand-offs                        who gets a namespace_sem for which a writer spins and a reader sleeps
//   calibration-worker kills COUNT [LANES]              kills calibrations at random moments and counts what is left
if (ChildPrograms.Run(args) is { } child)
    return child;
if (args is ["frees", ..])
    return Frees.Run(args);
if (args is ["clones"])
    return Clones.Run();
if (args is ["hand-offs"])
    return HandOffs.Run();
if (args is ["kills", ..])
    return Kills.Run(args);
using var stop = new Stop();
var seconds = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 60;
var options = args.Contains("short") ? CalibrationOptions.Short
    : args.Contains("holds") ? new CalibrationOptions { MinRounds = 1, MaxRounds = 1, Curves = false, Probe = ProbeLevel.Kprobe, ExtraMounts = [0, 100] }
    : new CalibrationOptions { TimeLimit = TimeSpan.FromSeconds(seconds) };
var progress = new Progress<CalibrationProgress>(p => Console.Error.WriteLine(
    string.Create(CultureInfo.InvariantCulture, $"{p.Phase} {p.Fraction:P0} left {p.Left?.TotalSeconds:F0} s, error {p.RelativeError:P1}")));
try
{
    var profile = await Calibrator.RunAsync(options, progress, stop.Token);
    ProfileFile.Write(profile, args[0]);
    return 0;
}
catch (OperationCanceledException)
{
    return 130;
}
catch (Exception e) when (e is CalibrationException or ModelException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 3;
}
