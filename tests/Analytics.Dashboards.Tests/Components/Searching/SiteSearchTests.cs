// One field finds everything: by name, alias, pinyin or its first letters, and each hit leads somewhere.
using Analytics.Dashboards.Components.Searching;
using Analytics.Warehouse;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Dashboards.Tests.Components.Searching;

[Collection(WarehouseTests.Name)]
public sealed class SiteSearchTests(SmallWarehouse warehouse) : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Theory]
    [InlineData("对比", "compare")]
    [InlineData("duibi", "compare")]
    [InlineData("db", "compare")]
    [InlineData("Compare", "compare")]
    [InlineData("质量", "quality")]
    [InlineData("zonglan", "")]
    public async Task Page_is_found_by_either_name_and_by_pinyin(string text, string address) =>
        Assert.Equal(address, (await FindAsync(text)).First(link => link.Group == FoundGroup.Page).Address);

    [Theory]
    [InlineData("拱墅区教育局", FoundGroup.Agency, "agency/330105.%E6%95%99%E8%82%B2%E5%B1%80")]
    [InlineData("gongshu", FoundGroup.Agency, "agency/330105.%E6%95%99%E8%82%B2%E5%B1%80")]
    [InlineData("拱墅 民政", FoundGroup.Agency, "agency/330105.%E6%B0%91%E6%94%BF%E5%B1%80")]
    [InlineData("gongshuqu", FoundGroup.Region, "ranking?r=330105")]
    [InlineData("公开率", FoundGroup.Metric, "trends?m=disclosure_rate")]
    [InlineData("gkl", FoundGroup.Metric, "trends?m=disclosure_rate")]
    public async Task Agency_region_and_metric_lead_to_their_pages(string text, FoundGroup group, string address) =>
        Assert.Contains(await FindAsync(text), link => link.Group == group && link.Address == address);

    [Fact]
    public async Task Groups_follow_each_other_and_none_is_endless()
    {
        var groups = (await FindAsync("教育")).Select(link => link.Group).ToList();

        Assert.Equal(groups.Order(), groups);
        Assert.All(groups.CountBy(group => group), group => Assert.InRange(group.Value, 1, 6));
    }

    [Fact]
    public async Task Before_anything_is_typed_the_pages_are_offered_and_nonsense_finds_nothing()
    {
        Assert.Equal(SitePage.All.Select(page => page.Address), (await FindAsync(" ")).Select(link => link.Address));
        Assert.Empty(await FindAsync("qqqqqq"));
    }

    [Fact]
    public async Task Reader_of_english_gets_english_names_of_pages_and_metrics_and_finds_them_by_pinyin_too()
    {
        using var english = new InEnglish();

        Assert.Equal("Compare", (await FindAsync("duibi"))[0].Label);
        Assert.Equal("Disclosure rate", (await FindAsync("gkl")).First(link => link.Group == FoundGroup.Metric).Label);
        Assert.True((await FindAsync("gongshu")).First(link => link.Group == FoundGroup.Agency).IsChinese);
    }

    [Fact]
    public async Task Every_page_has_a_reading_of_its_name()
    {
        var search = services.GetRequiredService<SiteSearch>();

        foreach (var page in SitePage.All)
        {
            var pinyin = Analytics.Catalog.Catalog.Current.Pinyin.Full(PageServices.Texts[page.Name]);
            Assert.All(PageServices.Texts[page.Name].Value, character => Assert.True(Analytics.Catalog.Catalog.Current.Pinyin.Knows(character), $"pinyin.csv has no reading of {character}."));
            Assert.Contains(await search.FindAsync(Scope.Country, pinyin, default), link => link.Group == FoundGroup.Page && link.Address == page.Address);
        }
    }

    [Fact]
    public async Task Before_the_first_report_pages_and_metrics_are_found()
    {
        using var nothing = new UnpublishedWarehouse();
        await using var none = PageServices.Create(nothing.Folder, nothing.Published);

        var found = await none.GetRequiredService<SiteSearch>().FindAsync(Scope.Country, "数", default);

        Assert.Equal([FoundGroup.Page, FoundGroup.Metric], found.Select(link => link.Group).Distinct());
    }

    private Task<IReadOnlyList<FoundLink>> FindAsync(string text) => services.GetRequiredService<SiteSearch>().FindAsync(Scope.Country, text, default);
}
