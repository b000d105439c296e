// The table behind a chart as a file: CSV or XLSX, with the same cells.
using System.Globalization;
using System.IO.Packaging;
using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboards.Downloads;

/// <summary>Rows to download. A cell is text, a whole or decimal number, a truth value, a date, or null for nothing.</summary>
/// <param name="Name">Of the file, without ending.</param>
/// <param name="Heads">One per column.</param>
/// <param name="Rows">Each as long as <paramref name="Heads"/>.</param>
/// <param name="IsSynthetic">Made-up data: the file's name says so, and every row in a column <c>is_synthetic</c>.</param>
public sealed record DataSheet(string Name, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<object?>> Rows, bool IsSynthetic)
{
    private const string SyntheticHead = "is_synthetic";

    /// <summary>In UTF-8 with a byte order mark, so that spreadsheets take it for what it is.</summary>
    public byte[] Csv()
    {
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true))
        {
            foreach (var row in All) csv.WriteRecord(row.Select(Text).ToArray());
        }
        return stream.ToArray();
    }

    /// <summary>One sheet; numbers are numbers.</summary>
    public byte[] Xlsx()
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            package.CompressionOption = CompressionOption.Fast;
            var workbook = package.AddWorkbookPart();
            var part = workbook.AddNewPart<WorksheetPart>();
            Write(part);
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = Name }));
            workbook.Workbook.Save();
        }
        return stream.ToArray();
    }

    // Row by row: a country's sheet has more than a million cells.
    private void Write(WorksheetPart part)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        foreach (var row in All) writer.WriteElement(new Row(row.Select(Cell)));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>Sends it as a download.</summary>
    /// <param name="format">csv or xlsx; anything else is not found.</param>
    public IResult Send(string format) => format switch
    {
        "csv" => Results.File(Csv(), "text/csv; charset=utf-8", FileName("csv")),
        "xlsx" => Results.File(Xlsx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FileName("xlsx")),
        _ => Results.NotFound(),
    };

    private IEnumerable<IEnumerable<object?>> All => Rows.Select(row => row.Append(IsSynthetic)).Prepend([.. Heads, SyntheticHead]);

    private string FileName(string ending) => $"{(IsSynthetic ? "synthetic-" : "")}{Name}.{ending}";

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static Cell Cell(object? value) => value switch
    {
        null => new Cell(),
        decimal or int or long or short => new Cell(new CellValue(Text(value))) { DataType = CellValues.Number },
        bool truth => new Cell(new CellValue(truth ? "1" : "0")) { DataType = CellValues.Boolean },
        _ => new Cell(new InlineString(new Text(Text(value)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString },
    };
}
