using System.Globalization;
using MountSim.Calibration.Syscalls;

namespace MountSim.Calibration.ContainerRuntimes;

/// <summary>A container that a runtime starts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bundle">Its bundle's directory.</param>
/// <param name="ProcessFile">Where the runtime notes its process.</param>
internal sealed record RuntimeContainer(NativeText Name, NativeText Bundle, NativeText ProcessFile)
{
    /// <summary>Its process, once it is created.</summary>
    internal int Process => int.Parse(File.ReadAllText(ProcessFile.Text), CultureInfo.InvariantCulture);

    /// <summary>Mounts in its namespace, as long as its process is there.</summary>
    internal int CountMounts() => File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{Process}/mountinfo")).Count();
}
