using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace MountSim.Reporting.Spreadsheets;

/// <summary>An .xlsx file: typed cells that every locale shows in its own way, and charts. Equal content gives equal bytes.</summary>
public static class Workbook
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // the earliest a ZIP entry can have

    /// <summary>The file's bytes.</summary>
    /// <param name="sheets">In the order of their tabs.</param>
    public static byte[] Bytes(params IReadOnlyList<Sheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook)) Fill(document, sheets);
        return WithoutTimes(stream);
    }

    private static void Fill(SpreadsheetDocument document, IReadOnlyList<Sheet> sheets)
    {
        // Every relationship has a name of ours: the library's own are random, and bytes would differ from run to run.
        var workbook = document.AddNewPart<WorkbookPart>(MainType, "workbook");
        workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = CellStyle.Sheet();
        var tabs = new Spreadsheet.Sheets();
        for (var index = 0; index < sheets.Count; index++)
        {
            var id = $"sheet{index + 1}";
            var part = workbook.AddNewPart<WorksheetPart>(id);
            var drawing = sheets[index].Chart is { } chart ? ChartDrawing.Add(part, sheets[index], chart) : null;
            new SheetWriter(sheets[index]).Write(part, drawing);
            tabs.Append(new Spreadsheet.Sheet { Id = id, SheetId = (uint)index + 1, Name = sheets[index].Name });
        }
        workbook.Workbook = new Spreadsheet.Workbook(tabs);
    }

    private static byte[] WithoutTimes(MemoryStream written)
    {
        using var result = new MemoryStream();
        using (var from = new ZipArchive(written, ZipArchiveMode.Read))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The list of content types comes first, as readers that stream expect.
            foreach (var entry in from.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = NoTime;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }
        return result.ToArray();
    }
}
