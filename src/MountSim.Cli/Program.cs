using MountSim.Calibration;
using MountSim.Cli;

// The children of a measurement are this program again. They are told apart before anything else is loaded.
return ChildPrograms.Run(args) ?? Entry.Run(args);
