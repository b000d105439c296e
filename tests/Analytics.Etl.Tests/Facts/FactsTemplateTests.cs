// The lists to fill in hold what is needed, and filled in they are read.
using System.Text;
using Analytics.Etl.Facts;
using Analytics.Extraction;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Tests.Facts;

public sealed class FactsTemplateTests : IDisposable
{
    private static readonly CatalogData Catalog = CatalogData.Current;
    private readonly FactsTemplate template = new(Catalog);
    private readonly string folder = Directory.CreateTempSubdirectory("facts-template-tests-").FullName;

    [Fact]
    public async Task A_workbook_that_was_filled_in_is_read()
    {
        var path = Path.Combine(folder, "facts.xlsx");
        await File.WriteAllBytesAsync(path, template.Xlsx());
        using (var package = SpreadsheetDocument.Open(path, isEditable: true))
        {
            Assert.Empty(new OpenXmlValidator().Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}"));
            var sheet = (WorksheetPart)package.WorkbookPart!.GetPartById(package.WorkbookPart.Workbook.Descendants<Sheet>().First().Id!);
            sheet.Worksheet.GetFirstChild<SheetData>()!.Append(new Row(new[] { "拱墅区教育局", "拱墅区", "2020", "", Catalog.Metrics[0].LabelZh, "", "3" }.Select(text =>
                new Cell(new InlineString(new Text(text))) { DataType = CellValues.InlineString })));
        }
        await using var intake = FactFiles.Intake();
        var facts = new FactsFile(Catalog, new Extractor(Catalog), intake);

        Assert.True(await facts.IsFactsAsync(path, default));
        var report = Assert.Single(await facts.ReadAsync(path, Path.GetFileName(path), default).ToListAsync()).Report;
        Assert.Null(report.Reason);
        Assert.Equal((Catalog.Metrics[0].Key, (decimal?)3), (report.Facts[0].Metric, report.Facts[0].Value));
    }

    [Fact]
    public async Task A_template_of_which_nothing_was_filled_in_is_facts_without_a_report()
    {
        await using var intake = FactFiles.Intake();
        var facts = new FactsFile(Catalog, new Extractor(Catalog), intake);
        foreach (var (name, bytes) in new[] { ("facts.csv", FactsTemplate.Csv()), ("facts.xlsx", template.Xlsx()) })
        {
            var path = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(path, bytes);
            Assert.True(await facts.IsFactsAsync(path, default), name);
            Assert.Empty(await facts.ReadAsync(path, Path.GetFileName(path), default).ToListAsync());
        }
    }

    [Fact]
    public void Every_metric_is_listed_with_its_unit_and_table()
    {
        var lines = Encoding.UTF8.GetString(template.MetricsCsv()).TrimStart('\uFEFF').TrimEnd().Split("\r\n");

        Assert.Equal(["键,中文名称,单位,表", .. Catalog.Metrics.Select(metric => $"{metric.Key},{metric.LabelZh},{metric.Unit},{metric.Table}")], lines);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
