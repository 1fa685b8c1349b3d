using Microsoft.Extensions.Primitives;
using MountSim.Experiments;
using MountSim.Model;

namespace MountSim.Serve.Tests;

/// <summary>What an address may say: what the page shows, within its bounds, and never a file.</summary>
public sealed class PageFieldsTests
{
    [Fact]
    public void What_is_not_said_is_as_in_the_request_it_starts_from() =>
        Assert.Equal(7, Read(new PredictRequest { Seed = 7 }, ("containers", "20")).Seed);

    [Theory]
    [InlineData("contaners", "20", "contaners: there is no such parameter; did you mean 'containers'?")]
    [InlineData("containers", "0", "containers: found '0'; allowed: a whole number from 1")]
    [InlineData("containers", "1001", "containers: found '1001'; this page takes 1 to 1000; others on the command line: mountsim predict --containers 1001")]
    [InlineData("containers", "1e3", "containers: found '1e3'; allowed: a whole number")]
    [InlineData("containers", "", "containers: found ''; allowed: a whole number")]
    [InlineData("containers", "99999999999999999999", "containers: found '99999999999999999999'; allowed: a whole number")]
    [InlineData("machine", "/etc/passwd", "machine: found '/etc/passwd'; allowed: c6a.metal")]
    [InlineData("kernel", "../linux-6.12", "kernel: found '../linux-6.12'; did you mean 'linux-6.12'?")]
    [InlineData("runtime", "./runc-1.5", "runtime: found './runc-1.5'; did you mean 'runc-1.5'?")]
    [InlineData("profile", "x.json", "profile: is not on this page; use it on the command line: mountsim predict --profile")]
    [InlineData("threads", "4", "threads: is not on this page")]
    [InlineData("smt", "2", "smt: found '2'; did you mean 'on'? Allowed: on, off")]
    public void What_is_wrong_is_named_with_its_value_and_the_remedy(string name, string value, string message) =>
        Assert.StartsWith(message, Assert.Throws<ModelException>(() => Read(new PredictRequest(), (name, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_parameter_is_said_once() =>
        Assert.Equal(
            "containers: found 2 values; allowed: one",
            Assert.Throws<ModelException>(() => PageFields.Read(new PredictRequest(), [new("containers", new StringValues(["1", "2"]))])).Message);

    [Fact]
    public void Cores_are_split_evenly() =>
        Assert.Equal(
            "--cores: found '5', which cannot be split over 2 sockets; allowed: a multiple of 2",
            Assert.Throws<ModelException>(() => Read(new PredictRequest(), ("cores", "5"), ("sockets", "2"))).Message);

    [Fact]
    public void A_message_repeats_neither_control_characters_nor_pages_of_text()
    {
        var message = Assert.Throws<ModelException>(() => Read(new PredictRequest(), (new string('x', 5_000) + "\n", "1"))).Message;
        Assert.DoesNotContain('\n', message);
        Assert.InRange(message.Length, 60, 400);
    }

    [Fact]
    public void Every_bound_of_a_slider_is_a_value_of_its_field()
    {
        foreach (var field in PageFields.All.Where(field => field.Choices.Count == 0))
        {
            field.Set(new PredictRequest(), $"{field.Min}");
            field.Set(new PredictRequest(), $"{field.Max}");
        }
    }

    private static PredictRequest Read(PredictRequest start, params (string Name, string Value)[] query) =>
        PageFields.Read(start, query.Select(one => new KeyValuePair<string, StringValues>(one.Name, one.Value)));
}
