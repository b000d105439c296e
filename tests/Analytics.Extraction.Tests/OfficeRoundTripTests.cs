// The same facts through the formats that only an office program writes. LibreOffice writes and reads them, so it is a handful.
using Analytics.Synthetic;
using Analytics.Testing;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class OfficeRoundTripTests
{
    private const int MostNamed = 7;

    private static readonly CatalogData Catalog = CatalogData.Current;

    private static readonly (ReportFacts Facts, Noise Noise)[] Reports =
    [
        .. SampleReports.Read().Where((_, i) => i % 4 == 0).Select((sample, i) => (sample.Facts,
            i switch { 0 => Noise.None, 1 => Noise.None with { BrokenHeads = true, HeadsAgainAfter = 12 }, _ => Noise.None with { SpacedLabels = true, HalfWidthBrackets = true } })),
    ];

    [Theory]
    [InlineData("doc")]
    [InlineData("rtf")]
    [InlineData("odt")]
    [InlineData("pdf")]
    public void Texts(string format) => Holds(format, new DocxWriter(columnWidth: 600));

    [Theory]
    [InlineData("xls")]
    [InlineData("ods")]
    public void Workbooks(string format) => Holds(format, new XlsxWriter(sheetPerTable: false));

    [Fact]
    public void Presentations() => Holds("odp", new PptxWriter());

    private static void Holds(string format, IReportWriter writer)
    {
        var originals = Reports.Select((report, i) => new SourceDocument($"report{i}.{writer.Extension}", writer.Write(new ReportPrinter(Catalog, report.Noise).Print(report.Facts)))).ToList();
        var extractor = new Extractor(Catalog);
        foreach (var (document, report) in OfficeConversion.To(format, originals).Zip(Reports))
        {
            var read = extractor.Extract(document.Name, document.Bytes);
            Assert.Null(read.Reason);
            Assert.Equal(report.Facts.Year, read.Year!.Value.Value);
            Assert.Empty(RoundTripTests.Silent(report.Facts, read));
            // A row that a page break tears may be named; all others are read.
            var differences = RoundTripTests.Differences(report.Facts, read).Values;
            Assert.True(differences.Count <= MostNamed, string.Join('\n', differences.Concat(read.Findings.Select(finding => finding.Message))));
        }
    }
}
