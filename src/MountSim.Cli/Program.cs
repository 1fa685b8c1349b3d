using MountSim.Calibration;
using MountSim.Calibration.Bursts;
using MountSim.Cli;

// The measuring children of 'calibrate' and 'burst' are this program again. They are told apart before anything else is loaded.
return args switch
{
    [CalibrationWorker.Verb, ..] => CalibrationWorker.Run(args),
    [BurstWorker.Verb, ..] => BurstWorker.Run(),
    _ => Entry.Run(args),
};
