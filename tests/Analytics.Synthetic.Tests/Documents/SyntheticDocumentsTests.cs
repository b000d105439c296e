// Documents of the made-up country go the same way as any other and come out as the facts they were made from.
using System.Text;
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

        Assert.Equal(["docx", "html", "md", "txt"], documents.Select(document => document.Name.Split('.')[^1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
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
        var texts = Print(0, SmallCountry.Plan(4, 20)).Where(document => document.Name.EndsWith(".md", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(texts);
        Assert.All(texts, document => Assert.Contains(SyntheticData.Notice, Encoding.UTF8.GetString(document.Bytes), StringComparison.Ordinal));
    }

    [Fact]
    public void Hostile_documents_come_as_often_as_asked_for_and_none_is_taken_for_a_report()
    {
        var documents = Print(20, SmallCountry.Plan(4, 60));
        var hostile = documents.Where(document => document.Report is null).ToList();

        Assert.InRange(hostile.Count, documents.Count * 0.1, documents.Count * 0.25);
        Assert.All(hostile, document => Assert.True(Extractor.Extract(document.Name, document.Bytes).IsQuarantined, document.Name));
    }

    private static List<SyntheticDocument> Print(double hostile, SyntheticPlan plan)
    {
        var printer = new SyntheticDocuments(CatalogData.Current, 1, hostile);
        return new SyntheticData(CatalogData.Current, plan).Reports().SelectMany(printer.Print).ToList();
    }
}
