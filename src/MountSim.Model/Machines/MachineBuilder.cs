using System.Globalization;

namespace MountSim.Model.Machines;

/// <summary>Makes a machine of a given size out of the nearest measured one.</summary>
internal static class MachineBuilder
{
    /// <summary>The machine, with a note that says what was done; see <see cref="MachineCatalog.Build"/>.</summary>
    public static BuiltMachine Build(IReadOnlyList<MachineDescription> families, int cores, int sockets, int? smt)
    {
        CheckSplit(cores, sockets);
        var perSocket = cores / sockets;
        var family = families
            .Where(machine => sockets == 1 || machine.TransferNs.ContainsKey(Distance.CrossSocket))
            .OrderBy(machine => Math.Abs(machine.Sockets - sockets))
            .ThenBy(machine => Math.Abs(machine.CoresPerSocket - perSocket))
            .ThenByDescending(machine => machine.PossibleCpus)
            .ThenBy(machine => machine.Name, StringComparer.Ordinal)
            .First();
        var exact = family.Sockets == sockets && family.CoresPerSocket == perSocket;
        var machine = exact ? new Machine(family) : Resize(family, sockets, perSocket);
        var notes = exact ? [] : new List<string> { ResizeNote(machine, family) };
        if (smt is { } threads && threads != family.SmtPerCore)
        {
            machine = machine.WithSmt(threads);
            notes.Add(SmtNote(machine, family));
        }

        return new BuiltMachine(machine, notes.Count == 0 ? null : string.Join("; ", notes));
    }

    private static void CheckSplit(int cores, int sockets)
    {
        if (sockets < 1)
            throw new ModelException("--sockets", Text($"found {sockets}; allowed: 1 or more"));
        if (cores < sockets || cores > Machine.MaxCpus)
            throw new ModelException("--cores", Text($"found {cores} over {sockets} sockets; allowed: {sockets} to {Machine.MaxCpus}"));
        if (cores % sockets != 0)
        {
            var (below, above) = (cores - cores % sockets, cores - cores % sockets + sockets);
            throw new ModelException("--cores", Text(
                $"{cores} cores cannot be split evenly over {sockets} sockets; allowed: a multiple of {sockets}, such as {below} or {above}"));
        }
    }

    private static Machine Resize(MachineDescription family, int sockets, int coresPerSocket)
    {
        var coresPerL3 = (double)family.CoresPerSocket / family.L3GroupsPerSocket;
        var l3Groups = family.L3GroupsPerSocket == 1 ? 1 : Math.Max(1, (int)Math.Ceiling(coresPerSocket / coresPerL3));
        return new Machine(family with
        {
            Name = Text($"{sockets}x{coresPerSocket}-like-{family.Name}"),
            Title = Text($"{sockets} x {coresPerSocket} cores with the costs of {family.Name}"),
            Sockets = sockets,
            CoresPerSocket = coresPerSocket,
            L3GroupsPerSocket = l3Groups,
            PossibleCpus = sockets * coresPerSocket * family.SmtPerCore,
            Recognises = [],
        });
    }

    private static string ResizeNote(Machine machine, MachineDescription family)
    {
        var what = Text($"no measured machine has {machine.Sockets} x {machine.CoresPerSocket} cores");
        var from = Text($"built from {family.Name} ({family.Sockets} x {family.CoresPerSocket} cores)");
        return Text($"{what}; {from}: its costs, with {machine.L3GroupsPerSocket} L3 group(s) a socket");
    }

    private static string SmtNote(Machine machine, MachineDescription family) => machine.SmtPerCore < family.SmtPerCore
        ? Text($"{machine.SmtPerCore} of {family.SmtPerCore} threads a core online; all {machine.PossibleCpus} CPUs stay possible, as after nosmt")
        : Text($"{family.Name} was measured with {family.SmtPerCore} thread(s) a core; {machine.SmtPerCore} online here");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
