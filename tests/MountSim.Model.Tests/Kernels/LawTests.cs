using System.Globalization;
using MountSim.Model.Kernels;

namespace MountSim.Model.Tests.Kernels;

public class LawTests
{
    [Fact]
    public void Report()
    {
        foreach (var kernel in new[] { "6.12", "6.18" })
        {
            if (!KernelCatalog.Names.Contains("linux-" + kernel)) continue;
            foreach (var c in LabComparison.Of(kernel))
                TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"ROW {c.Run},{c.Run.Fitted},{c.Run.Total},{c.Total:F0},{c.TotalError * 100:F0},{c.Run.NamespaceSemHeld},{c.NamespaceSemHeld:F0},{c.HeldError * 100:F0},odd {c.Run.Count("mount_lock", "write_seqlock")} {c.Use("mount_lock", LockMode.Write).Acquisitions} {c.Run.Locks.GetValueOrDefault(("mount_lock", "write_seqlock")).HeldInstructions} {c.Use("mount_lock", LockMode.Write).HeldInstructions:F0} ex {c.Run.Count("mount_lock", "read_seqlock_excl")} {c.Use("mount_lock", LockMode.Exclusive).Acquisitions}"));
        }
    }
}
