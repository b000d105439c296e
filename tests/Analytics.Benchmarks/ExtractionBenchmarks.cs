// How fast a document becomes checked facts, by format.
using Analytics.Extraction;
using Analytics.Testing;
using BenchmarkDotNet.Attributes;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Benchmarks;

[MemoryDiagnoser]
public class ExtractionBenchmarks
{
    private readonly Extractor extractor = new(CatalogData.Current);
    private SampleReport sample = null!;

    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    public static IEnumerable<string> Names { get; } = SampleReports.Read().GroupBy(sample => Path.GetExtension(sample.Name), StringComparer.Ordinal).Select(group => group.First().Name);

    [GlobalSetup]
    public void Setup() => sample = SampleReports.Read().First(candidate => candidate.Name == Name);

    [Benchmark]
    public int BytesToFacts() => extractor.Extract(sample.Name, sample.Bytes).Facts.Count;
}
