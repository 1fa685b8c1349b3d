namespace MountSim.Calibration.Watching;

/// <summary>What the parent tells the measuring process, as the first line of its input.</summary>
/// <param name="Directory">The working directory that the parent made.</param>
/// <param name="Parent">The parent's process ID.</param>
/// <param name="ParentNamespace">The parent's mount namespace, as /proc names it; must not be the worker's.</param>
/// <param name="Rounds">Blocks of samples an operation; all take turns.</param>
/// <param name="Seconds">The longest time it may take.</param>
internal sealed record HoldOrder(string Directory, int Parent, string ParentNamespace, int Rounds, double Seconds);
