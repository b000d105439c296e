// The table holds every number of the charts, and is all that somebody without the charts has.
using AngleSharp.Html.Dom;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Components.Sources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using static Analytics.Dashboards.Tests.Components.Pages.Compare.Panels;

namespace Analytics.Dashboards.Tests.Components.Pages.Compare;

public sealed class CompareTableTests : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create();
    private readonly List<string> opened = [];

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Every_agency_has_a_row_and_every_year_a_column()
    {
        await using var harness = await ShowAsync(Of(Received, 2019, 2021, Value(Gongshu, 2020, 1234), Value(Chaoyang, 2019, 0)));
        var page = await harness.PageAsync();

        Assert.Equal(["机关", "2019", "2020", "2021"], page.QuerySelectorAll("thead th[scope=col]").Select(head => head.TextContent));
        Assert.Equal(["— 1,234 —", "0 — —"], Rows(page));
        Assert.Equal(["拱墅区教育局收到申请（件）", "朝阳区教育委员会收到申请（件）"],
            page.QuerySelectorAll("tbody th[scope=row]").Select(head => string.Concat(head.TextContent.Where(c => !char.IsWhiteSpace(c)))));
        Assert.Equal(("region", "0"), (page.QuerySelector(".tablewrap")!.GetAttribute("role"), page.QuerySelector(".tablewrap")!.GetAttribute("tabindex")));
    }

    [Fact]
    public async Task Zero_blank_unread_disputed_and_absent_look_different_and_say_what_they_are()
    {
        await using var harness = await ShowAsync(Of(Received, 2018, 2022, [Gongshu], [],
            Value(Gongshu, 2018, 0), Value(Gongshu, 2019, null), Value(Gongshu, 2020, null, state: "unread"), Value(Gongshu, 2021, 7, isDisputed: true)));
        var page = await harness.PageAsync();

        Assert.Equal(["0 ／ ? 7 ⚠ —"], Rows(page));
        Assert.Equal(["按原样印出", "印为空白", "未能读出", "按原样印出；存疑：与表内勾稽关系不符", "未报告"], Hints(page));
    }

    [Fact]
    public async Task Rate_in_dispute_is_a_sign_and_no_number()
    {
        await using var harness = await ShowAsync(Of(Disclosure, 2020, 2020, [Gongshu], [], Value(Gongshu, 2020, 0, Disclosure, isDisputed: true, denominator: 15)));
        var page = await harness.PageAsync();

        Assert.Equal(["⚠"], Rows(page));
        Assert.Equal(["存疑：与表内勾稽关系不符"], Hints(page));
    }

    [Fact]
    public async Task Rate_of_few_and_amount_without_a_unit_say_so()
    {
        await using var harness = await ShowAsync(
            Of(Disclosure, 2020, 2020, [Gongshu], [], Value(Gongshu, 2020, 0.5m, Disclosure, denominator: 8)),
            Of(Procurement, 2020, 2020, [Gongshu], [], Value(Gongshu, 2020, 500, Procurement, hasUnit: false)));
        var hints = Hints(await harness.PageAsync());

        Assert.Contains("分母仅 8，不宜比较", hints[0], StringComparison.Ordinal);
        Assert.Contains("原表未注明单位", hints[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scope_stands_beside_the_name_where_it_is_not_the_bodys_own()
    {
        await using var harness = await ShowAsync(Of(Received, 2020, 2020, [Gongshu], [], Value(Gongshu, 2020, 1), Value(Gongshu, 2020, 2, scope: "territory")));

        var heads = (await harness.PageAsync()).QuerySelectorAll("tbody th").Select(head => head.TextContent).ToList();
        Assert.DoesNotContain("全域", heads[0], StringComparison.Ordinal);
        Assert.Contains("拱墅区教育局（全域）", heads[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_a_report_prints_opens_its_source_and_nothing_else_does()
    {
        await using var harness = await ShowAsync(Of(Received, 2018, 2020, [Gongshu], [], Value(Gongshu, 2018, 5), Value(Gongshu, 2019, null)));
        var buttons = (await harness.PageAsync()).QuerySelectorAll("tbody td button").Length;

        for (var i = 0; i < buttons; i++) await harness.FireAsync(page => page.QuerySelectorAll("tbody td button")[i], "onclick", new MouseEventArgs());

        Assert.Equal(["2018/requests.received.total", "2019/requests.received.total"], opened);
        Assert.All(opened, source => Assert.NotNull(SourceKey.Parse(source)));
    }

    [Fact]
    public async Task Panels_of_several_metrics_stand_below_each_other()
    {
        await using var harness = await ShowAsync(Of(Received, 2020, 2020, Value(Gongshu, 2020, 1)), Of(Disclosure, 2020, 2020, Value(Gongshu, 2020, 0.5m, Disclosure, denominator: 40)));

        Assert.Equal(["1", "—", "50.0%", "—"], Rows(await harness.PageAsync()));
    }

    [Fact]
    public async Task Computed_number_is_not_said_to_be_as_printed()
    {
        await using var harness = await ShowAsync(Of(Disclosure, 2020, 2020, [Gongshu], [], Value(Gongshu, 2020, 0.5m, Disclosure, denominator: 40)));

        Assert.DoesNotContain("按原样印出", Assert.Single(Hints(await harness.PageAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_sign_of_the_table_is_explained_above_it()
    {
        await using var harness = await ShowAsync(
            Of(Received, 2018, 2020, [Gongshu], [], Value(Gongshu, 2018, null), Value(Gongshu, 2019, null, state: "unread")),
            Of(Disclosure, 2018, 2020, [Gongshu], [], Value(Gongshu, 2018, null, Disclosure, "undefined"), Value(Gongshu, 2019, null, Disclosure, "incomplete"), Value(Gongshu, 2020, 0, Disclosure, isDisputed: true)));
        var page = await harness.PageAsync();
        var legend = page.QuerySelector(".sub")!.TextContent;

        Assert.All(page.QuerySelectorAll("tbody td"), cell => Assert.Contains(cell.TextContent.Trim() + " ", legend, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Rows(IHtmlDocument page) => page.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())));

    private static List<string> Hints(IHtmlDocument page) => page.QuerySelectorAll("tbody td [title]").Select(cell => cell.GetAttribute("title")!).ToList();

    private Task<RenderHarness> ShowAsync(params ComparePanel[] panels) => RenderHarness.ShowAsync<CompareTable>(services,
        (nameof(CompareTable.Panels), panels), (nameof(CompareTable.OnSource), EventCallback.Factory.Create<string>(this, opened.Add)));
}
