using MountSim.Model.Traces.Raw;

namespace MountSim.Model.Tests.Traces;

/// <summary>What a guest of the lab wrote becomes traces: probes' cost off, names from the guest's symbols, modes from a seqlock's sequence.</summary>
public sealed class RawRecords : IDisposable
{
    private const string Costs = "release 6.12.94\ncpus 1\nfunction down_write 900\nfunction up_write 900\nfunction _raw_spin_lock 1000\nfunction _raw_spin_unlock 1000\nfunction call_rcu 900\n";
    private const string Sections = "mount_bind , 7 100000 120000\npivot_root extra_tasks,4 7 200000 203000\nempty , 7 300000 300016\n";
    private const string Symbols = "0000000000020000 D per_cpu_thing\nffffffff82c096c0 D mount_lock\nffffffff82d7d7c0 d namespace_sem\nffffffff82d7d7c0 d alias\nffffffff82d7d800 d behind\n";
    private const string Header = "# tracer: nop\n#\n# entries-in-buffer/entries-written: 14/14   #P:1\n#\n";

    private const string Trace = Header + """
                   <...>-7     [000] ..... 99000: down_write: (down_write+0x4/0x60) lock=0xffffffff82d7d7c0
                   <...>-7     [000] ..... 101000: down_write: (down_write+0x4/0x60) lock=0xffffffff82d7d7c0
                   <...>-7     [000] ..... 102000: _raw_spin_lock: (_raw_spin_lock+0x4/0x30) lock=0xffffffff82c096c4 sequence=8
                   <...>-7     [000] d.h2. 103000: _raw_spin_lock: (_raw_spin_lock+0x4/0x30) lock=0xffff888004255680 sequence=1
                   <...>-7     [000] ...1. 105000: _raw_spin_unlock: (_raw_spin_unlock+0x4/0x30) lock=0xffffffff82c096c4 sequence=10
                   <...>-9     [000] ..... 106000: down_write: (down_write+0x4/0x60) lock=0xffff888004255600
                   <...>-7     [000] ..... 107000: _raw_spin_lock: (_raw_spin_lock+0x4/0x30) lock=0xffffffff82c096c4 sequence=10
                   <...>-7     [000] ...1. 108100: _raw_spin_unlock: (_raw_spin_unlock+0x4/0x30) lock=0xffffffff82c096c4 sequence=10
                   <...>-7     [000] ..... 109200: _raw_spin_lock: (_raw_spin_lock+0x4/0x30) lock=0xffff888004255680 sequence=1
                   <...>-7     [000] ...1. 110300: _raw_spin_unlock: (_raw_spin_unlock+0x4/0x30) lock=0xffff888004255680 sequence=3
                   <...>-7     [000] ..... 111400: call_rcu: (call_rcu+0x0/0x20) lock=0xffff888004255700
                   <...>-7     [000] ..... 115000: up_write: (up_write+0x4/0x60) lock=0xffffffff82d7d7c0
                   <...>-7     [000] ..... 201000: down_write: (down_write+0x4/0x60) lock=0xffff888004255600
                   <...>-7     [000] ..... 202000: up_write: (up_write+0x4/0x60) lock=0xffff888004255600

        """;

    private readonly string folder = Directory.CreateTempSubdirectory("mountsim-raw-").FullName;

    public RawRecords()
    {
        Write("costs", Costs);
        Write("sections", Sections);
        Write("symbols", Symbols);
        Write("trace", Trace);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Events_are_the_threads_own_in_order_at_the_time_without_probes() => Assert.Equal(
        [
            (1000, "down_write", "namespace_sem"), (1100, "write_seqlock", "mount_lock"), (2100, "spin_unlock", "mount_lock"),
            (2200, "read_seqlock_excl", "mount_lock"), (2300, "spin_unlock", "mount_lock"), (2400, "spin_lock", "object1"),
            (2500, "spin_unlock", "object1"), (2600, "call_rcu", ""), (5300, "up_write", "namespace_sem"),
        ],
        RawTraces.Read([folder]).Events[("6.12.94", "mount_bind")].Select(item => ((int)item.AtInstructions, item.Function, item.Lock)));

    [Fact]
    public void Holds_lie_between_taking_and_releasing_without_probes()
    {
        var run = RawTraces.Read([folder]).Runs[0];
        Assert.Equal(20000 - (4 * 900) - (7 * 1000), run.TotalInstructions);
        Assert.Equal(
            [
                ("namespace_sem", "down_write", 1, 4300), ("mount_lock", "write_seqlock", 1, 1000), ("mount_lock", "read_seqlock_excl", 1, 100),
                ("per-object", "spin_lock", 1, 100), ("", "call_rcu", 1, 0),
            ],
            run.Uses.Select(use => (use.Key.Lock, use.Key.Function, (int)use.Value.Acquisitions, (int)use.Value.HeldInstructions)));
    }

    [Fact]
    public void Operations_with_a_parameter_have_runs_and_no_trace()
    {
        var traces = RawTraces.Read([folder]);
        Assert.Equal(["mount_bind"], traces.Events.Keys.Select(key => key.Operation));
        Assert.Equal(["mount_bind", "pivot_root@extra_tasks", "empty"], traces.Runs.Select(run => run.Series));
        Assert.Equal((4, 0), (traces.Runs[1].Value, traces.Runs[2].Uses.Count));
    }

    [Theory]
    [InlineData("trace", "14/14", "13/14", ":3: found '# entries-in-buffer/entries-written: 13/14   #P:1'; allowed: as many entries in the buffer as were written")]
    [InlineData("trace", "call_rcu:", "call_rcv:", ":15: found '")]
    [InlineData("costs", "cpus 1", "cpus one", ":2: found 'cpus one'; allowed: release NAME, cpus N or, each function once, function NAME INSTRUCTIONS")]
    [InlineData("costs", "release 6.12.94\n", "", ": names no release, no CPUs or no function")]
    [InlineData("sections", "7 300000", "300000", ":3: found 'empty , 300000 300016'; allowed: OPERATION PARAMETER,VALUE THREAD FROM TO")]
    [InlineData("symbols", "ffffffff82c096c0 D", "hidden D", ":2: found 'hidden D mount_lock'; allowed: lines of /proc/kallsyms")]
    public void A_wrong_record_is_refused(string file, string sound, string wrong, string message)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllText(path, File.ReadAllText(path).Replace(sound, wrong, StringComparison.Ordinal));
        Assert.Contains(path + message, Assert.Throws<ModelException>(() => RawTraces.Read([folder])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_says_where_records_come_from()
    {
        File.Delete(Path.Combine(folder, "sections"));
        Assert.Contains("calibration/lab/run", Assert.Throws<ModelException>(() => RawTraces.Read([folder])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_boot_given_twice_is_refused() =>
        Assert.Contains("allowed: each once", Assert.Throws<ModelException>(() => RawTraces.Read([folder, folder])).Message, StringComparison.Ordinal);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
