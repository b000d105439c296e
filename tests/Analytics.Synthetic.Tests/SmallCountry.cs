// Small countries to test with.
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Synthetic.Tests;

internal static class SmallCountry
{
    public static SyntheticPlan Plan(int seed, int agencies) => new(seed, agencies, new ReportYear(2019), new ReportYear(2024));

    public static List<SyntheticAgency> Agencies(SyntheticPlan plan) => new SyntheticData(CatalogData.Current, plan).Agencies().ToList();

    /// <summary>A plan in which every fault is many times as frequent.</summary>
    public static SyntheticPlan Faulty(int seed, int agencies)
    {
        var plan = Plan(seed, agencies);
        return plan with { Percent = plan.Percent.ToDictionary(entry => entry.Key, entry => entry.Key is SeededKind.Blanks or SeededKind.Late ? entry.Value : Math.Max(3, entry.Value)) };
    }
}
