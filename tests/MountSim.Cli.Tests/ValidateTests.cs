using MountSim.Experiments.Validation;

namespace MountSim.Cli.Tests;

public sealed class ValidateTests : IDisposable
{
    private readonly ToolUnderTest tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void A_target_that_is_met_exits_with_zero_and_one_that_is_missed_with_one()
    {
        tool.Validation = () => SampleValidation.Create() with { Target = new ValidationTarget("anything", Met: true) };
        Assert.Equal(ExitCode.Done, tool.Run("validate", "theory").Exit);
        tool.Validation = SampleValidation.Create;
        Assert.Equal(ExitCode.AnsweredNo, tool.Run("validate", "published").Exit);
    }

    [Fact]
    public void A_suite_that_judged_nothing_could_not_be_done_on_this_host()
    {
        tool.Validation = () => SampleValidation.Create() with { Cases = [SampleValidation.Create().Cases[2]] };
        Assert.Equal(ExitCode.HostCannot, tool.Run("validate", "theory").Exit);
    }

    [Fact]
    public void A_skip_is_loud_even_in_quiet() =>
        Assert.Contains("warning: SKIPPED S3, latency: this host has no such lock", tool.Run("validate", "theory", "--quiet").Error, StringComparison.Ordinal);

    [Fact]
    public void Table_csv_and_plot_go_where_they_are_asked_to()
    {
        var result = tool.Run("validate", "published", "--output", tool.In("rows.csv"), "--plot", tool.In("rows.svg"));
        Assert.Equal(["rows.csv", "rows.svg"], tool.Files());
        Assert.StartsWith("suite,case,quantity,unit,", File.ReadAllText(tool.In("rows.csv")), StringComparison.Ordinal);
        Assert.Equal("", result.Out);
        Assert.Contains("1 of 2 cases met", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_file_for_two_outputs_and_an_unknown_picture_are_refused_before_the_work()
    {
        tool.Validation = () => throw new InvalidOperationException("not to be run");
        Assert.Equal(ExitCode.BadInput, tool.Run("validate", "theory", "--output", tool.In("a.svg"), "--plot", tool.In("a.svg")).Exit);
        Assert.Equal(ExitCode.BadInput, tool.Run("validate", "theory", "--plot", tool.In("a.pdf")).Exit);
        Assert.Empty(tool.Files());
    }

    [Fact]
    public void Options_reach_the_suites()
    {
        tool.Run("validate", "theory", "--samples", "80000", "--seed", "7");
        Assert.Equal((80_000, 7L), (tool.Theory!.Samples, tool.Theory.Seed));
        tool.Run("validate", "published", "M2", "M5", "--replications", "3", "--threads", "2");
        Assert.Equal(["M2", "M5"], tool.Published!.Cases);
        Assert.Equal((3, (int?)2), (tool.Published.Replications, tool.Published.Threads));
    }

    [Fact]
    public void A_case_that_there_is_not_is_bad_usage()
    {
        using var real = new ToolUnderTest { RealSuites = true };
        var result = real.Run("validate", "published", "M99");
        Assert.Equal(ExitCode.BadInput, result.Exit);
        Assert.Contains("'M99': no such case", result.Error, StringComparison.Ordinal);
    }
}
