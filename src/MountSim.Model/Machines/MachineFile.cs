using MountSim.Model.Costs;
using MountSim.Model.Yaml;

namespace MountSim.Model.Machines;

/// <summary>Reads a machine file; its form is models/schema/machine.schema.json.</summary>
public static class MachineFile
{
    private const double MaxNumber = 1e9;

    private static readonly Dictionary<string, Distance> TransferNames = new(StringComparer.Ordinal)
    {
        ["same_core"] = Distance.SameCore,
        ["same_l3"] = Distance.SameL3,
        ["same_socket"] = Distance.SameSocket,
        ["cross_socket"] = Distance.CrossSocket,
    };

    /// <summary>The machine that a text describes.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">The name that messages use.</param>
    /// <exception cref="ModelException">Names file, line, column, key, the value found and what is allowed.</exception>
    public static Machine Parse(string text, string file) => new(Read(YamlFile.Parse(text, file)));

    /// <summary>What a file's top level says; it keeps the rules of a machine.</summary>
    /// <exception cref="ModelException">As <see cref="Parse"/>.</exception>
    public static MachineDescription Read(YamlMap file)
    {
        file.AllowOnly("name", "title", "vendor", "recognises", "topology", "home_node_effect", "transfer_ns", "upgrade_share", "local_atomic_ns",
            "ns_per_instruction", "wake_up_us", "time_slice_ms", "smt_throughput", "burst");
        var topology = file.Require("topology").AsMap();
        topology.AllowOnly("sockets", "cores_per_socket", "l3_groups_per_socket", "smt", "possible_cpus", "source");
        topology.Require("source").AsText();
        var (sockets, cores, smt) = (Count(topology, "sockets"), Count(topology, "cores_per_socket"), Count(topology, "smt"));
        var description = new MachineDescription
        {
            Name = file.Require("name").AsText(),
            Title = file.Require("title").AsText(),
            Vendor = file.Require("vendor").AsText(),
            Sockets = sockets,
            CoresPerSocket = cores,
            L3GroupsPerSocket = Count(topology, "l3_groups_per_socket"),
            SmtPerCore = smt,
            PossibleCpus = topology.Has("possible_cpus") ? Count(topology, "possible_cpus") : sockets * cores * smt,
            HomeNodeEffect = HomeNodeEffect(file.Require("home_node_effect").AsMap()),
            TransferNs = ByDistance(file.Require("transfer_ns").AsMap(), [.. TransferNames.Keys]),
            UpgradeShare = ReadFigure(file.Require("upgrade_share")),
            LocalAtomicNs = ReadFigure(file.Require("local_atomic_ns")),
            NsPerInstruction = ReadFigure(file.Require("ns_per_instruction")),
            WakeUpMicroseconds = ByDistance(file.Require("wake_up_us").AsMap(), ["same_l3", "same_socket", "cross_socket"]),
            TimeSliceMs = ReadFigure(file.Require("time_slice_ms")),
            SmtThroughput = ReadFigure(file.Require("smt_throughput")),
            Burst = ReadFigure(file.Require("burst")),
            Recognises = [.. (file.Find("recognises")?.AsList() ?? []).Select(item => Identity(item.AsMap()))],
        };
        try
        {
            MachineRules.Check(description);
            return description;
        }
        catch (ModelException e)
        {
            throw new ModelException(topology.Place, e.Message);
        }
    }

    private static int Count(YamlMap map, string key) => map.Require(key).AsInteger(1, Machine.MaxCpus);

    private static bool HomeNodeEffect(YamlMap map)
    {
        map.AllowOnly("value", "source");
        map.Require("source").AsText();
        return map.Require("value").AsFlag();
    }

    private static Dictionary<Distance, Figure> ByDistance(YamlMap map, IReadOnlyCollection<string> names)
    {
        map.AllowOnly(names);
        return map.Keys.ToDictionary(key => TransferNames[key], key => ReadFigure(map.Require(key)));
    }

    private static Figure ReadFigure(YamlValue node)
    {
        var map = node.AsMap();
        map.AllowOnly("value", "low", "high", "source", "guess");
        var value = map.Require("value").AsNumber(0, MaxNumber);
        var low = map.Find("low")?.AsNumber(0, value) ?? value;
        var high = map.Find("high")?.AsNumber(value, MaxNumber) ?? value;
        return new Figure(new Interval(value, low, high), map.Require("source").AsText(), map.Flag("guess", false));
    }

    private static CpuIdentity Identity(YamlMap map)
    {
        map.AllowOnly("vendor", "family", "first_model", "last_model");
        var first = map.Require("first_model").AsInteger();
        return new CpuIdentity(
            map.Require("vendor").AsText(), map.Require("family").AsInteger(), first, map.Find("last_model")?.AsInteger(first) ?? first);
    }
}
