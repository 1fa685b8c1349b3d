using System.Diagnostics;
using System.Text;
using MountSim.Hardening.Fuzzing;

namespace MountSim.Hardening.Tests;

/// <summary>Inputs made to break readers, each by name: refused at once, with the file's name, and little memory.</summary>
[Collection(Given.OneAfterTheOther)]
public sealed class Bombs(Given given) : IClassFixture<Given>
{
    private const long TenGigabytes = 10L << 30;
    private static readonly string[] Yaml = ["models check {}/in.yaml", "predict --kernel {}/in.yaml", "predict --machine {}/in.yaml", "predict --runtime {}/in.yaml", "sweep --design {}/in.yaml"];
    private static readonly string[] Json = ["predict --profile {}/in.json", "report {}/in.json", "calibrate --against {}/in.json"];
    private static readonly string[] Csv = ["fleet {}/in.csv", "sweep --design {}/in.csv"];

    private static readonly string[] Folders = ["sweep status {}", "sweep merge {}", "models check --against {}", "models trace {} --output {}"];

    public static TheoryData<string> OfYaml => [.. Yaml];

    public static TheoryData<string> OfJson => [.. Json];

    public static TheoryData<string> OfAll => [.. Yaml, .. Json, .. Csv];

    public static TheoryData<string, string> OfFolders =>
        new() { { Folders[0], "sweep.json" }, { Folders[1], "sweep.json" }, { Folders[2], "lock-trace.csv" }, { Folders[2], "lock-ops.csv" }, { Folders[3], "costs" } };

    [Theory]
    [MemberData(nameof(OfYaml))]
    public void A_billion_laughs_are_not_laughed(string line)
    {
        var lol = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (var level = 1; level < 10; level++) lol.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n");
        Refused(line, lol.ToString());
    }

    [Theory]
    [MemberData(nameof(OfYaml))]
    public void An_alias_of_itself_is_no_circle(string line) => Refused(line, "a: &a [*a]\n");

    [Theory]
    [MemberData(nameof(OfYaml))]
    public void Deep_yaml_is_refused(string line)
    {
        Refused(line, "a: " + new string('[', 200_000));
        Refused(line, "a: " + string.Concat(Enumerable.Repeat("{a: ", 100_000)));
        Refused(line, string.Concat(Enumerable.Range(0, 1_500).Select(depth => new string(' ', depth) + "a:\n")));
    }

    [Theory]
    [MemberData(nameof(OfJson))]
    public void Deep_json_is_refused(string line)
    {
        Refused(line, "{\"schema\":1,\"format\":\"mountsim-prediction/1\",\"a\":" + new string('[', 1_000_000));
        Refused(line, string.Concat(Enumerable.Repeat("{\"a\":", 1_000_000)));
    }

    [Theory]
    [MemberData(nameof(OfAll))]
    public void A_line_of_ten_gigabytes_is_refused_unread(string line) => Assert.Contains("is larger than", RefusedFile(line, NameIn(line), file =>
    {
        using var sparse = new FileStream(file, FileMode.CreateNew);
        sparse.SetLength(TenGigabytes);
    }), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(OfFolders))]
    public void A_line_of_ten_gigabytes_in_a_folder_is_refused_unread(string line, string name) => Assert.Contains("is larger than", RefusedFile(line, name, file =>
    {
        using var sparse = new FileStream(file, FileMode.CreateNew);
        sparse.SetLength(TenGigabytes);
    }), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(OfAll))]
    public void What_has_no_end_is_no_file(string line)
    {
        foreach (var endless in new[] { "/dev/zero", "/dev/urandom", "/dev/tty" }) Assert.Contains("is a device", RefusedFile(line, NameIn(line), file => File.CreateSymbolicLink(file, endless)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OfAll))]
    public void A_pipe_that_nobody_writes_is_not_waited_for(string line) => Assert.Contains("is a named pipe", RefusedFile(line, NameIn(line), file => Process.Start("mkfifo", [file]).WaitForExit()), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(OfAll))]
    public void A_folder_is_no_file(string line) => Assert.Contains("is a directory", RefusedFile(line, NameIn(line), file => Directory.CreateDirectory(file)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(OfAll))]
    public void A_link_to_itself_is_said_to_be_one(string line) => RefusedFile(line, NameIn(line), file => File.CreateSymbolicLink(file, file));

    [Theory]
    [MemberData(nameof(OfAll))]
    public void Bytes_that_are_no_text_are_refused_with_their_line(string line)
    {
        if (line.Contains("report", StringComparison.Ordinal)) return; // JSON's own reader says it in its words
        Assert.Contains(":2: is not UTF-8", RefusedFile(line, NameIn(line), file => File.WriteAllBytes(file, [(byte)'a', (byte)'\n', 0xC3, 0x28])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    [InlineData("NaN")]
    [InlineData(".nan")]
    [InlineData(".inf")]
    [InlineData("Infinity")]
    [InlineData("99999999999999999999999999")]
    public void Numbers_past_every_range_are_no_costs(string number) => Refused("predict --machine {}/in.yaml", File.ReadAllText(Path.Combine(Corpus.Root, "models/machines/r5.metal.yaml")).Replace("sockets: 2", $"sockets: {number}", StringComparison.Ordinal));

    [Fact]
    public void A_million_million_scenarios_are_not_begun() => Refused("sweep --design {}/in.yaml", "containers: 1..1000000\nlayers: 1..500\nvolumes: 0..1000\n");

    [Fact]
    public void A_range_without_end_is_not_counted() => Refused("sweep --design {}/in.yaml", "agent-reads: 0..1000:0.000000001\n");

    [Fact]
    public void A_runtime_of_steps_without_end_is_not_unrolled() =>
        Refused("predict --runtime {}/in.yaml", File.ReadAllText(Path.Combine(Corpus.Root, "models/runtimes/k8s-containerd-2.3.yaml")).Replace("P: 6", "P: 99999999999999999999", StringComparison.Ordinal), "runtime ");

    [Fact]
    public void A_sweep_of_shards_without_end_is_not_listed() => Refused("sweep status {}", "{\"format\":\"mountsim-sweep-shards/1\",\"sweep\":\"\",\"version\":\"\",\"seed\":\"1\",\"shards\":2000000000,\"scenarios\":1,\"grids\":[{\"axes\":[],\"place\":\"\"}]}", name: "sweep.json");

    private static string NameIn(string line) => line.Contains("in.yaml", StringComparison.Ordinal) ? "in.yaml" : line.Contains("in.json", StringComparison.Ordinal) ? "in.json" : "in.csv";

    private void Refused(string line, string text, string? names = null, string? name = null)
    {
        var result = given.Of(new FuzzCase(line.Split(' '), [(name ?? NameIn(line), Encoding.UTF8.GetBytes(text))], name ?? NameIn(line)));
        if (line.StartsWith("models check", StringComparison.Ordinal) && result.Verdict == Verdict.Accepted) return; // the answer is "no", with the place
        Assert.True(result.Verdict == Verdict.Refused, $"{names}{result.Problem}");
    }

    // A file that is no text of ours: made in the folder after it was prepared.
    private string RefusedFile(string line, string name, Action<string> make)
    {
        var result = given.Of(new FuzzCase(line.Split(' '), [], name) { Makes = folder => make(Path.Combine(folder, name)) });
        Assert.True(result.Verdict == Verdict.Refused || line.StartsWith("models check {}", StringComparison.Ordinal), result.Problem);
        return result.Said;
    }
}
