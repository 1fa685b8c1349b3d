using MountSim.Model.Kernels;

namespace MountSim.Model.Tests.Kernels;

public class KernelLoaderTests
{
    private const string Sound = """
        name: toy
        title: A toy
        walk: {base: 100, per_component: 10, per_component_ref: 20, samples_rename_lock: true, source: none}
        constants:
          attach: 500
        locks:
          big: {symbol: big_sem, kind: rwsem, generation: reader-steal, scope: global, role: all, source: none}
          seq: {symbol: seq_lock, kind: seqlock, scope: global, role: all, source: none}
          own: {symbol: own_mutex, kind: mutex, scope: object, role: own, source: none}
        operations:
          part.inner:
            summary: inner
            source: none
            steps:
            - {hold: seq.write, compute: 32 * C}
          work:
            summary: work
            source: none
            class: setup
            steps:
            - walk: components
            - hold: big.write
              do:
              - compute: attach
              - repeat: T
                do:
                - call: part.inner
        """;

    [Fact]
    public void A_sound_kernel_loads_and_costs_what_its_script_says()
    {
        var kernel = KernelCatalog.LoadText(Sound, "toy.yaml");
        var values = new double[VariableNames.Count];
        values[(int)Variable.Cpus] = 4;
        values[(int)Variable.Tree] = 3;
        values[(int)Variable.Components] = 2;
        var cost = ScriptCost.Evaluate(kernel, "work", values);
        Assert.Equal(120 + 500 + (3 * 128), cost.Instructions);
        Assert.Equal(new LockUse(1, 884), cost.Use("big", LockMode.Write));
        Assert.Equal(new LockUse(3, 384), cost.Use("seq", LockMode.Write));
        Assert.Equal(WorkClass.Setup, Assert.IsType<ComputeStep>(Assert.IsType<HoldStep>(kernel.Operations["work"].Steps[1]).Body[0]).Class);
    }

    [Theory]
    [InlineData("kind: seqlock", "kind: seklock", "toy.yaml:8:33: 'kind' is 'seklock'; did you mean 'seqlock'?")]
    [InlineData("title: A toy", "titel: A toy", "toy.yaml:2:1: unknown key 'titel'")]
    [InlineData("title: A toy", "", "lacks the key 'title'")]
    [InlineData("generation: reader-steal, ", "", "lacks the key 'generation'")]
    [InlineData("scope: object", "scope: object, generation: xadd", "its kind is not rwsem")]
    [InlineData("base: 100", "base: fast", "toy.yaml:3:14: 'base' is 'fast'; allowed: a number")]
    [InlineData("base: 100", "base: 1e99", "allowed: a number from 0 to 1000000")]
    [InlineData("hold: big.write", "hold: bog.write", "toy.yaml:22:13: 'hold' names the lock 'bog'; did you mean 'big'?")]
    [InlineData("hold: big.write", "hold: big", "allowed: LOCK.MODE")]
    [InlineData("hold: big.write", "hold: big.exclusive", "in mode 'exclusive'; allowed: write, read")]
    [InlineData("compute: attach", "compute: atach", "did you mean 'attach'?")]
    [InlineData("compute: attach", "comput: attach", "a step has no verb; found 'comput'; did you mean 'compute'?")]
    [InlineData("compute: attach", "{compute: 1, class: fast}", "'class' is 'fast'")]
    [InlineData("compute: attach", "walk: 1\n        klass: x", "unknown key 'klass'")]
    [InlineData("class: setup", "class: [setup]", "")]
    [InlineData("  attach: 500", "  C: 500", "constant 'C' has the name of a variable")]
    [InlineData("- call: part.inner", "- call: part.outer", "'call' names 'part.outer', which is no operation")]
    [InlineData("- call: part.inner", "- call: work", "runs in a circle: work -> work")]
    [InlineData("name: toy", "name: toy\nextends: linux-6.21", "no kernel is named 'linux-6.21'; did you mean 'linux-6.1'?")]
    [InlineData("name: toy", "name: toy\nname: toy", "not valid YAML")]
    [InlineData("name: toy", "name: [toy", "not valid YAML")]
    public void A_wrong_file_is_refused_with_place_and_remedy(string sound, string wrong, string expected)
    {
        Assert.Contains(sound, Sound, StringComparison.Ordinal);
        var error = Assert.Throws<ModelException>(() => KernelCatalog.LoadText(Sound.Replace(sound, wrong, StringComparison.Ordinal), "toy.yaml"));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Matches(@"^toy\.yaml:\d+:\d+: ", error.Message);
    }

    [Theory]
    [InlineData("{hold: seq.write, do: [{hold: own.write, compute: 1}]}", "'own' sleeps, but the spinning lock 'seq' is held")]
    [InlineData("{hold: seq.exclusive, do: [{grace_period: expedited, lab_instructions: 1}]}", "a grace period sleeps while the spinning lock 'seq' is held")]
    [InlineData("{hold: big.read, do: [{hold: big.read, compute: 1}]}", "'big' is taken while it is held")]
    [InlineData("{hold: seq.write, do: [{walk: 1}]}", "it would spin for ever")]
    [InlineData("{hold: seq.write, do: [{call: part.inner}]}", "'seq' is taken while it is held")]
    public void A_script_that_would_deadlock_or_sleep_while_spinning_is_refused(string step, string expected)
    {
        var error = Assert.Throws<ModelException>(() => KernelCatalog.LoadText(Sound + "\n    - " + step, "toy.yaml"));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_derived_kernel_says_only_what_differs()
    {
        var parent = KernelCatalog.Load("linux-6.12");
        var child = KernelCatalog.LoadText(
            """
            name: child
            title: A child
            extends: linux-6.12
            what_if: true
            constants: {sum: 0}
            locks:
              mount_id: {symbol: mnt_id_lock}
            operations:
              fsopen:
                steps:
                - compute: 1
            """,
            "child.yaml");
        Assert.Equal("linux-6.12", child.Extends);
        Assert.True(child.WhatIf);
        Assert.Equal(parent.Walk, child.Walk);
        Assert.Equal(parent.Locks.Select(item => item.Id == "mount_id" ? item with { Symbol = "mnt_id_lock" } : item), child.Locks);
        Assert.Equal(parent.Operations.Keys, child.Operations.Keys);
        Assert.Equal(parent.Operations["fsopen"].Summary, child.Operations["fsopen"].Summary);
        Assert.Equal(1, ScriptCost.Evaluate(child, "fsopen", new double[VariableNames.Count]).Instructions);
        var values = new double[VariableNames.Count];
        values[(int)Variable.Cpus] = 10;
        Assert.Equal(
            ScriptCost.Evaluate(parent, "mount_setattr.ro", values).Instructions - 320,
            ScriptCost.Evaluate(child, "mount_setattr.ro", values).Instructions);
    }

    [Fact]
    public void What_a_kernel_lacks_its_heirs_lack_until_one_has_it()
    {
        var lacking = KernelCatalog.Load("linux-4.19");
        Assert.Contains("setns", KernelCatalog.Load("linux-4.14").Operations.Keys);
        Assert.Contains("fsopen", KernelCatalog.Load("linux-4.14").Lacks);
        Assert.DoesNotContain("fsopen", lacking.Operations.Keys);
        var error = Assert.Throws<ModelException>(() => ScriptCost.Evaluate(lacking, "fsopen", new double[VariableNames.Count]));
        Assert.Contains("linux-4.19 lacks 'fsopen'", error.Message, StringComparison.Ordinal);
        var heir = KernelCatalog.LoadText(
            """
            name: heir
            title: An heir
            extends: linux-4.19
            operations:
              fsopen:
                steps:
                - compute: 1
            """,
            "heir.yaml");
        Assert.DoesNotContain("fsopen", heir.Lacks);
        Assert.Equal(1, ScriptCost.Evaluate(heir, "fsopen", new double[VariableNames.Count]).Instructions);
    }

    [Fact]
    public void A_circle_of_extends_is_refused()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("mountsim").FullName, "loop.yaml");
        File.WriteAllText(path, "name: loop\ntitle: Loop\nextends: loop.yaml\n");
        var error = Assert.Throws<ModelException>(() => KernelCatalog.Load(path));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        Assert.Contains("allowed: no circle", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public void Loops_deeper_than_the_interpreter_keeps_track_of_are_refused(int depth, bool refused)
    {
        var nested = string.Concat(Enumerable.Repeat("{repeat: 2, do: [", depth)) + "{compute: 1}" + string.Concat(Enumerable.Repeat("]}", depth));
        void Load() => KernelCatalog.LoadText(Sound + "\n    - " + nested, "toy.yaml");
        if (!refused)
        {
            Load();
            return;
        }

        Assert.Contains("'repeat' 7 deep; allowed: up to 6", Assert.Throws<ModelException>(Load).Message, StringComparison.Ordinal);
    }
}
