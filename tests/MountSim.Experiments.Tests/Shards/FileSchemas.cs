using MountSim.Experiments.Shards;
using MountSim.Experiments.Sweeps;

namespace MountSim.Experiments.Tests.Shards;

/// <summary>What a part of a sweep or a fleet and a journal's row look like: another version of the tool may have to read them.</summary>
public class FileSchemas
{
    [Theory]
    [InlineData(typeof(SweepFile))]
    [InlineData(typeof(PartHeader))]
    [InlineData(typeof(PartLine))]
    public void A_parts_lines_are_as_agreed(Type type) => Golden.Verify("MountSim.Experiments.Tests", $"schema-{type.Name}.json", JsonSchema.Of(ShardJsonContext.Default, type));

    [Theory]
    [InlineData(typeof(FleetFile))]
    [InlineData(typeof(FleetLine))]
    public void The_lines_of_a_fleets_part_are_as_agreed(Type type) => Golden.Verify("MountSim.Experiments.Tests", $"schema-{type.Name}.json", JsonSchema.Of(FleetPartJson.Default, type));

    [Fact]
    public void A_journals_row_is_as_agreed() => Golden.Verify("MountSim.Experiments.Tests", "schema-PredictionSummary.json", JsonSchema.Of(SweepJsonContext.Default, typeof(PredictionSummary)));
}
