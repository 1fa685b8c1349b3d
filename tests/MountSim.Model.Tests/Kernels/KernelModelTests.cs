using MountSim.Model.Kernels;
using MountSim.Model.Runtimes;

namespace MountSim.Model.Tests.Kernels;

/// <summary>What holds for every kernel that comes with MountSim.</summary>
public class KernelModelTests
{
    private const int Mounts = 10;

    public static TheoryData<string> Names => [.. KernelCatalog.Names];

    [Fact]
    public void The_catalog_has_the_kernels_and_the_what_ifs()
    {
        string[] expected =
        [
            "article-6.8", "article-fd", "article-mount2", "linux-4.14", "linux-4.19", "linux-5.10", "linux-5.15", "linux-5.4", "linux-6.1", "linux-6.12",
            "linux-6.14", "linux-6.17", "linux-6.18", "linux-6.6", "linux-6.8", "linux-7.0", "linux-7.1", "proposal-umount-without-gp",
        ];
        Assert.Equal(expected, KernelCatalog.Names);
        Assert.Equal(expected.Where(name => !name.StartsWith("linux-", StringComparison.Ordinal)), KernelCatalog.Names.Where(name => KernelCatalog.Load(name).WhatIf));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_script_keeps_the_rules_of_nesting(string name) => Assert.Empty(KernelCheck.Problems(KernelCatalog.Load(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_kernel_has_every_operation_or_says_that_it_lacks_it(string name)
    {
        var kernel = KernelCatalog.Load(name);
        Assert.Equal(OperationNames.All.Except(kernel.Lacks).Order(), kernel.Operations.Keys.Where(key => !key.StartsWith("part.", StringComparison.Ordinal)).Order());
        Assert.All(kernel.Operations.Values, operation => Assert.NotEmpty(operation.Source));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Costs_are_positive_and_grow_with_every_variable(string name)
    {
        var kernel = KernelCatalog.Load(name);
        foreach (var operation in kernel.Operations.Keys.Where(key => !key.StartsWith("part.", StringComparison.Ordinal)))
        {
            var before = ScriptCost.Evaluate(kernel, operation, Values()).Instructions;
            Assert.True(before > 0, operation);
            for (var variable = 0; variable < VariableNames.Count; variable++)
            {
                var values = Values();
                values[variable] *= 64;
                Assert.True(ScriptCost.Evaluate(kernel, operation, values).Instructions >= before, $"{operation} shrinks with {(Variable)variable}");
            }
        }
    }

    [Theory]
    [InlineData("article-mount2", Mounts, 0)]
    [InlineData("linux-6.12", Mounts, 3)]
    [InlineData("linux-6.18", Mounts, 3)]
    public void A_container_of_ten_mounts_by_mount2_takes_namespace_sem_so_often(string name, double writes, double reads) =>
        Assert.Equal((writes, reads), NamespaceSem(name, [["mount.overlay"], .. Enumerable.Repeat<string[]>(["mount.bind"], Mounts - 1)]));

    [Theory]
    // The article: move_mount alone. Linux: CREATE reads a layer; open_tree, move_mount and, up to 6.14, close write.
    [InlineData("article-fd", Mounts, 0)]
    [InlineData("linux-6.12", 2 + (3 * (Mounts - 1)), 3)]
    [InlineData("linux-6.18", 1 + (2 * (Mounts - 1)), 3)]
    public void A_container_of_ten_mounts_by_the_fd_API_takes_namespace_sem_so_often(string name, double writes, double reads)
    {
        string[] overlay = ["fsopen", "fsconfig.set", "fsconfig.set", "fsconfig.set", "fsconfig.create.overlay", "fsmount", "move_mount", "close.attached", "close.fscontext"];
        string[] bind = ["open_tree.clone", "move_mount", "close.attached"];
        Assert.Equal((writes, reads), NamespaceSem(name, [overlay, .. Enumerable.Repeat(bind, Mounts - 1)]));
    }

    [Fact]
    public void A_kernel_says_only_what_differs()
    {
        var lines = KernelCatalog.Names.Where(name => name.StartsWith("linux-", StringComparison.Ordinal)).ToDictionary(name => name, name => KernelCatalog.Text(name).Split('\n').Length);
        Assert.InRange(lines.Values.Min(), 5, 40);
        Assert.All(lines.Where(item => item.Key != "linux-6.12"), item => Assert.InRange(item.Value, 5, 130));
    }

    [Theory]
    [InlineData("linux-4.14", "mnt_id_lock", "shrinker_rwsem", RwSemGeneration.Xadd)]
    [InlineData("linux-4.19", "mnt_id_ida.xa_lock", "shrinker_rwsem", RwSemGeneration.Xadd)]
    [InlineData("linux-5.4", "mnt_id_ida.xa_lock", "shrinker_rwsem", RwSemGeneration.ReaderSpin)]
    [InlineData("linux-5.10", "mnt_id_ida.xa_lock", "shrinker_rwsem", RwSemGeneration.ReaderSpin)]
    [InlineData("linux-5.15", "mnt_id_ida.xa_lock", "shrinker_rwsem", RwSemGeneration.ReaderSteal)]
    [InlineData("linux-6.6", "mnt_id_ida.xa_lock", "shrinker_rwsem", RwSemGeneration.ReaderSteal)]
    [InlineData("linux-6.8", "mnt_id_ida.xa_lock", "shrinker_mutex", RwSemGeneration.ReaderSteal)]
    [InlineData("linux-6.14", "mnt_id_xa.xa_lock", "shrinker_mutex", RwSemGeneration.ReaderSteal)]
    [InlineData("linux-7.1", "mnt_id_xa.xa_lock", "shrinker_mutex", RwSemGeneration.ReaderSteal)]
    public void Locks_have_the_names_and_the_behaviour_of_their_version(string name, string mountId, string shrinkers, RwSemGeneration generation)
    {
        var locks = KernelCatalog.Load(name).Locks.ToDictionary(item => item.Id);
        Assert.Equal(
            (mountId, shrinkers, generation, LockScope.Global),
            (locks["mount_id"].Symbol, locks["shrinker_mutex"].Symbol, locks["namespace_sem"].Generation, locks["namespace_sem"].Scope));
        Assert.Equal(name is not ("linux-4.14" or "linux-4.19" or "linux-5.4"), KernelCatalog.Load(name).Walk.SamplesRenameLock);
    }

    [Fact]
    public void A_namespace_of_one_tree_costs_what_the_tree_costs_and_not_what_the_table_does()
    {
        var kernel = KernelCatalog.Load("linux-7.1");
        var values = Values();
        values[(int)Variable.Mounts] = 400;
        var copy = ScriptCost.Evaluate(kernel, "namespace.copy", values).Use("namespace_sem", LockMode.Write).HeldInstructions;
        var tree = ScriptCost.Evaluate(kernel, "open_tree.namespace", values);
        Assert.InRange(tree.Use("namespace_sem", LockMode.Write).HeldInstructions, 0, copy / 20);
        Assert.Equal(1, tree.Use("nullfs_inode", LockMode.Write).Acquisitions);
        Assert.InRange(ScriptCost.Evaluate(kernel, "namespace.copy_empty", values).Use("namespace_sem", LockMode.Write).HeldInstructions, 0, copy / 40);
        Assert.Equal(["namespace.copy_empty"], KernelCatalog.Load("linux-7.0").Lacks);
    }

    [Fact]
    public void The_proposal_keeps_the_grace_period_of_an_overlay_s_layers_alone()
    {
        var linux = KernelCatalog.Load("linux-7.1");
        var proposal = KernelCatalog.Load("proposal-umount-without-gp");
        foreach (var operation in linux.Operations.Keys)
        {
            var expected = operation.StartsWith("umount.detach.overlay", StringComparison.Ordinal) || operation == "part.layers_grace_period" ? 1 : 0;
            Assert.Equal((operation, expected), (operation, ScriptCost.Evaluate(proposal, operation, Values()).GracePeriods));
        }
    }

    [Fact]
    public void A_distribution_s_name_is_a_kernel_with_a_note()
    {
        Assert.All(KernelAlias.ByName.Values, alias =>
        {
            Assert.Equal(alias.Kernel, KernelCatalog.Load(alias.Name).Name);
            Assert.StartsWith($"{alias.Name} is taken as {alias.Kernel}.", KernelCatalog.NoteOf(alias.Name), StringComparison.Ordinal);
        });
        Assert.Null(KernelCatalog.NoteOf("linux-6.12"));
        Assert.Contains("did you mean 'debian-11'?", Assert.Throws<ModelException>(() => KernelCatalog.Load("debian-14")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_article_moves_scopes_and_keeps_costs()
    {
        var linux = KernelCatalog.Load("linux-6.12");
        foreach (var name in new[] { "article-mount2", "article-fd", "article-6.8" })
        {
            var article = KernelCatalog.Load(name);
            foreach (var operation in linux.Operations.Keys.Where(key => !key.StartsWith("part.", StringComparison.Ordinal)))
                Assert.Equal(ScriptCost.Evaluate(linux, operation, Values()).Instructions, ScriptCost.Evaluate(article, operation, Values()).Instructions, 6);
        }
    }

    [Fact]
    public void Under_the_article_an_overlay_mount_holds_namespace_sem_almost_throughout()
    {
        var cost = ScriptCost.Evaluate(KernelCatalog.Load("article-mount2"), "mount.overlay", Values());
        Assert.InRange(cost.Use("namespace_sem", LockMode.Write).HeldInstructions / cost.Instructions, 0.85, 1);
        Assert.Equal("mnt_id_lock", KernelCatalog.Load("article-mount2").Locks.Single(item => item.Id == "mount_id").Symbol);
    }

    private static (double Writes, double Reads) NamespaceSem(string name, IEnumerable<string[]> mounts)
    {
        var kernel = KernelCatalog.Load(name);
        var costs = mounts.SelectMany(operations => operations).Select(operation => ScriptCost.Evaluate(kernel, operation, Values())).ToArray();
        return (costs.Sum(cost => cost.Use("namespace_sem", LockMode.Write).Acquisitions), costs.Sum(cost => cost.Use("namespace_sem", LockMode.Read).Acquisitions));
    }

    /// <summary>One of everything, two layers, eight CPUs, twelve mounts and components.</summary>
    private static double[] Values()
    {
        var values = new double[VariableNames.Count];
        Array.Fill(values, 1);
        values[(int)Variable.Cpus] = 8;
        values[(int)Variable.Layers] = 2;
        values[(int)Variable.Mounts] = 12;
        values[(int)Variable.Components] = 12;
        return values;
    }
}
