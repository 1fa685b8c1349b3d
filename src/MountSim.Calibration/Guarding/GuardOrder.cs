namespace MountSim.Calibration.Guarding;

/// <summary>What a guard watches over, as one JSON argument.</summary>
/// <param name="Owner">The process whose leavings it removes, as their names say it.</param>
/// <param name="Folder">The temporary folder that the owner works in.</param>
internal sealed record GuardOrder(string Owner, string Folder)
{
    /// <summary>Removes what the owner and its children have left.</summary>
    internal void CleanUp()
    {
        RuntimeFiles.Remove(Folder, Owner);
        Leftovers.Remove(Folder, name => name.StartsWith(Owner + "-", StringComparison.Ordinal));
    }
}
