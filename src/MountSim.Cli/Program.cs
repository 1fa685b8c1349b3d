using MountSim.Calibration;
using MountSim.Cli;

// The measuring child of 'calibrate' is this program again. It is told apart before anything else is loaded.
return args is [CalibrationWorker.Verb, ..] ? CalibrationWorker.Run(args) : Entry.Run(args);
