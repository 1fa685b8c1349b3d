using MountSim.Experiments.Planning;
using MountSim.Reporting.Columns;

namespace MountSim.Reporting.Spreadsheets;

/// <summary>A comparison as a workbook: a row a scenario.</summary>
public static class ComparisonWorkbook
{
    /// <summary>The file's bytes.</summary>
    public static byte[] Bytes(ComparisonReport report) => Workbook.Bytes(Sheet.Of("compare", ComparisonColumns.All, ComparisonColumns.Rows(report)));
}
