// A report's page as a person meets it: the state of every cell is to be seen, findings lead to their cells, and what is
// looked at is in the address.
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Analytics.Dashboards.Components.Pages.Report;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using static Analytics.Dashboards.Tests.SmallWarehouse;

namespace Analytics.Dashboards.Tests.Components.Pages.Report;

[Collection(WarehouseTests.Name)]
public sealed class ReportPageTests(SmallWarehouse warehouse) : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private AddressBar Address => (AddressBar)services.GetRequiredService<NavigationManager>();

    [Fact]
    public async Task Zero_blank_missing_and_unread_look_different()
    {
        await using var harness = await ShowAsync(await warehouse.ReportAsync(Chaoyang, 2020));
        var page = await harness.PageAsync();

        Assert.Equal(("number", "0"), Place(page, "requests.carried_in.natural"));
        Assert.Equal(("blank", "／"), Place(page, "requests.carried_in.enterprise"));
        Assert.Equal(("unread", "?"), Place(page, "requests.partly_granted.total"));
        Assert.Contains("l0l", Cell(page, "requests.partly_granted.total").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[data-metric='requests.declined.complaint.research']"));
        Assert.Contains(page.QuerySelectorAll(".form3 td.absent"), cell => cell.TextContent.Trim() == "—");
        Assert.Contains("单位未注明", Cell(page, "procurement.amount_wan").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disputed_value_is_marked_and_its_finding_stands_in_the_margin_and_leads_to_its_cells()
    {
        var report = await warehouse.ReportAsync(Xinzhou, 2020);
        await using var harness = await ShowAsync(report);
        var page = await harness.PageAsync();
        Assert.Equal(("number disputed", "0 ⚠"), Place(page, "requests.granted.total"));
        var flag = Assert.Single(page.QuerySelectorAll(".ruleflag"));
        Assert.Equal("R01", flag.TextContent);
        Assert.Contains("（一）予以公开", flag.Closest("tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("标题与落款不一致", page.QuerySelector(".reportfindings")!.TextContent, StringComparison.Ordinal);

        await harness.FireAsync(".ruleflag", "onclick", new MouseEventArgs());
        Assert.StartsWith($"report/{report}?finding=R01-", Address.Shown, StringComparison.Ordinal);
        var chosen = await harness.PageAsync();
        Assert.Equal("true", Cell(chosen, "requests.granted.total").GetAttribute("aria-pressed"));
        Assert.Contains("应为 15", chosen.QuerySelector(".chosencell")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_named_in_the_address_is_chosen_with_its_place_and_outlined_in_the_document()
    {
        await using var harness = await ShowAsync(await warehouse.ReportAsync(Gongshu, 2020), "?mark=requests.received.total");
        var page = await harness.PageAsync();

        Assert.Equal("requests.received.total", Assert.Single(page.QuerySelectorAll(".cell[aria-pressed=true]")).GetAttribute("data-metric"));
        Assert.Contains("第 4 页", page.QuerySelector(".chosencell")!.TextContent, StringComparison.Ordinal);
        var marks = services.GetRequiredService<Browser>().Calls.Last(call => call.Name == "update").Arguments.Single()!;
        Assert.Equal("t2r3c8", Assert.Single((IEnumerable<object>)marks).GetType().GetProperty("cell")!.GetValue(((IEnumerable<object>)marks).Single()));
    }

    [Fact]
    public async Task A_choice_goes_into_the_address()
    {
        var report = await warehouse.ReportAsync(Gongshu, 2020);
        await using var harness = await ShowAsync(report);
        await harness.FireAsync("[data-metric='licensing.decisions']", "onclick", new MouseEventArgs());
        Assert.Equal($"report/{report}?mark=licensing.decisions", Address.Shown);
    }

    [Fact]
    public async Task The_head_tells_who_when_and_whether_in_time()
    {
        await using var harness = await ShowAsync(await warehouse.ReportAsync(Gongshu, 2020));
        var head = (await harness.PageAsync()).QuerySelector(".reporthead")!;

        Assert.Equal("agency/330105.%E6%95%99%E8%82%B2%E5%B1%80", head.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("2021-01-20 按时（截止 2021-01-31）", string.Join(' ', head.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains(head.QuerySelectorAll("a[target=_blank]"), link => link.GetAttribute("href") == "https://example.org/2020" && link.GetAttribute("rel")!.Contains("noopener", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_whose_bytes_are_not_here_is_said_to_be_missing()
    {
        await using var harness = await ShowAsync(await warehouse.ReportAsync(Xinzhou, 2020));
        Assert.Null((await harness.PageAsync()).QuerySelector("iframe"));
        Assert.Contains("原件", (await harness.PageAsync()).QuerySelector(".documentcard .nodata")!.TextContent, StringComparison.Ordinal);

        await using var other = await ShowAsync(await warehouse.ReportAsync(Gongshu, 2020));
        var frame = (await other.PageAsync()).QuerySelector("iframe")!;
        Assert.Equal(("allow-downloads allow-same-origin", $"/documents/{Sha256(FileOf(Gongshu, 2020))}/original"), (frame.GetAttribute("sandbox"), frame.GetAttribute("src")));
    }

    [Theory]
    [InlineData("99999")]
    [InlineData("abc")]
    public async Task A_report_that_is_not_there_is_said_to_be_unknown(string id)
    {
        await using var harness = await RenderHarness.ShowAsync<ReportPage>(services, ("Id", id));
        var page = await harness.PageAsync();
        Assert.Contains(id, page.QuerySelector(".notice strong")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("table"));
    }

    private async Task<RenderHarness> ShowAsync(int report, string query = "")
    {
        Address.NavigateTo($"report/{report}{query}");
        return await RenderHarness.ShowAsync<ReportPage>(services, ("Id", $"{report}"));
    }

    private static IElement Cell(IHtmlDocument page, string metric) => page.QuerySelectorAll($"[data-metric='{metric}']").Single();

    private static (string Classes, string Text) Place(IHtmlDocument page, string metric)
    {
        var cell = Cell(page, metric);
        return (cell.ParentElement!.ClassName!, cell.TextContent.Trim());
    }
}
