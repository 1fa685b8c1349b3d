namespace MountSim.Calibration.Probes;

/// <summary>The clock's own cost: two readings with nothing between.</summary>
internal sealed class TimerProbe : Probe
{
    internal const string Cost = "timer";

    internal override bool MeetsLocks => false;

    internal override IReadOnlyList<CostDefinition> Costs { get; } = [new(Cost, Crossings: 0)];

    internal override int CyclesPerBlock => 200;

    internal override void Cycle(Recorder recorder)
    {
        recorder.Start();
        recorder.Stop(0);
    }
}
