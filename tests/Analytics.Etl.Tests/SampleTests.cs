// The sample documents are what the code makes of the tables beside them, and reading them gives those tables back.
using Analytics.Catalog;
using Analytics.Extraction;
using Analytics.Testing;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Tests;

public sealed class SampleTests
{
    private static readonly string Folder = FindFolder();
    private static readonly IReadOnlyList<SampleReport> Samples = Make();
    private static readonly Extractor Extractor = new(CatalogData.Current);

    public static TheoryData<string> Names => [.. Samples.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Committed_file_is_what_the_code_makes(string name)
    {
        var sample = SampleOf(name);
        var document = Path.Combine(Folder, sample.Name);
        var sidecar = Path.Combine(Folder, sample.SidecarName);
        Assert.True(sample.Bytes.AsSpan().SequenceEqual(File.ReadAllBytes(document)), $"{sample.Name} differs; ANALYTICS_WRITE_SAMPLES=1 writes it again.");
        Assert.True(sample.Sidecar.AsSpan().SequenceEqual(File.ReadAllBytes(sidecar)), $"{sample.SidecarName} differs; ANALYTICS_WRITE_SAMPLES=1 writes it again.");
    }

    [Fact]
    public void Folder_holds_no_document_that_the_tables_do_not_name()
    {
        var known = Samples.SelectMany(sample => new[] { sample.Name, sample.SidecarName }).Append("README.md").Order(StringComparer.Ordinal);
        Assert.Equal(known, Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Sidecar_names_the_agency_the_publication_and_the_bytes(string name)
    {
        var sample = SampleOf(name);
        var sidecar = await Sidecar.OfAsync(Path.Combine(Folder, name), CancellationToken.None);
        Assert.NotNull(sidecar);
        Assert.Equal(sample.Facts.Agency, sidecar.Agency);
        Assert.Equal(sample.Facts.Published, sidecar.Published);
        Assert.Equal(Documents.Sha256Hash.Of(sample.Bytes).ToString(), sidecar.Sha256);
        Assert.NotEmpty(sidecar.Source!);
        Assert.NotEmpty(sidecar.Note!);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reading_a_sample_gives_its_facts_back(string name)
    {
        var sample = SampleOf(name);
        var report = Extractor.Extract(sample.Name, sample.Bytes);
        Assert.False(report.IsQuarantined, report.Reason);
        Assert.Equal(sample.Facts.Agency, report.AgencyPrinted);
        Assert.EndsWith(sample.Facts.Agency, report.Agency!.Name, StringComparison.Ordinal);
        Assert.NotNull(report.Agency.Region);
        Assert.Equal(sample.Facts.Year, report.Year!.Value.Value);
        Assert.Equal(sample.Facts.Published ?? sample.Facts.Signed, report.Published);
        Assert.Equal(Sorted(sample.Facts.Forms), Sorted(report.Forms), StringComparer.Ordinal);
        Assert.DoesNotContain(report.Facts, fact => fact.State == FactState.Unread);
        Assert.Equal(sample.Facts.Values.Count, report.Facts.Count);
        Assert.Equal(
            sample.Facts.Expected(CatalogData.Current).Select(cell => $"{cell.Key} {cell.Value.Value:0.######}").Order(StringComparer.Ordinal),
            report.Facts.Select(fact => $"{fact.Metric} {fact.Value:0.######}").Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.DoesNotContain(report.Findings, finding => finding.Rule is "R18" or "R23");
    }

    [Fact]
    public void Total_printed_zero_is_kept_and_raises_R01()
    {
        var sample = SampleOf("xinzhou-jyj-2020.txt");
        var finding = Assert.Single(Extractor.Extract(sample.Name, sample.Bytes).Findings, finding => finding.Rule == "R01");
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal([new MetricKey("requests.granted.total")], finding.Metrics);
        Assert.Equal(15, finding.Expected);
        Assert.Equal(0, finding.Printed);
    }

    // Written before any test looks at them.
    private static IReadOnlyList<SampleReport> Make()
    {
        var samples = SampleReports.Read();
        if (Environment.GetEnvironmentVariable("ANALYTICS_WRITE_SAMPLES") != "1") return samples;
        foreach (var sample in samples)
        {
            File.WriteAllBytes(Path.Combine(Folder, sample.Name), sample.Bytes);
            File.WriteAllBytes(Path.Combine(Folder, sample.SidecarName), sample.Sidecar);
        }
        return samples;
    }

    private static SampleReport SampleOf(string name) => Samples.Single(sample => sample.Name == name);

    private static IEnumerable<string> Sorted(IReadOnlyDictionary<string, string> forms) =>
        forms.Select(form => form.Key + form.Value).Order(StringComparer.Ordinal);

    // The repository's root is the folder above the test's that holds the samples.
    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var samples = Path.Combine(folder.FullName, "etl", "samples");
            if (Directory.Exists(samples)) return samples;
        }
        throw new DirectoryNotFoundException("No folder etl/samples above the tests.");
    }
}
