using MountSim.Model.Runtimes;

namespace MountSim.Model.Tests.Runtimes;

/// <summary>Which model describes a program that is installed, by the version it says.</summary>
public class DescribedPrograms
{
    [Theory]
    [InlineData("runc", "1.1.5+ds1", "runc-1.1")]
    [InlineData("runc", "1.1.14", "runc-1.1")]
    [InlineData("runc", "1.3.6", "runc-1.5")]
    [InlineData("runc", "1.4.3", "runc-1.5")]
    [InlineData("runc", "1.5.1", "runc-1.5")]
    [InlineData("crun", "1.8.1", "crun-1.8")]
    [InlineData("crun", "1.18.2", "crun-1.8")]
    [InlineData("crun", "1.29.1", "crun-1.29")]
    public void A_version_is_described_by_the_model_whose_file_says_so(string program, string version, string model) =>
        Assert.Equal(model, Describing(program, version, "6.12.1")?.Name);

    [Theory]
    [InlineData("runc", "1.1.15")]
    [InlineData("runc", "1.2.0")]
    [InlineData("runc", "1.3.5")]
    [InlineData("runc", "1.4.2")]
    [InlineData("runc", "1.6.0")]
    [InlineData("crun", "0.21")]
    [InlineData("crun", "1.19")]
    [InlineData("crun", "1.30")]
    [InlineData("youki", "0.5.4")]
    public void A_version_between_the_models_is_nobodys(string program, string version) => Assert.Null(Describing(program, version, "6.12.1"));

    [Fact]
    public void From_a_kernel_on_a_program_may_start_otherwise()
    {
        Assert.Equal("crun-1.29", Describing("crun", "1.29", "6.19.3-amd64")?.Name);
        Assert.Equal("crun-1.29-otn", Describing("crun", "1.29", "7.0.0-rc2")?.Name);
    }

    [Fact]
    public void A_model_says_what_it_describes() =>
        Assert.Equal(["crun 1.29", "crun 1.29 from Linux 7.0 on", "crun 1.0 to 1.18"], RuntimeCatalog.Of("crun").Select(model => model.Describes!.ToString()));

    [Theory]
    [InlineData("versions: [ 1.2 ]", "lacks the key 'program'")]
    [InlineData("program: runc", "lacks the key 'versions'")]
    [InlineData("program: runc, versions: [ new ]", "'versions' is 'new'; allowed: a version such as 1.5")]
    [InlineData("program: runc, versions: [ 1.0 to 1.1 to 1.2 ]", "FIRST to LAST")]
    [InlineData("program: runc, versions: [ 1.0 ], from_kernel: 7", "'from_kernel' is '7'")]
    public void A_description_that_cannot_be_read_is_refused_at_its_place(string describes, string message)
    {
        var text = $"name: toy\ntitle: a toy\nsource: made up\nextends: crun-1.8\ndescribes: {{ {describes} }}\n";
        var error = Assert.Throws<ModelException>(() => RuntimeFile.Parse(text, "toy.yaml"));
        Assert.StartsWith("toy.yaml:5:", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static RuntimeModel? Describing(string program, string version, string kernel) =>
        RuntimeCatalog.Describing(program, ProgramVersion.Find(version)!, ProgramVersion.Find(kernel)!);
}
