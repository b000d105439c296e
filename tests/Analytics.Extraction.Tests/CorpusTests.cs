// Real reports of several regions, years and layouts, against figures read by hand.
using System.Globalization;
using System.Text.RegularExpressions;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction.Tests;

public sealed partial class CorpusTests
{
    private static readonly Extractor Extractor = new(CatalogData.Current);

    [CorpusTheory]
    [InlineData("seed-000")]
    [InlineData("seed-001")]
    [InlineData("seed-002")]
    [InlineData("seed-003")]
    [InlineData("seed-004")]
    [InlineData("shanghai-office-2019")]
    [InlineData("pingtan-2020")]
    [InlineData("pingtan-2022-derived")]
    [InlineData("huaian-2024-derived")]
    [InlineData("shuyang-2025-md")]
    [InlineData("hongze-2023")]
    [InlineData("hongze-2024")]
    [InlineData("huaian-2024")]
    [InlineData("huaian-2024-layout")]
    [InlineData("hongze-2023-layout")]
    [InlineData("hongze-2024-layout")]
    [InlineData("pingtan-2019-flat")]
    [InlineData("chengnan-2019-mojibake")]
    [InlineData("taiping-2022")]
    [InlineData("zhanjiang-dfz-2023")]
    [InlineData("gucheng-jyj-2020-mirror")]
    public void Every_cell_is_read_as_by_hand_and_no_other(string name)
    {
        var gold = Corpus.Gold(name);
        var file = Corpus.Document(name);
        var report = Extractor.Extract(file, File.ReadAllBytes(file));

        var expected = gold.Facts.Where(fact => !gold.Ambiguous.Contains(fact.Key)).Where(fact => fact.Value is not null).Select(fact => Show(fact.Key, fact.Value!.Value));
        var read = report.Facts.Where(fact => fact.Value is not null && !gold.Ambiguous.Contains(fact.Metric.Value)).Select(fact => Show(fact.Metric.Value, fact.Value!.Value));

        Assert.Equal(expected.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
        Assert.Equal(gold.Year, report.Year?.Value);
        if (gold.Agency is { } agency) Assert.Contains(Plain(agency), new[] { report.Agency?.Name, report.AgencyPrinted }.Select(Plain));
    }

    private static string Show(string key, decimal value) => $"{key} = {value.ToString("0.######", CultureInfo.InvariantCulture)}";

    // As the scoring of the corpus compares names.
    private static string Plain(string? name) => Punctuation().Replace(name ?? "", "");

    [GeneratedRegex(@"[\s（）()·“”""']", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Punctuation();
}
