namespace MountSim.Cli.Options;

/// <summary>Whose costs a prediction takes.</summary>
internal sealed class ProfileOption() : TextOption("--profile", "FILE", "Costs measured by 'mountsim calibrate'; by default the profile that comes with the tool");
