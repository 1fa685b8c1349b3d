using MountSim.Model.Kernels;

namespace MountSim.Model.Tests.Simulation;

/// <summary>An operation on an idle machine takes the time of its instructions, worked out by hand.</summary>
public class ScriptDurations
{
    [Theory]
    [InlineData("    - compute: 1000", 1000)]
    [InlineData("    - {hold: sem.write, compute: 1000}", 1000)]
    [InlineData("    - {hold: own.write, compute: 1000}", 1000)]
    [InlineData("    - {repeat: 3, do: [{compute: 1000}]}", 3000)]
    [InlineData("    - {repeat: 3, do: [{repeat: 4, do: [{hold: mutex.write, compute: 1000}, {compute: 10}]}, {compute: 500}]}", (3 * 4 * 1010) + 1500)]
    [InlineData("    - {repeat: 0, do: [{hold: mutex.write, compute: 1000}]}", 0)]
    [InlineData("    - {repeat: 0 - 2, do: [{compute: 1000}]}", 0)]
    [InlineData("    - {hold: sem.write, do: [{repeat: N, do: [{hold: mount_lock.write, compute: 2000}, {compute: 30}]}]}", 100 * 2030)]
    [InlineData("    - {cpu_loop: 2, instructions: 50, sharing: own}", 2 * 16 * 50)]
    [InlineData("    - walk: 5", 1500)]
    [InlineData("    - {repeat: N, do: [{repeat: N, do: [{hold: mutex.write, compute: 70}]}]}", 700_000)]
    public void An_operation_alone_takes_its_instructions(string steps, long instructions)
    {
        foreach (var batchHoldPs in (long[])[0, 1_000_000, 1_000_000_000])
        {
            var lab = new ScriptLab(1, steps, batchHoldPs, possibleCpus: 16);
            Assert.Equal(instructions * ScriptLab.PsPerInstruction, lab.RunAlone(mounts: 100));
        }
    }

    [Fact]
    public void A_hold_lasts_as_long_as_its_body()
    {
        var lab = new ScriptLab(1, "    - {hold: sem.write, do: [{compute: 300}, {repeat: 4, do: [{hold: mutex.write, compute: 100}]}]}");
        lab.RunAlone();
        Assert.Equal(70_000, lab.Statistics("sem").HoldTotal);
        lab.Kernel["mutex"].Acquire(lab.Tasks[0], LockMode.Write, 1);
        Assert.Equal(40_000, lab.Statistics("mutex").HoldTotal);
    }

    [Fact]
    public void An_effect_in_a_loop_counts_as_often_as_the_loop_runs()
    {
        var lab = new ScriptLab(1, "    - {repeat: 3, do: [{hold: mutex.write, do: [{repeat: 2, do: [{effect: attach, count: N}]}]}]}");
        lab.RunAlone(mounts: 5);
        Assert.Equal(30, lab.Tasks[0].Effects.Sum(effect => effect.Count));
    }
}
