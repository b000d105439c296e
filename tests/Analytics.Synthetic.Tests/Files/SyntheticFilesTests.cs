// The files of a made-up country, and the guard that keeps it apart from the real one.
using System.IO.Compression;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Synthetic.Tests.Files;

public sealed class SyntheticFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("synthetic-tests-").FullName;

    [Fact]
    public void Facts_roster_and_key_stand_in_the_folder_and_a_page_says_that_all_is_made_up()
    {
        var plan = SmallCountry.Faulty(2, 20);
        var written = new SyntheticFiles(CatalogData.Current, plan).Write(folder);

        Assert.Equal(["README.md", "answer-key.csv", .. Enumerable.Range(2019, 6).Select(year => $"facts-{year}.csv"), "roster.csv"],
            Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Contains("合成数据，非真实报告", File.ReadAllText(Path.Combine(folder, "README.md")), StringComparison.Ordinal);
        Assert.Equal(20 + 1, File.ReadAllLines(Path.Combine(folder, "roster.csv")).Length);
        Assert.Equal(SmallCountry.Agencies(plan).Sum(agency => agency.Key.Count) + 1, File.ReadAllLines(Path.Combine(folder, "answer-key.csv")).Length);
        Assert.Equal(written.Facts + 6, Directory.GetFiles(folder, "facts-*.csv").Sum(file => File.ReadAllLines(file).LongLength));
        Assert.All(File.ReadAllLines(Path.Combine(folder, "facts-2019.csv")).Skip(1), line => Assert.StartsWith("合成", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Many_facts_are_packed()
    {
        new SyntheticFiles(CatalogData.Current, SmallCountry.Plan(1, SyntheticFiles.PackedFrom) with { Last = new Catalog.ReportYear(2019) }).Write(folder);

        using var packed = new GZipStream(File.OpenRead(Path.Combine(folder, "facts-2019.csv.gz")), CompressionMode.Decompress);
        Assert.Equal("agency,region,year,scope,metric,state,value,unit", new StreamReader(packed).ReadLine());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
