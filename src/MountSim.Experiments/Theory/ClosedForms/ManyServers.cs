namespace MountSim.Experiments.Theory.ClosedForms;

/// <summary>M/M/c by Erlang B and C: runnable threads on cores.</summary>
/// <param name="Servers">c.</param>
/// <param name="Load">a = lambda / mu.</param>
internal sealed record ManyServers(int Servers, double Load)
{
    public double ErlangB => Blocking(Servers, Load);

    public double ErlangC => ErlangB / (1 - (Load / Servers * (1 - ErlangB)));

    /// <summary>Mean wait, in service times.</summary>
    public double QueueWait => ErlangC / (Servers - Load);

    /// <summary>Erlang B of any number of servers.</summary>
    public static double Blocking(int servers, double load)
    {
        var blocking = 1.0;
        for (var k = 1; k <= servers; k++) blocking = load * blocking / (k + (load * blocking));
        return blocking;
    }
}
