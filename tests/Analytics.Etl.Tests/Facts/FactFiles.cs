// Rows of facts written in every format in which they can come.
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Etl.Facts;
using Analytics.Etl.Reading;
using Analytics.Sandbox;
using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Etl.Tests.Facts;

internal static class FactFiles
{
    /// <summary>Does what a worker would, in this process.</summary>
    public static DocumentIntake Intake() =>
        new((request, _, _) => Task.FromResult<SandboxResult>(new SandboxResult.Completed(ReadingRequests.Answer(request))), new ReadingLimits());

    public static byte[] Csv(IReadOnlyList<string> heads, IEnumerable<string[]> rows)
    {
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream, CsvWriterOptions.Default, leaveOpen: true))
        {
            csv.WriteRecord(heads.ToArray());
            foreach (var row in rows) csv.WriteRecord(row);
        }
        return stream.ToArray();
    }

    /// <summary>Numbers stand as numbers.</summary>
    public static byte[] Json(IReadOnlyList<string> heads, IEnumerable<string[]> rows) => JsonSerializer.SerializeToUtf8Bytes(rows.Select(row => Object(heads, row)));

    public static byte[] JsonLines(IReadOnlyList<string> heads, IEnumerable<string[]> rows) => [.. rows.SelectMany(row => (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(Object(heads, row)), (byte)'\n'])];

    /// <summary>Numbers are numeric cells; what is in the further sheets is no fact.</summary>
    public static byte[] Xlsx(IReadOnlyList<string> heads, IEnumerable<string[]> rows)
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            var sheets = new Sheets();
            workbook.Workbook = new Workbook(sheets);
            Add(new SheetData([Row(heads), .. rows.Select(Row)]));
            Add(new SheetData(Row(["其他"])));
            workbook.Workbook.Save();

            void Add(SheetData data)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(data);
                var number = (uint)sheets.Count() + 1;
                sheets.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = number, Name = $"表{number}" });
            }
        }
        return stream.ToArray();
    }

    /// <summary>All columns, in the words of a list.</summary>
    public static string[] Heads(bool isChinese) => [.. FactColumns.All.Select(column => isChinese ? column.LabelZh : column.Key)];

    private static Row Row(IEnumerable<string> cells) => new(cells.Select(cell => IsNumber(cell)
        ? new Cell(new CellValue(cell)) { DataType = CellValues.Number }
        : new Cell(new InlineString(new Text(cell) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString }));

    private static JsonObject Object(IReadOnlyList<string> heads, string[] row) => new(heads.Zip(row).Select(pair =>
        KeyValuePair.Create<string, JsonNode?>(pair.First, IsNumber(pair.Second) ? JsonValue.Create(decimal.Parse(pair.Second, CultureInfo.InvariantCulture)) : pair.Second.Length == 0 ? null : JsonValue.Create(pair.Second))));

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
