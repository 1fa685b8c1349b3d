using MountSim.Calibration;
using MountSim.Calibration.Guarding;
using MountSim.Cli;

// The children of a measurement are this program again. They are told apart before anything else is loaded.
if (ChildPrograms.Run(args) is { } exit)
    return exit;
// Who works may be killed, and must leave nothing even then; a server runs long enough for somebody to want to look into it.
if (args is not ["serve", ..])
    RuntimeFiles.RemoveOwn();
return Entry.Run(args);
