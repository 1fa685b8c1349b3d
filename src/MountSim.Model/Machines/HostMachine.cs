using System.Globalization;

namespace MountSim.Model.Machines;

/// <summary>The machine the tool runs on: its own topology, with the costs of the machine file that recognises its processor.</summary>
public static class HostMachine
{
    /// <summary>Reads the topology under a root directory and chooses the costs.</summary>
    /// <param name="root">The directory that holds <c>sys</c> and <c>proc</c>; <c>/</c> for the running system.</param>
    /// <exception cref="ModelException">The topology cannot be read.</exception>
    public static BuiltMachine Read(string root)
    {
        var host = HostTopology.Read(root);
        var defaults = MachineCatalog.Describe(MachineCatalog.Host);
        var family = MachineCatalog.Families().FirstOrDefault(machine => Recognises(machine, host)) ?? defaults;
        var coresPerSocket = Math.Max(1, host.Cores / host.Sockets);
        var smt = Math.Max(1, host.Online / Math.Max(1, host.Cores));
        var cpus = host.Sockets * coresPerSocket * smt;
        var costs = family.TransferNs.Concat(defaults.TransferNs)
            .DistinctBy(figure => figure.Key)
            .ToDictionary(figure => figure.Key, figure => figure.Value);
        var machine = new Machine(family with
        {
            Name = MachineCatalog.Host,
            Title = host.ModelName.Length == 0 ? "this host" : $"this host, {host.ModelName}",
            Sockets = host.Sockets,
            CoresPerSocket = coresPerSocket,
            L3GroupsPerSocket = Math.Clamp(host.L3Groups / host.Sockets, 1, coresPerSocket),
            SmtPerCore = smt,
            PossibleCpus = Math.Max(host.Possible, cpus),
            HomeNodeEffect = family.HomeNodeEffect && host.Sockets > 1,
            TransferNs = costs,
            Recognises = [],
        });
        return new BuiltMachine(machine, Note(machine, family, host));
    }

    private static bool Recognises(MachineDescription machine, HostTopology host) =>
        machine.Recognises.Any(identity => identity.Covers(host.Vendor, host.Family, host.Model));

    private static string Note(Machine machine, MachineDescription family, HostTopology host)
    {
        var processor = string.Create(CultureInfo.InvariantCulture, $"{host.Vendor} family {host.Family} model {host.Model}");
        var note = family.Name == MachineCatalog.Host
            ? $"processor {processor} is in no machine file: costs are guesses"
            : $"topology of this host, costs of {family.Name} ({processor})";
        if (machine.Cpus != host.Online)
            note += string.Create(CultureInfo.InvariantCulture, $"; its {host.Online} CPUs are not spread evenly, taken as {machine.Cpus}");
        return host.Guest ? note + "; a guest of a hypervisor, whose topology may not be the hardware's" : note;
    }
}
