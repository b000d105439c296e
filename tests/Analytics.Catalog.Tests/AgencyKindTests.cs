// What a body may report and make follows from what kind of body it is.
using System.Text.RegularExpressions;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Catalog.Tests;

public sealed class AgencyKindTests
{
    private static readonly CatalogData Catalog = CatalogData.Current;

    [Theory]
    [InlineData("", "government")]
    [InlineData("人民政府", "government")]
    [InlineData("某甲县人民政府", "government")]
    [InlineData("人民政府办公厅", "government_office")]
    [InlineData("管理委员会", "zone_committee")]
    [InlineData("教育委员会", "department")]
    [InlineData("拖市镇人民政府", "department")]
    [InlineData("人民政府地方志办公室", "department")]
    public void An_office_is_of_one_kind(string office, string kind) => Assert.Equal(kind, Catalog.KindOf(office).Name);

    [Fact]
    public void Only_one_kind_takes_all_others_and_it_is_the_last() =>
        Assert.Equal([Catalog.AgencyKinds[^1]], Catalog.AgencyKinds.Where(kind => kind.Offices.Count == 0));

    [Fact]
    public void Phrases_are_patterns_of_known_kinds() => Assert.All(Catalog.ScopePhrases, phrase =>
    {
        Assert.NotNull(new Regex(phrase.Pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
        Assert.All(phrase.Kinds, kind => Assert.Contains(Catalog.AgencyKinds, known => known.Name == kind));
    });
}
