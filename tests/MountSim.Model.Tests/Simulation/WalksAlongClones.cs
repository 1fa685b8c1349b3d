using MountSim.Model.Kernels;
using MountSim.Model.Machines;

namespace MountSim.Model.Tests.Simulation;

/// <summary>What propagation reads of each clone of a mount is not written there, and so stays in every L3 that has read it. Within one L3 that is measured (results/clones.csv: CPUs in turn walk as fast as one).</summary>
public class WalksAlongClones
{
    [Theory]
    [InlineData(30_000)]
    [InlineData(300_000)]
    public void A_clone_costs_its_instructions_and_a_line_of_the_own_L3_however_far_the_others_are(long otherL3Ps)
    {
        var hardware = new Hardware(4, (a, b) => a == b ? Distance.Self : a / 2 == b / 2 ? Distance.SameL3 : Distance.SameSocket, [0, 10_000, 30_000, otherL3Ps, otherL3Ps]);
        Assert.Equal((80 * hardware.PsPerInstruction[(int)WorkClass.Attach]) + 30_000, hardware.VisitPs(80, WorkClass.Attach), 1e-6);
    }
}
