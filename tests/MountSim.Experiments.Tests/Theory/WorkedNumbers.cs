using MountSim.Experiments.Theory.ClosedForms;
using MountSim.Experiments.Theory.Locks;
using MountSim.Experiments.Theory.Queues;

namespace MountSim.Experiments.Tests.Theory;

/// <summary>The closed forms of the tests against numbers worked out elsewhere, to the digits printed there.</summary>
public class WorkedNumbers
{
    private const double Micro = 1000; // times are ns, rates a microsecond

    [Fact]
    public void MM1_at_four_fifths()
    {
        var queue = new SingleServer(8, ServiceTime.Exponential(0.1));
        Assert.Equal([4, 3.2, 0.5, 0.4], Rounded(queue.Population, queue.QueueLength, queue.Response, queue.QueueWait));
        Assert.Equal([0.2, 0.16, 0.128, 0.1024], Rounded([.. Enumerable.Range(0, 4).Select(queue.ExponentialProbability)]));
        Assert.Equal(0.135335283, queue.ExponentialTail(1), 9);
        Assert.Equal(0.05, queue.ExponentialTail(1.497866137), 9);
    }

    [Fact]
    public void MD1_at_four_fifths()
    {
        var queue = new SingleServer(8, ServiceTime.Constant(0.1));
        Assert.Equal([2.4, 1.6, 0.3, 0.2], Rounded(queue.Population, queue.QueueLength, queue.Response, queue.QueueWait));
        Assert.Equal([0.2, 0.245108186, 0.189411751], Rounded([.. Enumerable.Range(0, 3).Select(queue.ConstantProbability)]));
    }

    [Fact]
    public void MG1_of_short_and_long_holds()
    {
        var queue = new SingleServer(0.005, ServiceTime.Mixture(50, 0.9, 550));
        Assert.Equal([100, 32500, 2.25, 162.5], Rounded(queue.Service.Mean, queue.Service.SecondMoment, queue.Service.SquaredVariation, queue.Service.MeanResidual));
        Assert.Equal([0.5, 162.5, 262.5, 0.8125], Rounded(queue.Utilization, queue.QueueWait, queue.Response, queue.QueueLength));
    }

    [Theory]
    [InlineData(4, 3, 0.206106870, 0.509433962, 0.509433962)]
    [InlineData(96, 86.4, 0, 0.225223951, 0.023460828)]
    public void MMc(int servers, double load, double erlangB, double erlangC, double wait)
    {
        var queue = new ManyServers(servers, load);
        if (erlangB > 0) Assert.Equal(erlangB, queue.ErlangB, 9);
        Assert.Equal(erlangC, queue.ErlangC, 9);
        Assert.Equal(wait, queue.QueueWait, 9);
    }

    [Theory]
    [InlineData(1, 1, 100, 0.1)]
    [InlineData(2, 1.980198020, 110, 0.217821782)]
    [InlineData(5, 4.750920049, 152.427729, 0.724171956)]
    [InlineData(10, 8.320367737, 301.869955, 2.511669037)]
    [InlineData(11, 8.791792660, 351.166904, 3.087386606)]
    [InlineData(20, 9.993830272, 1101.234707, 11.005552755)]
    [InlineData(50, 10, 4100, 41)]
    [InlineData(100, 10, 9100, 91)]
    public void Machine_repairman(int threads, double throughput, double response, double population)
    {
        var system = new Repairman(threads, 900, 100);
        Assert.Equal(throughput, system.Throughput * Micro, 9);
        Assert.Equal(response, system.Response, 6);
        Assert.Equal(population, system.Population, 9);
        Assert.Equal(system.Throughput, (1 - ManyServers.Blocking(threads, 9)) / 100, 12);
    }

    [Theory]
    [InlineData(2, 1.989346284, 105.355385)]
    [InlineData(5, 4.854637335, 129.943053)]
    [InlineData(10, 8.725669938, 246.043808)]
    [InlineData(20, 9.999980282, 1100.003944)]
    public void Machine_repairman_of_constant_hold(int threads, double throughput, double response)
    {
        var system = new ConstantHoldRepairman(threads, 900, 100);
        Assert.Equal(throughput, system.Throughput * Micro, 9);
        Assert.Equal(response, system.Response, 6);
    }

    [Fact]
    public void Constant_cycles_and_synchronous_bursts()
    {
        Assert.Equal([1100, 4100], Rounded(new ConstantCycle(20, 900, 100).Response, new ConstantCycle(50, 900, 100).Response));
        Assert.Equal(
            [5.263157895, 8.474576271],
            Rounded(new ConstantCycle(10, 900, 100).BurstThroughput * Micro, new ConstantCycle(50, 900, 100).BurstThroughput * Micro));
        Assert.Equal(10, new ConstantCycle(1, 900, 100).Knee);
    }

    [Theory]
    [InlineData(20, 4, 4.444443, 0.799996)]
    [InlineData(20, 8, 8.693088, 5.181794)]
    [InlineData(20, 16, 9.989075, 10.986591)]
    [InlineData(200, 8, 8.888889, 8)]
    public void Cores_and_a_lock(int threads, int cores, double throughput, double atLock)
    {
        var system = new CoresAndLock(threads, cores, 900, 100);
        Assert.Equal(throughput, system.Throughput * Micro, 6);
        Assert.Equal(atLock, system.AtLock, 5);
        if (cores == 8 && threads == 20) Assert.Equal(596.082131, system.LockResponse, 6);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1.886792453)]
    [InlineData(4, 3.076923077)]
    [InlineData(6, 3.529411765)]
    [InlineData(7, 3.571428571)]
    [InlineData(8, 3.539823009)]
    [InlineData(10, 3.355704698)]
    public void Universal_scalability(int threads, double throughput)
    {
        Assert.Equal(throughput, new Scalability(0.02, 0.02, 1).Throughput(threads), 9);
        Assert.Equal(new ConstantCycle(threads, 900, 100).BurstThroughput * Micro, new Scalability(0.1, 0, 1).Throughput(threads), 9);
        Assert.Equal(316.0696, new Scalability(0.001, 0.00001, 1).PeakThreads, 4);
    }

    [Theory]
    [InlineData("constant", 50, 100)]
    [InlineData("uniform", 66.667, 133.333)]
    [InlineData("exponential", 100, 200)]
    [InlineData("mixture", 162.5, 325)]
    public void Inspection_paradox(string law, double residual, double inspected)
    {
        var hold = HoldLaw.Named(law).Moments;
        Assert.Equal(100, hold.Mean, 9);
        Assert.Equal(residual, hold.MeanResidual, 3);
        Assert.Equal(inspected, hold.MeanInspected, 3);
    }

    [Fact]
    public void A_seqlock_reader_beside_one_writer()
    {
        var exact = SeqLockReads.Exact;
        Assert.Equal(0.095162582, exact.RetryProbability, 9);
        Assert.Equal(1.105170918, exact.Attempts, 9);
        Assert.Equal(0.166666667, exact.BusyProbability, 9);
        Assert.Equal(0.754031182, exact.BlindSuccess, 9);
        Assert.Equal(49.166805522, exact.MeanInterruption, 9);
        Assert.Equal(142.871768, exact.MeanTime, 6);
    }

    [Theory]
    [InlineData(2, 5.431831)]
    [InlineData(8, 6.821282)]
    [InlineData(48, 7.078100)]
    [InlineData(96, 7.101742)]
    public void A_saturated_queue_lock_over_two_sockets(int threads, double mops) =>
        Assert.Equal(mops, new QueueLockSaturation(2, threads, DrainingQueue.HoldNs, DrainingQueue.SameNs, DrainingQueue.CrossNs).Throughput * Micro, 6);

    private static double[] Rounded(params double[] values) => [.. values.Select(value => Math.Round(value, 9))];
}
