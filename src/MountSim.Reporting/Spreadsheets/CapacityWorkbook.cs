using MountSim.Experiments.Planning;
using MountSim.Reporting.Columns;

namespace MountSim.Reporting.Spreadsheets;

/// <summary>A capacity search as a workbook: a row a value tried.</summary>
public static class CapacityWorkbook
{
    /// <summary>The file's bytes.</summary>
    public static byte[] Bytes(CapacityReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Workbook.Bytes(Sheet.Of("capacity", CapacityColumns.Of(report), report.Points));
    }
}
