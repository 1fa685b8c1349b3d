using MountSim.Experiments;
using MountSim.Reporting.Columns;
using MountSim.Reporting.Csv;

namespace MountSim.Reporting.Tests;

public class CsvTests
{
    private static readonly PredictionReport Report = SampleReport.Create();

    [Fact]
    public void Predictions_have_the_contracts_columns_in_its_order() =>
        Assert.Equal(
            "scenario,machine,sockets,cores,smt,kernel,runtime,containers,concurrency,layers,volumes,host_mounts,profile,replications,seed,start_p50_ms,start_p95_ms,start_p99_ms,start_max_ms,start_p99_ci_low_ms,start_p99_ci_high_ms,makespan_ms,makespan_ci_low_ms,makespan_ci_high_ms,containers_per_s,sys_cpu_ms,spin_cpu_ms,bottleneck,bottleneck_utilization,bottleneck_wait_ms,mount_operations",
            string.Join(',', PredictionColumns.All.Names));

    [Fact]
    public void Locks_have_the_contracts_columns_in_its_order() =>
        Assert.Equal(
            "scenario,lock,mode,acquisitions,contended,wait_total_ms,wait_mean_us,wait_p99_us,hold_total_ms,hold_mean_us,utilization,retries,transfers_same_l3,transfers_same_socket,transfers_cross_socket,traced_contended,traced_wait_ms",
            string.Join(',', LocksColumns.All.Names));

    [Fact]
    public void Every_property_of_a_summary_is_a_column()
    {
        Assert.Equal(typeof(PredictionSummary).GetProperties().Length, PredictionColumns.All.Names.Count);
        // A histogram is no cell.
        Assert.Equal(typeof(LockSummary).GetProperties().Count(property => property.PropertyType == typeof(string) || property.PropertyType.IsValueType), LocksColumns.All.Names.Count);
    }

    [Fact]
    public void A_prediction_is_one_header_and_one_row() => Golden.Verify("MountSim.Reporting.Tests", "prediction.csv", Rendered.Csv(Report.Summary));

    [Fact]
    public void Locks_are_one_header_and_a_row_each() => Golden.Verify("MountSim.Reporting.Tests", "locks.csv", Rendered.Locks(Report.Locks));

    [Fact]
    public void Lines_end_in_carriage_return_and_line_feed()
    {
        var csv = Rendered.Csv(Report.Summary, Report.Summary);
        Assert.Equal(3, csv.Split("\r\n").Length - 1);
        Assert.Equal(3, csv.Count(character => character == '\n'));
        Assert.EndsWith("\r\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_with_comma_quote_or_line_break_is_quoted() =>
        Assert.StartsWith("\"a,\"\"b\"\"\nc\",", Rendered.Csv(Report.Summary with { Scenario = "a,\"b\"\nc" }).Split("\r\n")[1], StringComparison.Ordinal);

    [Fact]
    public void A_foreign_culture_changes_no_byte() =>
        Assert.Equal(
            Rendered.Csv(Report.Summary) + Rendered.Locks(Report.Locks),
            ForeignCulture.Under(() => Rendered.Csv(Report.Summary) + Rendered.Locks(Report.Locks)));

    [Theory]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(1e-7, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(-1e-9, "0")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(double.NaN, "")]
    [InlineData(double.PositiveInfinity, "")]
    public void A_number_has_no_exponent_and_at_most_six_decimals(double value, string expected) =>
        Assert.Contains($",{expected},", Rendered.Csv(Report.Summary with { ContainersPerS = value, SysCpuMs = 7 }).Split("\r\n")[1], StringComparison.Ordinal);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-2+3|cmd", "'-2+3|cmd")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("-", "-")]
    [InlineData("a=b", "a=b")]
    public void Text_that_would_run_as_a_formula_is_guarded_in_every_dialect(string text, string guarded) =>
        Assert.All(CsvDialect.All, dialect => Assert.StartsWith(guarded + dialect.Separator, Dialect(dialect, Report.Summary with { Scenario = text }).Split("\r\n")[1], StringComparison.Ordinal));

    [Fact]
    public void A_negative_number_is_no_formula() => Assert.Contains(",-2.5,", Rendered.Csv(Report.Summary with { ContainersPerS = -2.5 }), StringComparison.Ordinal);

    [Fact]
    public void The_dialect_for_a_decimal_comma_has_commas_semicolons_and_a_mark()
    {
        var csv = Dialect(CsvDialect.ExcelEu, Report.Summary);
        Assert.StartsWith("\uFEFFscenario;machine;", csv, StringComparison.Ordinal);
        Assert.Contains(";357,125;838;887,5;", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_titles_with_units_and_headings_say_them_to_people()
    {
        var column = PredictionColumns.All.Single(one => one.Name == "start_p99_ms");
        Assert.Equal("start p99 (ms)", column.Heading);
    }

    private static string Dialect(CsvDialect dialect, PredictionSummary row)
    {
        using var writer = new StringWriter();
        CsvTable.Write(writer, PredictionColumns.All, [row], dialect);
        return writer.ToString();
    }
}
