using System.Text.Json;
using MountSim.Experiments;
using MountSim.Reporting.Columns;

namespace MountSim.Reporting.Tests;

public class JsonTests
{
    private static readonly PredictionReport Report = SampleReport.Create() with { StartTimesMs = [60, 61.5, 900] };

    [Fact]
    public void A_report_is_written_whole() => Golden.Verify("MountSim.Reporting.Tests", "prediction.json", Rendered.Json(Report));

    [Fact]
    public void The_summary_and_the_locks_have_the_keys_of_the_csv()
    {
        using var document = JsonDocument.Parse(Rendered.Json(Report));
        Assert.Equal(PredictionColumns.All.Names, document.RootElement.GetProperty("summary").EnumerateObject().Select(key => key.Name));
        Assert.Equal([.. LocksColumns.All.Names, "wait_histogram"], document.RootElement.GetProperty("locks")[0].EnumerateObject().Select(key => key.Name));
    }

    [Fact]
    public void What_is_not_a_number_is_null()
    {
        using var document = JsonDocument.Parse(Rendered.Json(Report with { Summary = Report.Summary with { SpinCpuMs = double.NaN } }));
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("summary").GetProperty("spin_cpu_ms").ValueKind);
    }

    [Fact]
    public void A_foreign_culture_changes_no_byte() => Assert.Equal(Rendered.Json(Report), ForeignCulture.Under(() => Rendered.Json(Report)));
}
