namespace MountSim.Model.Tests.Locks;

/// <summary>A turn of a random program: think, take the lock, hold it (asleep or not).</summary>
public sealed record Section(long Think, long Hold, bool Read, bool Sleeps, Nesting Nesting);
