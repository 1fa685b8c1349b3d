namespace MountSim.Calibration.Holds;

/// <summary>One block of an operation, run without probes and then with them, and what each execution did with the kernel's global locks.</summary>
/// <param name="UntracedNs">The operation's times without probes, ns.</param>
/// <param name="TracedNs">Its times with them, ns.</param>
/// <param name="Probes">Probes that fired in each traced execution.</param>
/// <param name="Executions">Per traced execution: what it did with each lock, named by the kernel's symbol.</param>
internal sealed record HoldBlock(
    IReadOnlyList<double> UntracedNs, IReadOnlyList<double> TracedNs, IReadOnlyList<int> Probes, IReadOnlyList<IReadOnlyList<HoldSample>> Executions);
