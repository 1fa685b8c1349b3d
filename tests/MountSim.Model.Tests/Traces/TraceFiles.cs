using MountSim.Model.Traces;

namespace MountSim.Model.Tests.Traces;

/// <summary>Trace files are read strictly: each refusal names file, line, column, the value and what is allowed.</summary>
public sealed class TraceFiles : IDisposable
{
    private const string Trace = "kernel,operation,sequence,at_instructions,event,lock\n6.12,a,1,10,down_write,namespace_sem\n6.12,a,2,20,up_write,namespace_sem\n";
    private const string Table = "kernel,operation,parameter,value,total_instructions,lock,acquire,acquisitions,held_instructions\n6.12,a,peers,4,100,namespace_sem,down_write,1,10\n";

    private readonly string folder = Directory.CreateTempSubdirectory("mountsim-traces-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Sound_files_are_read()
    {
        Write(TraceReader.TraceFile, Trace);
        Write(TraceReader.RunsFile, Table);
        Write(TraceReader.CpusFile, "cpus," + Table.Replace("\n6", "\n1,6", StringComparison.Ordinal) + "2,6.12,a,peers,4,100,,,0,0\n");
        var traces = TraceReader.Read(folder);
        Assert.Equal(["6.12"], traces.Releases);
        Assert.Equal(2, traces.Events[("6.12", "a")].Count);
        Assert.Equal([("a@peers", 1, 1), ("a@peers", 2, 0)], traces.Runs.Select(run => (run.Series, run.Cpus, run.Uses.Count)));
    }

    [Fact]
    public void A_directory_without_traces_is_refused() =>
        Assert.Equal($"{folder}: no traces there; allowed: a directory with lock-trace.csv, lock-ops.csv or lock-ops-cpus.csv", Assert.Throws<ModelException>(() => TraceReader.Read(folder)).Message);

    [Theory]
    [InlineData("event,lock", "lock,event", ":1:1: the header is 'kernel,operation,sequence,at_instructions,lock,event'; allowed: kernel,operation,sequence,")]
    [InlineData("a,2,20", "a,3,20", ":3:8: 'sequence' is '3'; allowed: 2, one more than the line before")]
    [InlineData("a,2,20", "a,2,2x", ":3:10: 'at_instructions' is '2x'; allowed: a number from 0")]
    [InlineData("a,2,20", "a,2,-1", "'at_instructions' is '-1'")]
    [InlineData("a,2,20", "a,20", ":3:1: found 5 cells; allowed: 6")]
    [InlineData("a,2,20", "\"a\",2,20", ":3:1: found a quote; allowed: cells without quotes")]
    [InlineData("6.12,a,2", ",a,2", ":3:1: 'kernel' is ''; allowed: a name")]
    [InlineData("up_write", "up_wrote", ":3:13: 'event' is 'up_wrote'; allowed: down_write,")]
    public void A_wrong_trace_is_refused(string sound, string wrong, string message) => Refused(TraceReader.TraceFile, Trace, sound, wrong, message);

    [Theory]
    [InlineData("peers,4", "peers,4.5", ":2:14: 'value' is '4.5'; allowed: a whole number from 0")]
    [InlineData("1,10\n", "1,NaN\n", "'held_instructions' is 'NaN'; allowed: a number from 0")]
    [InlineData("down_write,1", "down_wrote,1", "'acquire' is 'down_wrote'; allowed: down_write,")]
    [InlineData("1,10\n", "1,10\n6.12,a,peers,4,100,namespace_sem,down_write,1,10\n", ":3:20: 'lock' is 'namespace_sem'; allowed: a lock and function once in a run")]
    public void A_wrong_table_is_refused(string sound, string wrong, string message) => Refused(TraceReader.RunsFile, Table, sound, wrong, message);

    [Theory]
    [InlineData("6.12.94+deb13-cloud-amd64", "linux-6.12")]
    [InlineData("6.17.4", "linux-6.12")]
    [InlineData("7.3.0", "linux-6.18")]
    [InlineData("6.8.0-31-generic", "linux-6.8")]
    [InlineData("6.10.1", "linux-6.8")]
    [InlineData("5.10.0-32-cloud-amd64", null)]
    public void A_release_has_its_own_model_or_the_nearest_older_one(string release, string? model) =>
        Assert.Equal(model, KernelVersion.ModelOf(release, ["article-fd", "linux-6.12", "linux-6.18", "linux-6.8"]));

    private void Refused(string file, string text, string sound, string wrong, string message)
    {
        Write(file, text.Replace(sound, wrong, StringComparison.Ordinal));
        var error = Assert.Throws<ModelException>(() => TraceReader.Read(folder));
        Assert.StartsWith(Path.Combine(folder, file), error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
