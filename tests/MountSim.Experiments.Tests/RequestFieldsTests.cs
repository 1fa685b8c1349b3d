using MountSim.Experiments.Requests;
using MountSim.Model;

namespace MountSim.Experiments.Tests;

public class RequestFieldsTests
{
    [Fact]
    public void Every_property_of_a_request_and_its_workload_has_a_field()
    {
        // Not the user's to say: how long systemd and agents parse a line, what follows of concurrency and containers, how a real burst's threads run, and the sum of --set, --userns and --containers-per-pod.
        string[] none = ["Workload", "SystemdParseMicroseconds", "AgentParseMicroseconds", "MostInFlight", "OneThreadASlot"];
        var properties = typeof(PredictRequest).GetProperties().Concat(typeof(Model.Workloads.Workload).GetProperties()).Select(property => property.Name).Except(none);
        Assert.Equal(properties.Count(), RequestFields.All.Count);
        Assert.Same(RequestFields.Find("agents", "test"), RequestFields.Find("mountinfo-readers", "test"));
    }

    [Fact]
    public void A_field_takes_back_what_it_writes()
    {
        var request = RequestFields.All.Aggregate(new PredictRequest(), (so, field) => field.Set(so, Sample(field)));
        Assert.All(RequestFields.All, field => Assert.Equal(Sample(field), field.Text(request)));
        var again = RequestFields.All.Aggregate(new PredictRequest(), (so, field) => field.Set(so, field.Text(request)!));
        Assert.Equal(RequestFields.Canonical(request), RequestFields.Canonical(again));
    }

    [Fact]
    public void Requests_that_differ_have_different_canonical_texts_and_threads_make_no_difference()
    {
        var request = new PredictRequest();
        Assert.All(
            RequestFields.All.Where(field => field.Name != "threads"),
            field => Assert.NotEqual(RequestFields.Canonical(request), RequestFields.Canonical(field.Set(request, Sample(field)))));
        Assert.Equal(RequestFields.Canonical(request), RequestFields.Canonical(request with { Threads = 3 }));
    }

    [Fact]
    public void A_value_out_of_bounds_is_refused_with_what_is_allowed()
    {
        var refused = Assert.Throws<ModelException>(() => RequestFields.Find("layers", "a.csv:2").Set(new PredictRequest(), "0"));
        Assert.Equal("found '0'; allowed: a whole number from 1 to 500", refused.Problem);
    }

    [Fact]
    public void A_mistyped_name_is_refused_with_the_nearest()
    {
        var refused = Assert.Throws<ModelException>(() => RequestFields.Find("layer", "a.csv:2"));
        Assert.StartsWith("a.csv:2: there is no option 'layer'; did you mean 'layers'?", refused.Message, StringComparison.Ordinal);
    }

    private static string Sample(RequestField field) => field switch
    {
        { Name: "set" } => "A=1 B=2",
        { Name: "precision" } => "5%",
        { Name: "cgroup-driver" } => "systemd",
        { Name: "api" } => "fd",
        { Name: "smt" } => "off",
        { Name: "what-if" } => "namespace_sem=x0.5",
        { IsFlag: true } => "on",
        { IsNumber: true } => "4",
        _ => "x.yaml",
    };
}
