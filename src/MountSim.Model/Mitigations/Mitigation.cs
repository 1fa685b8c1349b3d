using MountSim.Model.Yaml;

namespace MountSim.Model.Mitigations;

/// <summary>Something that a platform team can do, with what it costs them.</summary>
/// <param name="Name">Its file's name.</param>
/// <param name="Title">What is done, in a line.</param>
/// <param name="Source">Where it is described.</param>
/// <param name="Price">What it costs, as published, or labelled as a guess.</param>
/// <param name="PriceSource">Who published the price.</param>
/// <param name="Omits">What of the scenario the changed models leave out, so that part of what it seems to buy is that; null when it is like for like.</param>
/// <param name="Changes">What of a scenario it changes, in order.</param>
public sealed record Mitigation(string Name, string Title, string Source, string Price, string PriceSource, string? Omits, IReadOnlyList<MitigationChange> Changes)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="ModelException">The file is wrong; the message names the place.</exception>
    public static Mitigation Read(YamlMap file)
    {
        file.AllowOnly("name", "title", "source", "price", "price_source", "omits", "change");
        var changes = file.Require("change").AsMap();
        if (changes.Keys.Count == 0) throw changes.Self.Refuse("at least one OPTION: VALUE");
        return new Mitigation(
            file.Require("name").AsText(),
            file.Require("title").AsText(),
            file.Require("source").AsText(),
            file.Require("price").AsText(),
            file.Require("price_source").AsText(),
            file.Find("omits")?.AsText(),
            [.. changes.Keys.Select(key => MitigationChange.Read(changes.Require(key)))]);
    }
}
