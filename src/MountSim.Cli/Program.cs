using MountSim.Calibration;
using MountSim.Calibration.Guarding;
using MountSim.Cli;

// The children of a measurement are this program again. They are told apart before anything else is loaded.
if (ChildPrograms.Run(args) is { } exit)
    return exit;
// Who measures may be killed, and must leave nothing even then.
if (args is ["calibrate", ..])
    RuntimeFiles.RemoveOwn();
return Entry.Run(args);
