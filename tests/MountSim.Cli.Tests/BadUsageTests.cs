namespace MountSim.Cli.Tests;

/// <summary>Each bad command line exits with 2, says what is wrong on standard error, and writes and predicts nothing.</summary>
public sealed class BadUsageTests : IDisposable
{
    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("prdict", "'prdict': no such command; did you mean 'predict'?")]
    [InlineData("models", "mountsim models: no command given; allowed: list, show, check")]
    [InlineData("models lst", "'lst': no such command; did you mean 'list'?")]
    [InlineData("models check linux-6.13", "models check: no model is named 'linux-6.13'; did you mean 'linux-6.1")]
    [InlineData("models check --kernel linux-6.12", "--kernel: found 'linux-6.12' without --against; allowed: both")]
    [InlineData("models check --against no/such/folder", "no/such/folder: no traces there; allowed: a directory with lock-trace.csv, lock-ops.csv or lock-ops-cpus.csv")]
    [InlineData("models check no/such.yaml", "no/such.yaml: cannot be read: ")]
    [InlineData("models check --output no/such/folder/a.csv", "--output: 'no/such/folder/a.csv' is in a directory that does not exist")]
    [InlineData("models show", "mountsim models show: no NAME given")]
    [InlineData("models show linux-6.2", "models show: no model is named 'linux-6.2'; did you mean 'linux-6.1'?")]
    [InlineData("calibrate --relative-error 0%", "--relative-error: found '0%'; allowed: 0.01% to 100%, or the fraction 0.0001 to 1")]
    [InlineData("calibrate --seed 2147483648", "--seed: found '2147483648'; allowed: a whole number from 0 to 2147483647")]
    [InlineData("calibrate --time-limit 0", "--time-limit: found '0'; allowed: a number above 0, at most 86400")]
    [InlineData("calibrate --kernel linux-6.2", "--kernel: linux-6.2: no kernel is named 'linux-6.2'; did you mean")]
    [InlineData("calibrate --output /", "--output: '/' is a directory")]
    [InlineData("compare", "nothing to compare with; give --with, --what-if or --mitigations")]
    [InlineData("compare --mitigations --with smt=off", "--mitigations: found beside --with or --what-if; allowed: alone")]
    [InlineData("compare --with smt=off --rank-by start_p99_ms", "--rank-by: found 'start_p99_ms' without --mitigations; allowed: with it")]
    [InlineData("compare --with smt=of", "--with smt: found 'of'; did you mean")]
    [InlineData("compare --with kernal=x", "--with: there is no option 'kernal'; did you mean 'kernel'?")]
    [InlineData("compare --what-if namespace_sem=0.5", "--what-if: found 'namespace_sem=0.5'; allowed: NAME=xFACTOR")]
    [InlineData("compare --with layers=2 --plot a.pdf", "--plot: 'a.pdf' names no known format")]
    [InlineData("predict --what-if namespace_sem=x-1", "--what-if: found 'namespace_sem=x-1'; allowed: NAME=xFACTOR with a factor from 0 to 1000")]
    [InlineData("predict --rate 0", "--rate: found '0'; allowed: a number above 0, at most 1000000")]
    [InlineData("capacity", "--slo: none given; allowed: one or more, such as start_p99_ms<=10000")]
    [InlineData("capacity --slo start_p99<=5", "--slo: there is no result 'start_p99'; did you mean 'start_p99_ms'?")]
    [InlineData("capacity --slo start_p99_ms<=5 --vary kernel", "--vary: found 'kernel'; allowed: a number of the scenario")]
    [InlineData("capacity --slo start_p99_ms<=5 --output same.csv --plot same.csv", "--plot: 'same.csv' names no known format")]
    [InlineData("predict --corse 4", "--corse: no such option; did you mean --cores?")]
    [InlineData("predict foo", "'foo': mountsim predict takes no argument without an option before it")]
    [InlineData("predict --cores", "--cores: found no value; allowed: one value (N)")]
    [InlineData("predict --cores 4 --cores 5", "--cores: found '4', '5'; allowed: one value (N)")]
    [InlineData("predict --cores 0", "--cores: found '0'; allowed: a whole number from 1 to 8192")]
    [InlineData("predict --cores 1e2", "--cores: found '1e2'; allowed: a whole number")]
    [InlineData("predict --cores 1,5", "--cores: found '1,5'; allowed: a whole number")]
    [InlineData("predict --containers 99999999999999999999", "--containers: found '99999999999999999999'; allowed: a whole number from 1 to 1000000")]
    [InlineData("predict --layers -1", "--layers: found '-1'; allowed: a whole number from 1 to 500")]
    [InlineData("predict --agent-reads NaN", "--agent-reads: found 'NaN'; allowed: a number from 0 to 1000")]
    [InlineData("predict --systemd-scans Infinity", "--systemd-scans: found 'Infinity'; allowed: a number from 0 to 1000")]
    [InlineData("predict --walks-per-cpu-ms 1e999", "--walks-per-cpu-ms: found '1e999'; allowed: a number from 0 to 10000")]
    [InlineData("predict --lifetime 0", "--lifetime: found '0'; allowed: a number above 0, at most 1000000")]
    [InlineData("predict --precision 5", "--precision: found '5'; allowed: 0.1% to 100%, or the fraction 0.001 to 1")]
    [InlineData("predict --precision %", "--precision: found '%'")]
    [InlineData("predict --seed 1.5", "--seed: found '1.5'; allowed: a whole number from 0 to 9223372036854775807")]
    [InlineData("predict --smt of", "--smt: found 'of'; did you mean")]
    [InlineData("predict --cgroup-driver sytemd", "--cgroup-driver: found 'sytemd'; did you mean 'systemd'?")]
    [InlineData("predict --set MD", "--set: found 'MD'; allowed: NAME=VALUE with a number from 0 to 1000000")]
    [InlineData("predict --set MD=2 --set MD=3", "--set: found 'MD=3'; allowed: MD once")]
    [InlineData("predict --format xml", "--format: found 'xml'; allowed: table, csv, json, xlsx")]
    [InlineData("predict --format xlsx", "--format: found 'xlsx' without --output; allowed: with --output FILE.xlsx")]
    [InlineData("predict --csv-dialect excel --format json", "--csv-dialect: found 'excel', but the result is no CSV; allowed: with --format csv")]
    [InlineData("models list --format xlsx", "--format: found 'xlsx'; allowed: table, csv, json")]
    [InlineData("fleet", "mountsim fleet: no FILE given")]
    [InlineData("fleet no/such.csv", "no/such.csv: cannot be read: ")]
    [InlineData("fleet no/such.csv --slo start", "--slo: found 'start'; allowed: a result of predict")]
    [InlineData("sweep --plot a.pdf", "--plot: 'a.pdf' names no known format")]
    [InlineData("sweep --containers 10,none", "--containers: found 'none'; allowed: a whole number from 1 to 1000000")]
    [InlineData("sweep --containers 10..5", "--containers: found '10..5'; allowed: FROM..TO")]
    [InlineData("sweep --kernel linux-6.12,linux-6.13", "--kernel: no kernel is named 'linux-6.13'; did you mean")]
    [InlineData("sweep --runtime runc-1.5,runc-1.5", "--runtime: found 'runc-1.5,runc-1.5', which has runc-1.5 twice")]
    [InlineData("sweep --set MD=1,2 --set MD=3", "--set: sets MD twice; allowed: once")]
    [InlineData("sweep --design no/such.csv", "no/such.csv: cannot be read: ")]
    [InlineData("sweep --design design.txt", "--design: 'design.txt' names no known format; allowed: a name that ends in .csv, .yaml or .yml")]
    [InlineData("sweep --journal no/such/folder/j", "--journal: 'no/such/folder/j' cannot be opened")]
    [InlineData("sweep --output no/such/folder/a.csv", "--output: 'no/such/folder/a.csv' is in a directory that does not exist")]
    [InlineData("predict --cores 3 --sockets 2", "--cores: found '3', which cannot be split over 2 sockets; allowed: a multiple of 2")]
    [InlineData("predict --cores 8 --possible-cpus 4", "--possible-cpus: found '4' with --cores 8; allowed: at least as many")]
    [InlineData("predict --precision 5% --max-replications 5", "--max-replications: found '5' with --replications 10; allowed: at least as many")]
    [InlineData("predict --precision 5% --replications 1", "--replications: found '1' with --precision; allowed: 2 or more")]
    [InlineData("predict --plot start.pdf", "--plot: 'start.pdf' names no known format; allowed: a name that ends in .svg or .png")]
    [InlineData("predict --output no/such/folder/a.csv", "--output: 'no/such/folder/a.csv' is in a directory that does not exist")]
    [InlineData("predict --output /", "--output: '/' is a directory")]
    [InlineData("predict --output same.csv --locks ./same.csv", "--locks: './same.csv' is also the file of --output")]
    public void A_bad_command_line_is_refused(string line, string message)
    {
        var result = tool.Run(line.Split(' '));
        Assert.Contains("error: " + message, result.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.BadInput, ""), (result.Exit, result.Out));
        Assert.Null(tool.Asked);
        Assert.Null(tool.Measured);
        Assert.False(File.Exists("same.csv"));
    }

    [Fact]
    public void All_problems_are_said_at_once()
    {
        var error = tool.Run("predict", "--cores", "x", "--layers", "0", "--smt", "3").Error;
        Assert.Equal(3, error.Split("error: ").Length - 1);
        Assert.EndsWith("Run 'mountsim predict --help' for examples and all options.\n", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    public void A_name_is_text_on_one_line(string name) => Assert.Equal(ExitCode.BadInput, tool.Run("predict", "--scenario", name).Exit);

    [Fact]
    public void A_device_is_no_output_file()
    {
        if (!OperatingSystem.IsLinux()) return;
        Assert.Equal(ExitCode.BadInput, tool.Run("predict", "--output", "/dev/null").Exit);
    }

    [Fact]
    public void When_one_output_is_bad_the_good_one_is_not_written()
    {
        var result = tool.Run("predict", "--output", tool.In("good.csv"), "--plot", tool.In("missing/plot.svg"));
        Assert.Equal(ExitCode.BadInput, result.Exit);
        Assert.Empty(tool.Files());
    }
}
