using System.Text.Json.Serialization;
using MountSim.Experiments.Fleets;
using MountSim.Experiments.Inputs;
using MountSim.Experiments.Planning;
using MountSim.Reporting.Json;

namespace MountSim.Reporting.Tests.Surface;

/// <summary>What --format json prints is what was agreed. Within a version of a format keys are only added.</summary>
public class JsonSchemas
{
    private static readonly Type[] Types =
        [.. typeof(ReportJsonContext).GetCustomAttributesData().Where(one => one.AttributeType == typeof(JsonSerializableAttribute)).Select(one => (Type)one.ConstructorArguments[0].Value!)];

    public static TheoryData<string> Documents => [.. Types.Select(NameOf)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_documents_schema_is_as_agreed(string document) =>
        Golden.Verify("MountSim.Reporting.Tests", $"schema-{document}.json", JsonSchema.Of(PlainJson.Context, Types.Single(type => NameOf(type) == document)));

    /// <summary>A plan's rows have the columns of the table that was asked: there is an example instead of a schema.</summary>
    [Fact]
    public void A_fleets_document_is_as_agreed()
    {
        var input = FleetInput.Read(InputTable.Parse("class,hosts,containers\nweb,10,100\n", "hosts.csv"), new Experiments.PredictRequest());
        var report = new FleetReport(input.Table, new FleetQuestion([Slo.Parse("start_p99_ms<=1s")], 10, null), [new FleetRow(input.Table.Rows[0], input.Classes[0], null, "a problem")], 1);
        using var text = new StringWriter { NewLine = "\n" };
        FleetJson.Write(text, report, "mountsim fleet hosts.csv");
        Golden.Verify("MountSim.Reporting.Tests", "fleet.json", text.ToString());
    }

    private static string NameOf(Type type) => type.IsGenericType ? $"{type.GetGenericArguments()[0].Name}s" : type.Name;
}
