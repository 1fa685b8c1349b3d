namespace MountSim.Model.Tests.Locks;

/// <summary>A turn of a random program: think, take the lock, hold it (asleep or not, or for a time known beforehand).</summary>
public sealed record Section(long Think, long Hold, bool Read, bool Sleeps, bool Timed, Nesting Nesting);
