using MountSim.Calibration.Hosts;
using MountSim.Calibration.Probes;

namespace MountSim.Calibration.Worker.Program;

/// <summary>A room on the host's last CPU, with a mount namespace and a directory of its own, which goes when the measurement is over.</summary>
internal static class OwnRoom
{
    /// <summary>Measures in it; the measurement gets the host's usable CPUs, too.</summary>
    internal static int Use(string name, Action<Room, IReadOnlyList<int>> measure)
    {
        var work = Directory.CreateTempSubdirectory($"mountsim-{name}-");
        try
        {
            var cpus = HostTopology.Read().Cpus;
            measure(new Room(work.FullName, cpus[^1], 0, ownNamespace: true), cpus);
            return 0;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }
}
