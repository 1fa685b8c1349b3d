namespace MountSim.Model.Kernels;

/// <summary>Instructions of a path walk: the law behind every <see cref="WalkStep"/>.</summary>
/// <param name="Base">Instructions of a walk without components: path_init, complete_walk, getname.</param>
/// <param name="PerComponent">Instructions a component in RCU mode.</param>
/// <param name="PerComponentRef">Instructions a component in ref mode (a lockref taken and dropped each).</param>
/// <param name="SamplesRenameLock">True where path_init also samples rename_lock (5.10 and later).</param>
/// <param name="Source">Function, version and trace rows.</param>
public sealed record WalkLaw(double Base, double PerComponent, double PerComponentRef, bool SamplesRenameLock, string Source);
