// Who does not know an agency's name finds it by where it is.
using AngleSharp.Dom;
using Analytics.Dashboards.Components.Choosing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using static Analytics.Dashboards.Tests.SmallWarehouse;

namespace Analytics.Dashboards.Tests.Components.Choosing;

[Collection(WarehouseTests.Name)]
public sealed class EntityTreeTests(SmallWarehouse warehouse) : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse);
    private readonly List<EntityKey> toggled = [];

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Regions_open_level_by_level_down_to_their_agencies_and_close_with_all_below()
    {
        await using var tree = await ShowAsync(20);
        var closed = await RowsAsync(tree);
        Assert.Contains("1:浙江省", closed);

        await PressAsync(tree, "浙江省");
        await PressAsync(tree, "杭州市");
        await PressAsync(tree, "拱墅区");
        Assert.Contains("4:拱墅区教育局", await RowsAsync(tree));

        await PressAsync(tree, "浙江省");
        Assert.Equal(closed, await RowsAsync(tree));
    }

    [Fact]
    public async Task Ticking_an_agency_tells_the_page_and_taking_the_tick_away_too()
    {
        await using var tree = await ShowAsync(20);
        await OpenGongshuAsync(tree);

        await PressAsync(tree, "拱墅区教育局");
        Assert.Equal("true", (await RowAsync(tree, "拱墅区教育局")).GetAttribute("aria-selected"));
        await PressAsync(tree, "拱墅区教育局");
        Assert.Equal("false", (await RowAsync(tree, "拱墅区教育局")).GetAttribute("aria-selected"));
        Assert.Equal([new EntityKey(false, CodeOf(Gongshu)), new EntityKey(false, CodeOf(Gongshu))], toggled);
    }

    [Fact]
    public async Task When_no_more_can_be_chosen_the_others_are_shut()
    {
        await using var tree = await ShowAsync(1, CodeOf(Gongshu));
        await OpenGongshuAsync(tree);

        await PressAsync(tree, "拱墅区民政局");
        Assert.Empty(toggled);
        Assert.Equal("true", (await RowAsync(tree, "拱墅区民政局")).GetAttribute("aria-disabled"));
        await PressAsync(tree, "拱墅区教育局");
        Assert.Single(toggled);
    }

    [Fact]
    public async Task Sector_leaves_only_its_agencies()
    {
        await using var tree = await ShowAsync(20);
        await tree.FireAsync("select", "onchange", new ChangeEventArgs { Value = "教育" });
        await OpenGongshuAsync(tree);

        var rows = await RowsAsync(tree);
        Assert.Contains("4:拱墅区教育局", rows);
        Assert.DoesNotContain("4:拱墅区民政局", rows);
    }

    [Fact]
    public async Task Left_and_right_arrows_close_and_open_the_row_with_the_focus()
    {
        await using var tree = await ShowAsync(20);
        await tree.FireAsync("ul", "onkeydown", new KeyboardEventArgs { Key = "ArrowRight" });
        Assert.Contains(await RowsAsync(tree), row => row.StartsWith("2:", StringComparison.Ordinal));
        await tree.FireAsync("ul", "onkeydown", new KeyboardEventArgs { Key = "ArrowLeft" });
        Assert.DoesNotContain(await RowsAsync(tree), row => row.StartsWith("2:", StringComparison.Ordinal));
    }

    private Task<RenderHarness> ShowAsync(int most, params string[] chosen) => RenderHarness.ShowAsync<EntityTree>(services,
        (nameof(EntityTree.Chosen), chosen), (nameof(EntityTree.Most), most), (nameof(EntityTree.OnToggle), EventCallback.Factory.Create<EntityKey>(this, toggled.Add)));

    private static async Task OpenGongshuAsync(RenderHarness tree)
    {
        foreach (var region in new[] { "浙江省", "杭州市", "拱墅区" }) await PressAsync(tree, region);
    }

    private static Task PressAsync(RenderHarness tree, string name) =>
        tree.FireAsync(page => page.QuerySelectorAll("li").Single(row => row.Children[1].TextContent == name), "onclick", new MouseEventArgs());

    private static async Task<IElement> RowAsync(RenderHarness tree, string name) =>
        (await tree.PageAsync()).QuerySelectorAll("li").Single(row => row.Children[1].TextContent == name);

    private static async Task<List<string>> RowsAsync(RenderHarness tree) =>
        (await tree.PageAsync()).QuerySelectorAll("li").Select(row => $"{row.GetAttribute("aria-level")}:{row.Children[1].TextContent}").ToList();
}
