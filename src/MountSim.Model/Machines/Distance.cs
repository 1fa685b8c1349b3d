namespace MountSim.Model.Machines;

/// <summary>How far apart two hardware threads are, as a cache line travels.</summary>
public enum Distance
{
    /// <summary>The same hardware thread.</summary>
    Self,

    /// <summary>Two SMT siblings of one core.</summary>
    SameCore,

    /// <summary>Two cores that share an L3.</summary>
    SameL3,

    /// <summary>Two L3 groups of one socket, the line's home on that socket (or homes do not matter).</summary>
    SameSocket,

    /// <summary>Two sockets; also two L3 groups of a socket that is not the line's home, on machines with the home-node effect.</summary>
    CrossSocket,
}
