using System.Runtime.CompilerServices;

namespace MountSim.Model.Simulation;

/// <summary>The loops that an interpreter is in, within the task.</summary>
[InlineArray(Kernels.KernelCheck.MaxLoops)]
internal struct LoopFrames
{
    private LoopFrame _outermost;
}
