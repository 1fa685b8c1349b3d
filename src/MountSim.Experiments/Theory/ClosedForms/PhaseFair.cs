namespace MountSim.Experiments.Theory.ClosedForms;

/// <summary>A saturated reader-writer lock that alternates one writer and one batch of readers, each woken from sleep.</summary>
/// <param name="Write">The writer's section.</param>
/// <param name="Read">A reader's section.</param>
/// <param name="HandOff">From release to the next holder's start: the wake-up of a sleeper.</param>
/// <param name="Readers">Readers in a batch.</param>
internal sealed record PhaseFair(double Write, double Read, double HandOff, int Readers)
{
    public double WriteRate => 1 / (Write + Read + (2 * HandOff));

    public double ReadRate => Readers * WriteRate;
}
