namespace MountSim.Calibration.Watching;

/// <summary>An operation whose hold is measured: what is timed, and what undoes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">Done before, untimed; may be null.</param>
/// <param name="Do">What is timed.</param>
/// <param name="Undo">Done after, untimed.</param>
internal sealed record HoldAction(string Name, Action? Before, Action Do, Action Undo);
