// An agency's page as a person meets it: who, which years, what it printed, and what is wrong with it.
using AngleSharp.Html.Dom;
using Analytics.Dashboards.Components.Charts;
using Analytics.Dashboards.Components.Pages.Agencies;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Components.Sources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using Radzen;
using static Analytics.Dashboards.Tests.SmallWarehouse;

namespace Analytics.Dashboards.Tests.Components.Pages.Agencies;

[Collection(WarehouseTests.Name)]
public sealed class AgencyPageTests(SmallWarehouse warehouse) : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse);

    private AddressBar Address => (AddressBar)services.GetRequiredService<NavigationManager>();

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task The_head_says_who_it_is_and_links_its_regions()
    {
        await using var harness = await ShowAsync(CodeOf(Gongshu));
        var page = await harness.PageAsync();

        Assert.Equal("杭州市拱墅区教育局", page.QuerySelector("h1")!.TextContent);
        Assert.Equal([("浙江省", "?r=330000"), ("杭州市", "?r=330100"), ("拱墅区", "?r=330105")],
            page.QuerySelectorAll(".agencyfacts dd a").Select(link => (link.TextContent, link.GetAttribute("href")!)));
        Assert.Contains("县级", page.QuerySelector(".agencyfacts .facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("不在名册中", page.QuerySelector(".agencyfacts .facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_year_with_a_report_leads_to_it()
    {
        await using var harness = await ShowAsync(CodeOf(Gongshu));
        var years = (await harness.PageAsync()).QuerySelectorAll(".yearstrip li");

        Assert.Equal(["reported", "reported"], years.Select(year => year.ClassName));
        Assert.Equal(Addresses.Report(await warehouse.ReportAsync(Gongshu, 2020)), years[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("true", years[1].GetAttribute("aria-current"));
    }

    [Fact]
    public async Task Key_figures_say_their_change_and_how_many_peers_are_below()
    {
        await using var harness = await ShowAsync(CodeOf(Gongshu), "?y=2020");
        var received = (await harness.PageAsync()).QuerySelector(".figures li")!;

        Assert.Equal("45", received.QuerySelector("button")!.TextContent);
        Assert.Equal("上年没有数值", received.QuerySelector(".change")!.TextContent);
        // The only one of its level and sector with a value that counts: 朝阳, with 8.
        Assert.Contains("高于 100.0% 的同类（共 1 个）", received.QuerySelector(".standing")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Year_in_which_the_territory_changed_is_not_compared_with_the_one_before()
    {
        // 拱墅区 took in 下城区 in April 2021.
        await using var harness = await ShowAsync(CodeOf(Gongshu), "?y=2021");

        Assert.Equal("表式或区划变动，不与上年比较", (await harness.PageAsync()).QuerySelector(".figures li .change")!.TextContent);
    }

    [Fact]
    public async Task Small_charts_stand_by_topic_and_a_metric_without_any_value_is_counted_and_not_drawn()
    {
        await using var harness = await ShowAsync(CodeOf(Gongshu));
        var page = await harness.PageAsync();

        Assert.Equal(["主动公开（表二）", "依申请公开：收到、办结与结转（表三）", "依申请公开：办理结果（表三）", "行政复议与诉讼（表四）", "比率与合计（由原表数值计算）"],
            page.QuerySelectorAll(".chartcard h2").Take(5).Select(head => head.TextContent));
        var disclosure = page.QuerySelector(".chartcard")!;
        Assert.Equal(9, disclosure.QuerySelectorAll("svg.smallchart").Length);
        Assert.Contains("项从未报告，不列出", disclosure.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        var decisions = disclosure.QuerySelectorAll("svg").Single(chart => chart.GetAttribute("aria-label")!.StartsWith("行政许可决定", StringComparison.Ordinal));
        Assert.Equal("行政许可决定（件）：2020 年 120 件；2021 年 90 件", decisions.GetAttribute("aria-label"));
        Assert.Equal($"{await warehouse.ReportAsync(Gongshu, 2020)}/licensing.decisions", decisions.QuerySelector(".point")!.GetAttribute("data-source"));
    }

    [Fact]
    public async Task Each_kind_of_applicant_is_drawn_where_asked_for()
    {
        await using var harness = await ShowAsync(CodeOf(Gongshu));
        var before = (await harness.PageAsync()).QuerySelectorAll("svg.smallchart").Length;

        await harness.FireAsync(".topichead input", "onchange", new ChangeEventArgs { Value = true });

        Assert.EndsWith("?d=1", Address.Uri, StringComparison.Ordinal);
        Assert.True((await harness.PageAsync()).QuerySelectorAll("svg.smallchart").Length > before + 100);
    }

    [Fact]
    public async Task In_the_table_every_number_names_its_source_and_zero_blank_unread_and_missing_differ()
    {
        await using var harness = await ShowAsync(CodeOf(Chaoyang), "?v=table");
        var page = await harness.PageAsync();

        Assert.All(page.QuerySelectorAll(".metrics td button"), button => Assert.NotNull(SourceKey.Parse(button.GetAttribute("data-source")!)));
        Assert.Equal("0", Cell(page, "requests.received.research"));
        Assert.Equal("／", Cell(page, "requests.closed.total"));
        Assert.Equal("?", Cell(page, "requests.partly_granted.total"));
        Assert.Equal(["2020", "2021"], page.QuerySelectorAll(".metrics")[0].QuerySelectorAll("thead .num").Select(year => year.TextContent));
        Assert.All(page.QuerySelectorAll(".metrics")[0].QuerySelectorAll("tbody tr:not(.part)"), row => Assert.Equal("—", row.QuerySelectorAll("td")[1].TextContent.Trim()));
        Assert.Empty(page.QuerySelectorAll("svg.smallchart"));
    }

    [Fact]
    public async Task The_view_goes_into_the_address()
    {
        await using var harness = await ShowAsync(CodeOf(Gongshu));

        await harness.FireAsync(page => page.QuerySelectorAll(".topichead .segmented button")[1], "onclick", new MouseEventArgs());

        Assert.EndsWith("?v=table", Address.Uri, StringComparison.Ordinal);
        Assert.NotEmpty((await harness.PageAsync()).QuerySelectorAll(".metrics tr.part"));
    }

    [Fact]
    public async Task A_click_on_what_names_a_source_opens_it()
    {
        var opened = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var dialogs = services.GetRequiredService<DialogService>();
        dialogs.OnSideOpen += (_, parameters, _) => opened.SetResult(parameters[nameof(SourceDrawer.Key)]);
        await using var harness = await ShowAsync(CodeOf(Gongshu), "?y=2020");
        var source = (await harness.PageAsync()).QuerySelector(".figures button")!.GetAttribute("data-source")!;
        var area = (DotNetObjectReference<SourceArea>)services.GetRequiredService<Browser>().Calls.Single(call => call.Name == "attach").Arguments[1]!;

        var opening = area.Value.SourceClicked(source);

        Assert.Equal(new SourceKey(await warehouse.ReportAsync(Gongshu, 2020), CompareState.DefaultMetric), await opened.Task);
        dialogs.CloseSide();
        await opening;
    }

    [Fact]
    public async Task A_flow_whose_sums_hold_says_so()
    {
        await using var harness = await ShowAsync(CodeOf(Gongshu), "?y=2020");

        Assert.Contains("均与印制的总计相符", FlowCard(await harness.PageAsync()).QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flow_that_does_not_add_up_says_where_and_is_marked_as_disputed()
    {
        await using var harness = await ShowAsync(CodeOf(Xinzhou));
        var card = FlowCard(await harness.PageAsync());

        Assert.Contains("予以公开：各类申请人之和 15，总计印为 0", card.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 个数值存疑", card.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("0 ⚠", card.QuerySelector("td.disputed")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_disputed_rate_is_no_figure_and_stands_nowhere()
    {
        await using var harness = await ShowAsync(CodeOf(Xinzhou));
        var rate = (await harness.PageAsync()).QuerySelectorAll(".figures li")[2];

        Assert.Equal("⚠", rate.QuerySelector("button")!.TextContent);
        Assert.Contains("不与同类比较", rate.QuerySelector(".standing")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_lead_to_the_rule_and_to_the_cell_of_the_report()
    {
        await using var harness = await ShowAsync(CodeOf(Xinzhou));
        var rows = (await harness.PageAsync()).QuerySelectorAll(".agencyfindings tbody tr");

        var error = rows.First(row => row.TextContent.Contains("R01", StringComparison.Ordinal));
        Assert.Equal(rows[0], error);
        Assert.Equal([Addresses.Report(await warehouse.ReportAsync(Xinzhou, 2020), new("requests.granted.total")), $"jobs/findings?rule=R01&agency={Uri.EscapeDataString(CodeOf(Xinzhou))}"],
            error.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("待处理", error.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Peers_of_the_year_can_be_compared_with_it()
    {
        await using var harness = await ShowAsync(CodeOf(Gongshu), "?y=2020");
        var page = await harness.PageAsync();

        Assert.Equal("朝阳区教育委员会", page.QuerySelector(".peers li a")!.TextContent);
        Assert.Equal(Addresses.Compare([CodeOf(Gongshu), CodeOf(Chaoyang)], CompareState.DefaultMetric), page.QuerySelector(".actions a.primary")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Reports_show_their_version_and_document()
    {
        await using var harness = await ShowAsync(CodeOf(Gongshu));
        var row = (await harness.PageAsync()).QuerySelectorAll(".reports tbody tr")[^1];

        Assert.Equal([Addresses.Report(await warehouse.ReportAsync(Gongshu, 2020)), "documents/" + Sha256(FileOf(Gongshu, 2020))], row.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("2021-01-20", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Year_without_a_report_has_no_figures_and_no_flow()
    {
        await using var harness = await ShowAsync(CodeOf(Chaoyang), "?y=2021");
        var page = await harness.PageAsync();

        Assert.All(page.QuerySelectorAll(".figures li"), figure => Assert.Equal("—", figure.QuerySelector("strong")!.TextContent));
        Assert.Contains("2021 年没有这一口径的表三。", FlowCard(page).TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("999999.无此局", "没有代码为“999999.无此局”的机关")]
    [InlineData(null, "想看哪个机关？")]
    public async Task Agency_that_is_not_known_is_looked_for_by_name(string? code, string says)
    {
        await using var harness = await ShowAsync(code);
        Assert.Contains(says, (await harness.PageAsync()).QuerySelector(".agencysearch")!.TextContent, StringComparison.Ordinal);

        await harness.FireAsync("input", "oninput", new ChangeEventArgs { Value = "chaoyang" });
        await harness.FireAsync(page => page.QuerySelectorAll("[role=option]")[0], "onclick", new MouseEventArgs());

        Assert.Equal(Addresses.Agency(CodeOf(Chaoyang)), Address.Shown);
    }

    [Fact]
    public async Task Before_anything_is_published_the_page_says_how_to_begin()
    {
        using var nothing = new UnpublishedWarehouse();
        await using var unpublished = PageServices.Create(nothing.Folder, nothing.Published);
        await using var harness = await RenderHarness.ShowAsync<AgencyPage>(unpublished, (nameof(AgencyPage.Code), CodeOf(Gongshu)));

        Assert.Equal("./run load PATH", (await harness.PageAsync()).QuerySelector("code")!.TextContent);
    }

    private static AngleSharp.Dom.IElement FlowCard(IHtmlDocument page) => page.QuerySelectorAll(".chartcard").Single(card => card.QuerySelector("h2")!.TextContent.StartsWith("申请如何办结", StringComparison.Ordinal));

    private static string Cell(IHtmlDocument page, string metric) => page.QuerySelector($".metrics button[data-source$='/{metric}']")!.TextContent;

    private Task<RenderHarness> ShowAsync(string? code, string query = "")
    {
        Address.NavigateTo((code is null ? "agency" : Addresses.Agency(code)) + query);
        return RenderHarness.ShowAsync<AgencyPage>(services, (nameof(AgencyPage.Code), code));
    }
}
