// The list that people fill in: made from the catalog, so that every metric is in it by its right name.
using Analytics.Catalog;
using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Facts;

/// <summary>Empty lists of facts to download and fill in; <see cref="FactsFile"/> reads them.</summary>
public sealed class FactsTemplate(CatalogData catalog)
{
    /// <summary>Sheet to fill in.</summary>
    public const string FillSheet = "填写";

    /// <summary>Sheet that lists the metrics.</summary>
    public const string MetricSheet = "指标";

    // Cells whose choices are offered; further rows may be filled in without.
    private const int OfferedRows = 5_000;
    private static readonly string[] MetricHeads = ["键", "中文名称", "单位", "表"];

    /// <summary>A CSV file in UTF-8 with a byte order mark, so that Excel shows it right: the heads alone.</summary>
    public static byte[] Csv() => Csv([Heads]);

    /// <summary>The metrics as CSV, as on the sheet 指标: key, Chinese label, unit, statutory table.</summary>
    public byte[] MetricsCsv() => Csv([MetricHeads, .. catalog.Metrics.Select(Cells)]);

    /// <summary>A workbook with the sheets 填写 (the heads; required ones are marked with *) and 指标 (key, Chinese label, unit, statutory table).</summary>
    public byte[] Xlsx()
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            var sheets = new Sheets();
            workbook.Workbook = new Workbook(sheets);
            var fill = Add(workbook, sheets, FillSheet, [[.. FactColumns.All.Select(column => column.IsRequired ? column.LabelZh + "*" : column.LabelZh)]]);
            DataValidation[] offers =
            [
                Offer(FactColumns.Metric, $"'{MetricSheet}'!$B$2:$B${catalog.Metrics.Count + 1}"),
                Offer(FactColumns.Scope, $"\"{string.Join(',', Enum.GetNames<ReportScope>()).ToLowerInvariant()}\""),
                Offer(FactColumns.State, "\"number,blank,unread\""),
            ];
            fill.Append(new DataValidations(offers) { Count = (uint)offers.Length });
            Add(workbook, sheets, MetricSheet, [MetricHeads, .. catalog.Metrics.Select(Cells)]);
            workbook.Workbook.Save();
        }
        return stream.ToArray();
    }

    private static string[] Heads => [.. FactColumns.All.Select(column => column.LabelZh)];

    private static string[] Cells(Metric metric) => [metric.Key.Value, metric.LabelZh, metric.Unit, metric.Table];

    private static byte[] Csv(IEnumerable<string[]> rows)
    {
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true))
        {
            foreach (var row in rows) csv.WriteRecord(row);
        }
        return stream.ToArray();
    }

    private static Worksheet Add(WorkbookPart workbook, Sheets sheets, string name, IEnumerable<string[]> rows)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(rows.Select(row => new Row(row.Select(cell =>
            new Cell(new InlineString(new Text(cell))) { DataType = CellValues.InlineString })))));
        sheets.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)sheets.Count() + 1, Name = name });
        return part.Worksheet;
    }

    // Offered, not enforced: a key may be written where labels are offered.
    private static DataValidation Offer(ListColumn column, string choices)
    {
        var letter = (char)('A' + FactColumns.All.TakeWhile(other => other != column).Count());
        return new DataValidation(new Formula1(choices))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = false,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{letter}2:{letter}{OfferedRows}" },
        };
    }
}
