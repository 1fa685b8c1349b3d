// Nothing of System.CommandLine is loaded before this line; see Entry.
return MountSim.Cli.Entry.Run(args);
