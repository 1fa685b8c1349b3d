using CsCheck;

namespace MountSim.Engine.Tests.Statistics;

public class BatchMeansTests
{
    [Fact]
    public void Mean_and_error_are_those_of_the_complete_batches() =>
        Gen.Select(Gen.Double[0, 1000].Array[0, 200], Gen.Int[1, 20]).Sample((samples, size) =>
        {
            var means = new BatchMeans(size);
            foreach (var sample in samples) means.Add(sample);
            var batches = samples.Chunk(size).Where(chunk => chunk.Length == size).Select(chunk => chunk.Average()).ToList();
            Assert.Equal(batches.Count, means.Batches);
            Assert.Equal(batches.Count == 0 ? 0 : batches.Average(), means.Mean, 1e-9 * 1000);
            if (batches.Count < 2)
            {
                Assert.Equal(double.PositiveInfinity, means.StandardError);
                return;
            }

            var mean = batches.Average();
            var variance = batches.Sum(batch => (batch - mean) * (batch - mean)) / (batches.Count - 1);
            Assert.Equal(Math.Sqrt(variance / batches.Count), means.StandardError, 1e-3);
        });
}
