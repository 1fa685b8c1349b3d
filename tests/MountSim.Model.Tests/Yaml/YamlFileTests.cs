using MountSim.Model.Yaml;

namespace MountSim.Model.Tests.Yaml;

public class YamlFileTests
{
    [Theory]
    [InlineData("", "found 0 YAML documents")]
    [InlineData("a: 1\n---\nb: 2\n", "found 2 YAML documents")]
    [InlineData("- 1\n", "'document' is a list; allowed: a mapping")]
    [InlineData("just text", "'document' is 'just text'; allowed: a mapping")]
    [InlineData("[a]: 1\n", "a key of 'document' is not plain text")]
    [InlineData("a: [1, 2", "not valid YAML")]
    [InlineData("a: \"x", "not valid YAML")]
    [InlineData("a: &x [1, *x]", "aliases are not supported")]
    [InlineData("a: &x 1\nb: *x", "aliases are not supported")]
    public void A_text_that_is_no_mapping_is_refused(string text, string expected)
    {
        var error = Assert.Throws<ModelException>(() => YamlFile.Parse(text, "file.yaml"));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Matches(@"^file\.yaml:\d+:\d+: ", error.Message);
    }

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.Throws<ModelException>(() => YamlFile.Parse("a: " + new string('[', 200_000), "file.yaml"));

    [Fact]
    public void A_missing_file_is_refused_by_name() =>
        Assert.StartsWith("nowhere.yaml: cannot be read", Assert.Throws<ModelException>(() => YamlFile.Read("nowhere.yaml")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("x: 1,5")]
    [InlineData("x: NaN")]
    [InlineData("x: .inf")]
    [InlineData("x:")]
    [InlineData("x: [1]")]
    public void A_number_is_finite_and_invariant(string text)
    {
        var error = Assert.Throws<ModelException>(() => YamlFile.Parse(text, "file.yaml").Require("x").AsNumber());
        Assert.Contains("'x' is ", error.Message, StringComparison.Ordinal);
        Assert.Contains("allowed: a number", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_are_read_as_their_types()
    {
        var map = YamlFile.Parse("text: hello\nnumber: 1.5e3\nwhole: -4\nflag: true\nlist: [1, 2]\nmap: {a: b}\n", "file.yaml");
        Assert.Equal("hello", map.Require("text").AsText());
        Assert.Equal(1500, map.Require("number").AsNumber());
        Assert.Equal(-4, map.Require("whole").AsInteger(-10));
        Assert.True(map.Flag("flag", false));
        Assert.Equal(2, map.Require("list").AsList()[1].AsInteger());
        Assert.Equal("b", map.Require("map").AsMap().Require("a").AsText());
        Assert.Equal(7, map.Number("absent", 7));
        Assert.Equal("file.yaml:5:11", map.Require("list").AsList()[1].Place);
    }

    [Fact]
    public void Unknown_keys_are_refused_with_the_nearest_name()
    {
        var map = YamlFile.Parse("sockets: 2\ncoers: 4\n", "m.yaml");
        var error = Assert.Throws<ModelException>(() => map.AllowOnly("sockets", "cores"));
        Assert.Equal("m.yaml:2:1: unknown key 'coers' in 'document'; did you mean 'cores'? Allowed: sockets, cores", error.Message);
    }

    [Fact]
    public void Bounds_and_names_are_checked()
    {
        var map = YamlFile.Parse("n: 7\nkind: mutx\n", "m.yaml");
        Assert.Contains("allowed: a whole number from 1 to 4", Assert.Throws<ModelException>(() => map.Require("n").AsInteger(1, 4)).Message, StringComparison.Ordinal);
        var names = new Dictionary<string, int> { ["mutex"] = 1, ["rwsem"] = 2 };
        Assert.Contains("did you mean 'mutex'?", Assert.Throws<ModelException>(() => map.Require("kind").AsOneOf(names)).Message, StringComparison.Ordinal);
    }
}
