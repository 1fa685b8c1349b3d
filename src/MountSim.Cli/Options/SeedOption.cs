using MountSim.Experiments.Requests;

namespace MountSim.Cli.Options;

/// <summary>The seed: equal seeds give equal bytes.</summary>
internal sealed class SeedOption : ValueOption<long, long>
{
    public SeedOption(long byDefault, string description, long max = long.MaxValue) : base("--seed", description, new WholeNumber(0, max), value => value) => ByDefault(byDefault);
}
