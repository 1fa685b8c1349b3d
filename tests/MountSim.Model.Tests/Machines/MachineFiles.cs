using MountSim.Model.Machines;

namespace MountSim.Model.Tests.Machines;

public sealed class MachineFiles
{
    private const string Good = """
        name: toy
        title: a toy
        vendor: none
        topology: { sockets: 1, cores_per_socket: 4, l3_groups_per_socket: 2, smt: 1, source: made up }
        home_node_effect: { value: false, source: made up }
        transfer_ns:
          same_l3: { value: 20, source: made up }
          same_socket: { value: 100, low: 90, high: 120, source: made up }
        upgrade_share: { value: 0.75, source: made up }
        local_atomic_ns: { value: 5, source: made up }
        ns_per_instruction: { value: 0.4, guess: true, source: made up }
        wake_up_us:
          same_l3: { value: 5, source: made up }
        time_slice_ms: { value: 3, source: made up }
        smt_throughput: { value: 1.25, source: made up }
        burst: { value: 1, source: made up }
        """;

    [Fact]
    public void A_machine_is_a_file_and_no_code()
    {
        var machine = MachineFile.Parse(Good, "toy.yaml");
        Assert.Equal(4, machine.Cpus);
        Assert.Equal(20_000, machine.TransferPs(0, 1));
        Assert.Equal(100_000, machine.TransferPs(1, 2));
        Assert.Equal(120, machine.Description.TransferNs[Distance.SameSocket].Interval.High);
        Assert.True(machine.NsPerInstruction.Guess);
    }

    [Theory]
    [InlineData("local_atomic_ns", "local_atomc_ns", "toy.yaml:10:1: unknown key 'local_atomc_ns' in 'document'; did you mean 'local_atomic_ns'?")]
    [InlineData("same_l3: { value: 20", "same_l2: { value: 20", "toy.yaml:7:3: unknown key 'same_l2' in 'transfer_ns'; did you mean 'same_l3'?")]
    [InlineData("smt: 1", "smt: two", "toy.yaml:4:76: 'smt' is 'two'; allowed: a whole number from 1 to 8192")]
    [InlineData("low: 90", "low: 101", "toy.yaml:8:35: 'low' is '101'; allowed: a number from 0 to 100")]
    [InlineData("value: 0.4, guess: true, source: made up", "value: 0.4", "toy.yaml:11:21: 'ns_per_instruction' lacks the key 'source'")]
    [InlineData("sockets: 1", "sockets: 2", "machine toy: has several sockets but no transfer_ns for CrossSocket")]
    [InlineData("l3_groups_per_socket: 2", "l3_groups_per_socket: 5", "has 5 L3 groups a socket; allowed: 1 to 4, its cores a socket")]
    public void Errors_name_the_place_the_value_and_what_is_allowed(string right, string wrong, string message)
    {
        var error = Assert.Throws<ModelException>(() => MachineFile.Parse(Good.Replace(right, wrong, StringComparison.Ordinal), "toy.yaml"));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("toy.yaml:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_machine_is_answered_with_the_nearest_name()
    {
        var error = Assert.Throws<ModelException>(() => MachineCatalog.Load("r5.metl"));
        Assert.Contains("unknown machine 'r5.metl'; did you mean 'r5.metal'?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_loads_a_file_of_ones_own()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("mountsim-").FullName, "mine.yaml");
        File.WriteAllText(path, Good);
        Assert.Equal("toy", MachineCatalog.Load(path).Name);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void The_catalog_lists_every_built_in_machine_under_the_name_in_its_file()
    {
        Assert.Superset(
            new HashSet<string> { "epyc-9654-2s", "r5.metal", "m7i.metal-24xl", "m7a.24xlarge", "c6a.metal", "host" }, MachineCatalog.Names.ToHashSet());
        Assert.All(MachineCatalog.Names, name => Assert.Equal(name, MachineCatalog.FromFile(name).Name));
    }
}
