// Documents of the made-up country go the same way as any other and come out as the facts they were made from.
using Analytics.Documents;
using Analytics.Extraction;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Synthetic.Tests.Documents;

public sealed class SyntheticDocumentsTests
{
    private static readonly Extractor Extractor = new(CatalogData.Current);

    [Fact]
    public void A_document_is_read_as_the_report_it_was_made_from()
    {
        var documents = Print(0, SmallCountry.Faulty(4, 60));

        Assert.Equal(["docx", "html", "md", "pdf", "txt", "xlsx"], documents.Select(document => document.Name.Split('.')[^1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        foreach (var document in documents)
        {
            var (made, read) = (document.Report!, Extractor.Extract(document.Name, document.Bytes));
            Assert.True(read.Reason is null, $"{document.Name} {made.Agency.Name}: {read.Reason}");
            Assert.Equal((made.Agency, made.Year, made.Scope), (read.Agency!, read.Year!.Value, read.Scope));
            // The same facts, or a finding names what is missing.
            var named = read.Findings.Where(finding => finding.Rule == "R18").SelectMany(finding => finding.Metrics).ToHashSet();
            Assert.Equal(
                made.Values.Where(value => !named.Contains(value.Metric)).Select(value => $"{value.Metric} {value.State} {value.Value:0.######}").Order(StringComparer.Ordinal),
                read.Facts.Where(fact => !named.Contains(fact.Metric)).Select(fact => $"{fact.Metric} {fact.State} {fact.Value:0.######}").Order(StringComparer.Ordinal));
            if (named.Count > 0) continue;
            Assert.Equal(
                made.Findings.Select(finding => finding.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
                read.Findings.Select(finding => finding.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Every_document_says_that_it_is_made_up()
    {
        var documents = Print(0, SmallCountry.Plan(4, 20));

        Assert.All(documents, document => Assert.Contains(Texts(document), text => text.Contains(SyntheticData.Notice, StringComparison.Ordinal)));
    }

    [Fact]
    public void Documents_come_in_the_formats_and_sizes_that_agencies_publish()
    {
        var documents = Print(0, SmallCountry.Plan(4, 60));

        Assert.InRange(Of("html").Count, documents.Count * 0.5, documents.Count * 0.7);
        Assert.InRange(Of("docx").Count, documents.Count * 0.1, documents.Count * 0.25);
        Assert.InRange(Of("pdf").Count, documents.Count * 0.05, documents.Count * 0.15);
        // Two real pages have 23 KB and 230 KB.
        Assert.All(Of("html"), document => Assert.InRange(document.Bytes.Length, 15_000, 230_000));
        Assert.InRange(Of("html").Max(document => document.Bytes.Length), 100_000, 230_000);
        // Beside its tables a report has some hundred characters.
        Assert.All(documents, document => Assert.InRange(Texts(document).Sum(text => text.Length), 400, 4_000));

        List<SyntheticDocument> Of(string extension) => documents.FindAll(document => document.Name.EndsWith("." + extension, StringComparison.Ordinal));
    }

    [Fact]
    public void Hostile_documents_come_as_often_as_asked_for_and_none_is_taken_for_a_report()
    {
        var documents = Print(20, SmallCountry.Plan(4, 60));
        var hostile = documents.Where(document => document.Report is null).ToList();

        Assert.InRange(hostile.Count, documents.Count * 0.1, documents.Count * 0.25);
        Assert.All(hostile, document => Assert.True(Extractor.Extract(document.Name, document.Bytes).IsQuarantined, document.Name));
    }

    private static List<string> Texts(SyntheticDocument document) =>
        DocumentReader.Read(document.Name, document.Bytes).Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text).ToList();

    private static List<SyntheticDocument> Print(double hostile, SyntheticPlan plan)
    {
        var printer = new SyntheticDocuments(CatalogData.Current, 1, hostile);
        return new SyntheticData(CatalogData.Current, plan).Reports().SelectMany(printer.Print).ToList();
    }
}
