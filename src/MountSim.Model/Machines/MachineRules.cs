using System.Globalization;

namespace MountSim.Model.Machines;

/// <summary>What a machine's description must satisfy; each rule names the machine, the value and what is allowed.</summary>
internal static class MachineRules
{
    private const int MaxSmt = 8;

    /// <summary>Refuses the first rule that a description breaks.</summary>
    public static void Check(MachineDescription m)
    {
        Require(m, m.Sockets >= 1, $"has {m.Sockets} sockets; allowed: 1 or more");
        Require(m, m.CoresPerSocket >= 1, $"has {m.CoresPerSocket} cores a socket; allowed: 1 or more");
        Require(m, m.SmtPerCore is >= 1 and <= MaxSmt, $"has {m.SmtPerCore} threads a core; allowed: 1 to {MaxSmt}");
        Require(m, m.L3GroupsPerSocket >= 1 && m.L3GroupsPerSocket <= m.CoresPerSocket,
            $"has {m.L3GroupsPerSocket} L3 groups a socket; allowed: 1 to {m.CoresPerSocket}, its cores a socket");
        var cpus = (long)m.Sockets * m.CoresPerSocket * m.SmtPerCore;
        Require(m, cpus <= Machine.MaxCpus, $"has {cpus} CPUs; allowed: up to {Machine.MaxCpus}");
        Require(m, m.PossibleCpus >= cpus && m.PossibleCpus <= Machine.MaxCpus,
            $"has {m.PossibleCpus} possible CPUs; allowed: {cpus}, its CPUs online, to {Machine.MaxCpus}");
        RequireTransfer(m, Distance.SameCore, m.SmtPerCore > 1, "threads of one core");
        RequireTransfer(m, Distance.SameL3, m.CoresPerSocket > m.L3GroupsPerSocket, "cores that share an L3");
        RequireTransfer(m, Distance.SameSocket, m.L3GroupsPerSocket > 1, "several L3 groups a socket");
        RequireTransfer(m, Distance.CrossSocket, m.Sockets > 1, "several sockets");
    }

    private static void RequireTransfer(MachineDescription m, Distance distance, bool needed, string because) =>
        Require(m, !needed || m.TransferNs.ContainsKey(distance), $"has {because} but no transfer_ns for {distance}; add it to the machine file");

    private static void Require(MachineDescription m, bool holds, FormattableString problem)
    {
        if (!holds)
            throw new ModelException($"machine {m.Name}", problem.ToString(CultureInfo.InvariantCulture));
    }
}
