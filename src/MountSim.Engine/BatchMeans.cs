namespace MountSim.Engine;

/// <summary>
/// The method of batch means: consecutive samples are averaged in batches long enough to be nearly independent, and the batch means give the
/// standard error of the whole. Law and Kelton, "Simulation Modeling and Analysis", section 9.5.3.
/// </summary>
/// <param name="batchSize">Samples a batch, at least 1.</param>
public sealed class BatchMeans(int batchSize)
{
    private double _batchSum;
    private int _inBatch;
    private double _sum;
    private double _sumOfSquares;

    /// <summary>Complete batches.</summary>
    public int Batches { get; private set; }

    /// <summary>Mean of the complete batches.</summary>
    public double Mean => Batches == 0 ? 0 : _sum / Batches;

    /// <summary>Standard error of <see cref="Mean"/>; infinite with fewer than two batches.</summary>
    public double StandardError => Batches < 2
        ? double.PositiveInfinity
        : Math.Sqrt(Math.Max(0, (_sumOfSquares - (_sum * _sum / Batches)) / (Batches - 1)) / Batches);

    /// <summary>Adds a sample.</summary>
    public void Add(double sample)
    {
        _batchSum += sample;
        if (++_inBatch < batchSize) return;
        var mean = _batchSum / batchSize;
        _sum += mean;
        _sumOfSquares += mean * mean;
        Batches++;
        _batchSum = 0;
        _inBatch = 0;
    }
}
