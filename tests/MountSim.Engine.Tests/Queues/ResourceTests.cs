namespace MountSim.Engine.Tests.Queues;

public class ResourceTests
{
    [Fact]
    public void A_resource_of_no_servers_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Resource(0));

    [Fact]
    public void Releasing_what_nobody_holds_is_refused() => Assert.Throws<InvalidOperationException>(() => new Resource(1).Release());

    [Fact]
    public void Servers_are_given_in_the_order_of_request_however_long_the_queue_is()
    {
        var simulation = new Simulation();
        var resource = new Resource(2);
        var order = new List<int>();
        var holders = new List<Events.Scripted>();
        for (var i = 0; i < 100; i++)
        {
            var number = i;
            holders.Add(new Events.Scripted(simulation, _ => order.Add(number)));
        }

        var granted = holders.Count(resource.Request);
        Assert.Equal(2, granted);
        Assert.Equal(98, resource.Waiting);
        for (var i = 0; i < 98; i++) resource.Release();
        simulation.Run();
        Assert.Equal(Enumerable.Range(2, 98), order);
        Assert.Equal(2, resource.InUse);
        Assert.Equal(0, resource.Waiting);
    }
}
