using MountSim.Model.Kernels;
using MountSim.Model.Runtimes;

namespace MountSim.Model.Tests.Runtimes;

public sealed class RuntimeFiles
{
    private const string Good = """
        name: toy
        title: a toy
        source: made up
        mounts_left: { host: 0, container: 1 + files }
        variables:
          files: { law: 2 + V, meaning: files bound }
          twice: { law: 2 * files, meaning: for the test }
        start:
          - { cpu: 500, actor: toy, source: made up }
          - { op: namespace.copy, in: host, tree: host_mounts, actor: toy, source: made up }
          - { op: mount.bind, in: container, count: files, cpu: 10, actor: toy, source: made up }
          - { op: mount.overlay, in: host, layers: L, shared: false, actor: toy, source: made up }
          - { systemd_unit: 1000, actor: toy, source: made up }
        stop:
          - { op: namespace.exit, in: container, tree: own_mounts + inherited, actor: kernel, source: made up }
        """;

    private static readonly RuntimeInputs Inputs = new(Layers: 7, Volumes: 3);

    [Fact]
    public void Variables_are_laws_over_the_workload_and_the_variables_before_them()
    {
        var runtime = RuntimeFile.Parse(Good, "toy.yaml");
        var values = runtime.Bind(Inputs);
        Assert.Equal([5.0, 10.0], values[RuntimeSlots.FirstVariable..]);
        Assert.Equal([1.0, 2.0], runtime.Bind(Inputs, new Dictionary<string, double> { ["files"] = 1 })[RuntimeSlots.FirstVariable..]);
        Assert.Equal(6, runtime.ContainerMountsLeft.Evaluate(values));
    }

    [Fact]
    public void Steps_keep_the_order_of_the_file_and_know_where_they_stand()
    {
        var start = RuntimeFile.Parse(Good, "toy.yaml").Start;
        Assert.Equal(
            [typeof(CpuStep), typeof(OperationStep), typeof(LoopStep), typeof(OperationStep), typeof(SystemdUnitStep)],
            start.Select(step => step.GetType()));
        Assert.Equal("toy.yaml:10:5", start[1].At);
        Assert.Equal(0, Assert.IsType<OperationStep>(start[3]).Shared!.ConstantValue);
    }

    [Fact]
    public void CPU_time_of_an_operation_comes_before_each_of_its_times()
    {
        var loop = Assert.IsType<LoopStep>(RuntimeFile.Parse(Good, "toy.yaml").Start[2]);
        Assert.Collection(loop.Steps,
            step => Assert.Equal("10", Assert.IsType<CpuStep>(step).Microseconds.Text),
            step => Assert.Equal("mount.bind", Assert.IsType<OperationStep>(step).Operation));
        Assert.All(loop.Steps, step => Assert.Equal(("toy", "made up"), (step.Actor, step.Source)));
    }

    [Fact]
    public void The_state_of_the_simulation_enters_through_its_slots()
    {
        var runtime = RuntimeFile.Parse(Good, "toy.yaml");
        var values = runtime.Bind(Inputs);
        values[RuntimeSlots.HostMounts] = 400;
        values[RuntimeSlots.Inherited] = 300;
        values[RuntimeSlots.OwnMounts] = 25;
        Assert.Equal(400, Assert.IsType<OperationStep>(runtime.Start[1]).Tree!.Evaluate(values));
        Assert.Equal(325, Assert.IsType<OperationStep>(runtime.Stop[0]).Tree!.Evaluate(values));
    }

    [Fact]
    public void A_negative_count_is_none_and_a_fraction_is_rounded()
    {
        Assert.Equal(0, RuntimeModel.Times(Law("0 - 3"), []));
        Assert.Equal(2, RuntimeModel.Times(Law("3 / 2"), []));
    }

    [Theory]
    [InlineData("mount.bind", "mount.bint", "toy.yaml:11:11: 'op' is 'mount.bint'; did you mean 'mount.bind'?")]
    [InlineData("in: container, count", "in: kontainer, count", "toy.yaml:11:27: 'in' is 'kontainer'; did you mean 'container'?")]
    [InlineData("shared: false", "share: false", "toy.yaml:12:47: unknown key 'share' in 'start'; did you mean 'shared'?")]
    [InlineData("count: files", "count: filez", "toy.yaml:11:45: law 'filez', column 1: unknown name 'filez'; did you mean 'files'?")]
    [InlineData("law: 2 + V", "law: 2 + host_mounts", "law '2 + host_mounts', column 5: unknown name 'host_mounts'")]
    [InlineData("law: 2 * files", "law: 2 * twice", "law '2 * twice', column 5: unknown name 'twice'")]
    [InlineData("twice:", "inherited:", "'inherited' is a name of the workload or the state; allowed: any other name")]
    [InlineData("{ cpu: 500, actor: toy, source: made up }", "{ cpu: 500, actor: toy }", "toy.yaml:9:5: 'start' lacks the key 'source'")]
    [InlineData("{ cpu: 500,", "{ gpu: 500,", "toy.yaml:9:5: a step lacks its kind; allowed: one of cpu, op, systemd_unit, repeat, include")]
    [InlineData("{ cpu: 500, actor: toy, source: made up }", "include: runc-1.55", "toy.yaml:9:14: runtime: unknown runtime 'runc-1.55'; did you mean 'runc-1.5'?")]
    public void Errors_name_the_place_the_value_and_what_is_allowed(string right, string wrong, string message)
    {
        var error = Assert.Throws<ModelException>(() => RuntimeFile.Parse(Good.Replace(right, wrong, StringComparison.Ordinal), "toy.yaml"));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("toy.yaml:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_override_of_an_unknown_variable_is_refused()
    {
        var runtime = RuntimeFile.Parse(Good, "toy.yaml");
        var error = Assert.Throws<ModelException>(() => runtime.Bind(Inputs, new Dictionary<string, double> { ["file"] = 1 }));
        Assert.Equal("runtime toy: unknown variable 'file'; did you mean 'files'? Allowed: files, twice", error.Message);
    }

    private static Expression Law(string law) => Expression.Parse(law, "test");
}
