// How fast a made-up country comes: 300 agencies over ten years, with what is checked to answer for their faults.
using Analytics.Catalog;
using Analytics.Synthetic;
using BenchmarkDotNet.Attributes;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Benchmarks;

[MemoryDiagnoser]
public class SyntheticBenchmarks
{
    private readonly SyntheticData data = new(CatalogData.Current, new SyntheticPlan(1, 300, new ReportYear(2019), new ReportYear(2028)));

    [Benchmark]
    public int Reports() => data.Reports().Count();
}
