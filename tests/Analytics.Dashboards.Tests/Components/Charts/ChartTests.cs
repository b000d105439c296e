// The seam to the browser: what is handed over, when, and what happens where there is no browser to take it.
using Analytics.Dashboards.Components.Charts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Analytics.Dashboards.Tests.Components.Charts;

public sealed class ChartTests
{
    [Fact]
    public async Task Box_has_its_final_size_and_says_what_it_shows()
    {
        await using var services = PageServices.Create();
        await using var harness = await RenderHarness.ShowAsync<Chart>(services, (nameof(Chart.Option), new { }), (nameof(Chart.Label), "收到申请，2019–2024 年"), (nameof(Chart.Height), 480));

        var figure = (await harness.PageAsync()).QuerySelector("figure[role=img]")!;
        Assert.Equal("收到申请，2019–2024 年", figure.GetAttribute("aria-label"));
        Assert.Equal("height:480px", figure.GetAttribute("style"));
    }

    [Fact]
    public async Task Option_is_handed_over_once_and_again_only_when_it_has_changed()
    {
        await using var services = PageServices.Create();
        var browser = services.GetRequiredService<Browser>();
        await using var harness = await RenderHarness.ShowAsync<Chart>(services, (nameof(Chart.Option), new { Value = 1, Left = (int?)null }));
        Assert.Equal(["import", "create"], browser.Calls.Select(call => call.Name));
        Assert.Equal("""{"value":1}""", Drawn.Json(browser, "create").ToJsonString());

        await harness.ChangeAsync((nameof(Chart.Option), new { Value = 1, Left = (int?)null }));
        Assert.Equal(2, browser.Calls.Count);

        await harness.ChangeAsync((nameof(Chart.Option), new { Value = 2, Left = (int?)null }));
        Assert.Equal("""{"value":2}""", Drawn.Json(browser, "update").ToJsonString());
        Assert.Equal(3, browser.Calls.Count);
    }

    [Fact]
    public async Task Click_on_a_mark_is_handed_back()
    {
        var clicked = new List<string>();
        await using var services = PageServices.Create();
        await using var harness = await RenderHarness.ShowAsync<Chart>(services, (nameof(Chart.Option), new { }),
            (nameof(Chart.OnMark), EventCallback.Factory.Create<string>(clicked, clicked.Add)));
        var self = (DotNetObjectReference<Chart>)services.GetRequiredService<Browser>().Calls.Single(call => call.Name == "create").Arguments[1]!;

        await self.Value.MarkClicked("12/requests.received.total");

        Assert.Equal(["12/requests.received.total"], clicked);
    }

    [Fact]
    public async Task Chart_that_cannot_be_drawn_does_not_break_the_page()
    {
        await using var services = PageServices.Create();
        services.GetRequiredService<Browser>().Failure = new JSException("no such function");
        await using var harness = await RenderHarness.ShowAsync<Chart>(services, (nameof(Chart.Option), new { }));
        Assert.NotNull((await harness.PageAsync()).QuerySelector("figure"));
    }

    [Fact]
    public async Task Chart_is_taken_down_with_its_page_even_when_the_browser_has_left()
    {
        await using var services = PageServices.Create();
        var browser = services.GetRequiredService<Browser>();
        await (await RenderHarness.ShowAsync<Chart>(services, (nameof(Chart.Option), new { }))).DisposeAsync();
        Assert.Equal("dispose", browser.Calls[^1].Name);

        var other = await RenderHarness.ShowAsync<Chart>(services, (nameof(Chart.Option), new { }));
        browser.Failure = new JSDisconnectedException("The circuit is gone.");
        await other.DisposeAsync();
    }
}
