namespace MountSim.Calibration.Estimators;

/// <summary>Finds the cold samples at a block's beginning.</summary>
public static class WarmUp
{
    private const double Ordinary = 0.95;

    /// <summary>
    /// How many leading samples are slower than the 95 % quantile of the block's second half; at most half of the block. A warm block loses
    /// its first sample once in twenty.
    /// </summary>
    public static int Count(double[] block)
    {
        if (block.Length < 4)
            return 0;
        var threshold = Quantiles.At(block[(block.Length / 2)..], Ordinary);
        var cold = 0;
        while (cold < block.Length / 2 && block[cold] > threshold)
            cold++;
        return cold;
    }
}
