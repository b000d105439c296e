// What someone looks at every month is kept under a name of their own.
using Analytics.Dashboards.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Dashboards.Tests.Components.Layout;

public sealed class SavedViewsButtonTests(JobsForTest jobs) : IClassFixture<JobsForTest>
{
    [Fact]
    public async Task The_page_is_saved_under_a_name_opened_again_and_forgotten()
    {
        jobs.Services.GetRequiredService<NavigationManager>().NavigateTo("compare?e=330105.x");
        await using var button = await RenderHarness.ShowAsync<SavedViewsButton>(jobs.Services);
        await button.FireAsync("button", "onclick", new MouseEventArgs());
        Assert.True((await button.PageAsync()).QuerySelector("button[type=submit]")!.HasAttribute("disabled"));

        await button.FireAsync("input", "oninput", new ChangeEventArgs { Value = "拱墅" });
        await button.FireAsync("form", "onsubmit", EventArgs.Empty);

        var link = (await button.PageAsync()).QuerySelector("li a")!;
        Assert.Equal(("拱墅", "compare?e=330105.x"), (link.TextContent, link.GetAttribute("href")));
        Assert.Equal("已保存“拱墅”。", (await button.PageAsync()).QuerySelector("[role=status]")!.TextContent);

        await button.FireAsync("li button", "onclick", new MouseEventArgs());
        Assert.Empty((await button.PageAsync()).QuerySelectorAll("li"));
    }
}
