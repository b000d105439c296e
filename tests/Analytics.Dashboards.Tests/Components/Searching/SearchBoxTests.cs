// What the dialog of the search does with a pick; opening and closing is the browser's, and tested there.
using Analytics.Dashboards.Components.Searching;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Dashboards.Tests.Components.Searching;

[Collection(WarehouseTests.Name)]
public sealed class SearchBoxTests(SmallWarehouse warehouse) : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Enter_closes_the_dialog_and_goes_to_the_best_match()
    {
        await using var box = await RenderHarness.ShowAsync<SearchBox>(services);

        await box.FireAsync("input", "oninput", new ChangeEventArgs { Value = "caiji" });
        await box.FireAsync("input", "onkeydown", new KeyboardEventArgs { Key = "Enter" });

        Assert.Equal("analyticsSearch.close", Assert.Single(services.GetRequiredService<Browser>().Calls).Name);
        Assert.Equal("jobs", ((AddressBar)services.GetRequiredService<NavigationManager>()).Shown);
    }

    [Fact]
    public async Task Matches_stand_in_groups_and_chinese_names_are_marked_for_readers_of_english()
    {
        using var english = new InEnglish();
        await using var box = await RenderHarness.ShowAsync<SearchBox>(services);

        await box.FireAsync("input", "oninput", new ChangeEventArgs { Value = "gongshu" });

        var page = await box.PageAsync();
        Assert.Equal(["Agencies", "Regions"], page.QuerySelectorAll("[role=group]").Select(group => group.GetAttribute("aria-label")));
        Assert.All(page.QuerySelectorAll("[role=option] .hit"), hit => Assert.Equal("zh-CN", hit.GetAttribute("lang")));
    }

    [Fact]
    public async Task Button_says_what_it_opens_and_the_dialog_has_a_name()
    {
        await using var box = await RenderHarness.ShowAsync<SearchBox>(services);
        var page = await box.PageAsync();

        Assert.Equal("dialog", page.QuerySelector("[data-search]")!.GetAttribute("aria-haspopup"));
        Assert.Equal("搜索", page.QuerySelector("dialog")!.GetAttribute("aria-label"));
        Assert.Equal("关闭搜索", page.QuerySelector("[data-search-close]")!.GetAttribute("aria-label"));
    }
}
