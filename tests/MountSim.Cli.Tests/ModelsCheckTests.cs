namespace MountSim.Cli.Tests;

public sealed class ModelsCheckTests : IDisposable
{
    private const string Table = """
        kernel,operation,parameter,value,total_instructions,lock,acquire,acquisitions,held_instructions
        6.12.94,close_fsmount,,,1187,namespace_sem,down_write,1,55
        6.12.94,close_fsmount,,,1187,mount_lock,write_seqlock,1,18
        6.12.94,mount_make_private,,,3400,namespace_sem,down_write,1,500
        6.12.94,mount_make_private,,,3400,mount_lock,write_seqlock,2,64
        6.12.94,mount_bint,,,3400,,,0,0
        2.6.32,close_fsmount,,,1187,namespace_sem,down_write,1,55

        """;

    private const string Trace = """
        kernel,operation,sequence,at_instructions,event,lock
        6.12.94,close_fsmount,1,417,down_write,namespace_sem
        6.12.94,close_fsmount,2,433,write_seqlock,mount_lock
        6.12.94,close_fsmount,3,451,spin_unlock,mount_lock
        6.12.94,close_fsmount,4,472,up_write,namespace_sem
        6.12.94,umount_bind,1,10,write_seqlock,mount_lock
        6.12.94,umount_bind,2,20,spin_unlock,mount_lock

        """;

    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void The_models_that_come_with_the_tool_are_sound()
    {
        var result = tool.Run("models", "check");
        Assert.Equal((ExitCode.Done, ""), (result.Exit, result.Error));
        Assert.All(result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1), line => Assert.EndsWith(" ok", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("csv", "kind,name,result,place,problem\r\nkernel,linux-6.12,ok,,\r\nmachine,host,ok,,\r\n")]
    [InlineData("json", "{\n  \"models\": [\n    {\n      \"kind\": \"kernel\",\n      \"name\": \"linux-6.12\",\n      \"result\": \"ok\"")]
    public void The_check_has_every_form(string format, string start) =>
        Assert.StartsWith(start, tool.Run("models", "check", "linux-6.12", "host", "--format", format).Out, StringComparison.Ordinal);

    [Fact]
    public void A_broken_model_is_answered_with_no_and_its_place()
    {
        File.WriteAllText(tool.In("broken.yaml"), "name: broken\ntitle: Broken\nextends: linux-6.12\noperations:\n  fsopen:\n    steps:\n    - {hold: sb_lock.write, do: [{hold: namespace_sem.write, compute: 1}]}\n");
        var result = tool.Run("models", "check", tool.In("broken.yaml"), "linux-6.18");
        Assert.Equal((ExitCode.AnsweredNo, ""), (result.Exit, result.Error));
        Golden.Verify("MountSim.Cli.Tests", "models-check-broken.txt", Anonymous(result.Out));
    }

    [Theory]
    [InlineData("models-check-traces.txt", "table")]
    [InlineData("models-check-traces.csv", "csv")]
    [InlineData("models-check-traces.json", "json")]
    public void Differences_from_traces_are_told_and_kernels_without_a_model_skipped_loudly(string golden, string format)
    {
        WriteTraces();
        var result = tool.Run("models", "check", "host", "--against", tool.Folder, "--format", format);
        Assert.Equal(ExitCode.AnsweredNo, result.Exit);
        Assert.StartsWith("warning: skipped the traces of 2.6.32: no model of 2.6.32 or an older kernel; there are ", result.Error, StringComparison.Ordinal);
        Golden.Verify("MountSim.Cli.Tests", golden, Anonymous(result.Out));
    }

    [Fact]
    public void Quiet_has_results_only_and_a_file_takes_them()
    {
        WriteTraces();
        var result = tool.Run("models", "check", "--against", tool.Folder, "--kernel", "linux-6.18", "--quiet", "--output", tool.In("matches.csv"));
        Assert.Equal(new Result(ExitCode.AnsweredNo, "", ""), result);
        Assert.Contains("\r\n2.6.32,linux-6.18,close_fsmount,differs,", File.ReadAllText(tool.In("matches.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_trace_is_bad_input_and_writes_nothing()
    {
        File.WriteAllText(tool.In("lock-trace.csv"), Trace.Replace("spin_unlock", "spin_unluck", StringComparison.Ordinal));
        var result = tool.Run("models", "check", "--against", tool.Folder, "--output", tool.In("a.csv"));
        Assert.Equal((ExitCode.BadInput, ""), (result.Exit, result.Out));
        Assert.StartsWith($"error: {tool.In("lock-trace.csv")}:4:29: 'event' is 'spin_unluck'; allowed: down_write, ", result.Error, StringComparison.Ordinal);
        Assert.Equal(["lock-trace.csv"], tool.Files());
    }

    private void WriteTraces()
    {
        File.WriteAllText(tool.In("lock-ops.csv"), Table.ReplaceLineEndings("\n"));
        File.WriteAllText(tool.In("lock-trace.csv"), Trace.ReplaceLineEndings("\n"));
    }

    /// <summary>The folder's name differs from run to run, the lines of model files from edit to edit, the kernels there are with each new one.</summary>
    private string Anonymous(string text) => System.Text.RegularExpressions.Regex.Replace(
        System.Text.RegularExpressions.Regex.Replace(text.Replace(tool.Folder, "FOLDER", StringComparison.Ordinal), @"(linux-[0-9.]+\.yaml):\d+:\d+", "$1:LINE"),
        @"there are article[a-z0-9., -]+", "there are KERNELS");
}
