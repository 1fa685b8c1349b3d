using MountSim.Model.Kernels;

namespace MountSim.Model.Tests.Checks;

/// <summary>One sound kernel, and what is found in it after one change.</summary>
public class KernelRules
{
    private const string Sound = """
        name: toy
        title: A toy
        walk: {base: 100, per_component: 10, per_component_ref: 20, samples_rename_lock: true, source: made up}
        locks:
          big: {symbol: big_sem, kind: rwsem, generation: reader-steal, scope: global, role: all, source: made up}
          small: {symbol: small_mutex, kind: mutex, scope: global, role: some, source: made up}
          spin: {symbol: spin_lock, kind: qspinlock, scope: global, role: few, source: made up}
          own: {symbol: own_sem, kind: rwsem, generation: reader-steal, scope: object, role: own, source: made up}
        operations:
          first:
            summary: first
            source: made up
            steps:
            - {hold: big.write, do: [{hold: small.write, compute: 1}, {hold: own.write, compute: 1}]}
          second:
            summary: second
            source: made up
            steps:
            - {hold: small.write, do: [{hold: spin.write, compute: 1}]}
            - {hold: own.write, do: [{hold: big.read, compute: 1}]}
        """;

    [Fact]
    public void A_sound_kernel_has_no_problem_and_an_objects_lock_closes_no_circle() => Assert.Empty(KernelCatalog.TextProblems(Sound, "toy.yaml"));

    [Theory]
    [InlineData("{hold: spin.write, compute: 1}", "{hold: spin.write, do: [{hold: own.read, compute: 1}]}", "toy.yaml:19:56: 'own' sleeps, but the spinning lock 'spin' is held (in second)")]
    [InlineData("{hold: spin.write, compute: 1}", "{hold: small.write, compute: 1}", "toy.yaml:19:32: 'small' is taken while it is held (in second)")]
    [InlineData("{hold: spin.write, compute: 1}", "{hold: big.read, compute: 1}", "toy.yaml:19:32: locks are taken in a circle: small inside big at toy.yaml:14:30; big inside small at toy.yaml:19:32")]
    [InlineData("{hold: spin.write, compute: 1}", "{hold: span.write, compute: 1}", "toy.yaml:19:39: 'hold' names the lock 'span'; did you mean 'spin'? Allowed: big, small, spin, own")]
    [InlineData("{hold: big.read, compute: 1}", "{call: third}", "toy.yaml:20:30: 'call' names 'third', which is no operation; allowed: first, second (in second)")]
    [InlineData("role: few, source: made up", "role: few", "toy.yaml:7:9: 'spin' lacks the key 'source'; found: symbol, kind, scope, role")]
    [InlineData("    summary: second\n    source: made up", "    summary: second", "toy.yaml:16:5: 'second' lacks the key 'source'; found: summary, steps")]
    [InlineData("title: A toy", "title: A toy\nlacks: [mount.bint]", "toy.yaml:3:9: 'lacks' is 'mount.bint'; did you mean 'mount.bind'?")]
    public void A_broken_kernel_is_told_where(string sound, string broken, string expected)
    {
        Assert.Contains(sound, Sound, StringComparison.Ordinal);
        var (place, problem) = Assert.Single(KernelCatalog.TextProblems(Sound.Replace(sound, broken, StringComparison.Ordinal), "toy.yaml"));
        Assert.StartsWith(expected, $"{place}: {problem}", StringComparison.Ordinal);
    }

    [Fact]
    public void All_breaches_are_told_not_the_first_alone()
    {
        var broken = Sound.Replace("{hold: spin.write, compute: 1}", "{hold: spin.write, do: [{hold: own.read, compute: 1}, {grace_period: normal, lab_instructions: 1}]}", StringComparison.Ordinal);
        Assert.Equal(2, KernelCatalog.TextProblems(broken, "toy.yaml").Count);
    }

    [Fact]
    public void A_circle_over_three_locks_is_told_once()
    {
        var broken = Sound.Replace("{hold: spin.write, compute: 1}", "{hold: third.write, do: [{hold: big.write, compute: 1}]}", StringComparison.Ordinal)
            .Replace("  spin: {symbol: spin_lock, kind: qspinlock", "  third: {symbol: third_mutex, kind: mutex", StringComparison.Ordinal);
        var (_, problem) = KernelCatalog.TextProblems(broken, "toy.yaml").First(item => item.Problem.Contains("third", StringComparison.Ordinal));
        Assert.Contains("small inside big at toy.yaml:14:30; third inside small at toy.yaml:19:32; big inside third at", problem, StringComparison.Ordinal);
    }
}
