namespace MountSim.Model.Machines;

/// <summary>The processors that a machine file stands for, as /proc/cpuinfo names them.</summary>
/// <param name="Vendor"><c>vendor_id</c>: <c>AuthenticAMD</c>, <c>GenuineIntel</c>.</param>
/// <param name="Family"><c>cpu family</c>.</param>
/// <param name="FirstModel">Lowest <c>model</c>.</param>
/// <param name="LastModel">Highest <c>model</c>.</param>
public sealed record CpuIdentity(string Vendor, int Family, int FirstModel, int LastModel)
{
    /// <summary>True when a processor is one of these.</summary>
    public bool Covers(string vendor, int family, int model) =>
        vendor == Vendor && family == Family && model >= FirstModel && model <= LastModel;
}
