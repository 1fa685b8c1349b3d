using MountSim.Model.Kernels;
using MountSim.Model.Runtimes;

namespace MountSim.Model.Checks;

/// <summary>Holds the system calls of a runtime to the kernels: each kernel has them, or is declared to lack them.</summary>
public static class RuntimeOperations
{
    /// <summary>Calls that a kernel neither has nor lacks, one a kernel and operation.</summary>
    public static IReadOnlyList<ModelProblem> Missing(RuntimeModel runtime, IReadOnlyList<KernelModel> kernels)
    {
        var calls = Calls(runtime.Start.Concat(runtime.Stop)).DistinctBy(call => call.Operation).ToList();
        return
        [
            .. from kernel in kernels
               from call in calls
               where !kernel.Operations.ContainsKey(call.Operation) && !kernel.Lacks.Contains(call.Operation)
               select new ModelProblem(call.At, $"calls '{call.Operation}', which kernel {kernel.Name} neither has nor is declared to lack; allowed: one of both"),
        ];
    }

    private static IEnumerable<OperationStep> Calls(IEnumerable<RuntimeStep> steps) => steps.SelectMany(step => step switch
    {
        OperationStep call => [call],
        LoopStep loop => Calls(loop.Steps),
        _ => [],
    });
}
