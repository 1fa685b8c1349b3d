using MountSim.Reporting.Columns;
using MountSim.Reporting.Csv;
using MountSim.Reporting.Tables;

namespace MountSim.Reporting.Tests;

public class ProfileTests
{
    [Fact]
    public void A_profile_is_a_row_a_cost()
    {
        var profile = SampleProfile.Create();
        using var writer = new StringWriter();
        CsvTable.Write(writer, ProfileColumns.All, profile.Costs.Select(cost => (profile.Name, cost)));
        Golden.Verify("MountSim.Reporting.Tests", "profile.csv", writer.ToString());
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void A_profile_fits_the_width(int width)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ProfileTable.Write(writer, SampleProfile.Create(), new TableSettings(width, Color: false));
        Assert.All(writer.ToString().Split('\n'), line => Assert.True(line.Length <= width, line));
        Golden.Verify("MountSim.Reporting.Tests", $"profile-{width}.txt", writer.ToString());
    }
}
