// The drawer is the proof behind every number: it shows the cell as it was printed, and never a number that is none.
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Analytics.Catalog;
using Analytics.Dashboards.Components.Sources;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using static Analytics.Dashboards.Tests.SmallWarehouse;

namespace Analytics.Dashboards.Tests.Components.Sources;

[Collection(WarehouseTests.Name)]
public sealed class SourceDrawerTests(SmallWarehouse warehouse) : IAsyncDisposable
{
    private readonly ServiceProvider services = PageServices.Create(warehouse);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Printed_value_shows_its_text_its_place_and_its_document()
    {
        var page = await PageAsync(Gongshu, 2020, "requests.received.total");

        Assert.Equal("45件", Text(page, ".big"));
        Assert.Contains(Gongshu.Name, Text(page, ".who"), StringComparison.Ordinal);
        Assert.Contains("2020 年 · 收到申请", Text(page, ".who"), StringComparison.Ordinal);
        Assert.Equal("“45”", Entry(page, "印刷内容"));
        Assert.Equal("表三 · 第 4 页 · 文件中第 2 个表格 · 第 3 行 · 第 8 列", Entry(page, "位置"));
        Assert.Equal("一、本年新收政府信息公开申请数量 × 总计", Entry(page, "行 × 列"));
        Assert.Equal("2021-01-20", Entry(page, "发布日期"));
        Assert.Equal("第 1 版 · 数据范围：本机关", Entry(page, "版本"));
        Assert.Equal(Sha256(FileOf(Gongshu, 2020)), Entry(page, "SHA-256"));
        Assert.Equal($"documents/{Sha256(FileOf(Gongshu, 2020))}", page.QuerySelector("a[download]")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector(".doubt"));
    }

    [Fact]
    public async Task Cell_is_marked_among_its_neighbours_under_its_own_head()
    {
        var page = await PageAsync(Gongshu, 2020, "requests.carried_in.enterprise");
        var target = Assert.Single(page.QuerySelectorAll("td.target"));
        var row = target.ParentElement!;

        Assert.Equal("0", target.TextContent);
        Assert.Equal("own", row.ClassName);
        Assert.Equal("二、上年结转政府信息公开申请数量", row.QuerySelector("th")!.TextContent);
        Assert.Equal("商业企业", page.QuerySelectorAll(".printed thead th")[target.Index() - 1].TextContent);
        Assert.All(page.QuerySelectorAll(".printed tbody tr"), line => Assert.Equal(7, line.QuerySelectorAll("td").Length));
        Assert.Equal(("region", "0"), (page.QuerySelector(".printed")!.GetAttribute("role"), page.QuerySelector(".printed")!.GetAttribute("tabindex")));
    }

    [Theory]
    [InlineData("requests.received.total", "R01", "✓", "通过：各类申请人之和等于总计")]
    [InlineData("requests.received.total", "R03", "✓", "通过：第一项加第二项等于第三项加第四项")]
    public async Task Sums_that_hold_are_said_to_hold(string metric, string rule, string sign, string text) =>
        Assert.Equal((sign, text), Rule(await PageAsync(Gongshu, 2020, metric), rule));

    [Fact]
    public async Task Sum_that_does_not_hold_is_said_in_words_and_the_number_stays_as_printed()
    {
        var page = await PageAsync(Xinzhou, 2020, "requests.granted.total");

        Assert.Equal("0件", Text(page, ".big"));
        Assert.Contains("存疑", Text(page, ".doubt"), StringComparison.Ordinal);
        Assert.Equal(("✗", "不符：各类申请人之和与总计不等：予以公开印为 0，按其他各项应为 15"), Rule(page, "R01"));
        Assert.Contains("标题与落款不一致", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sum_that_cannot_be_checked_is_said_so() =>
        Assert.Equal(("–", "无法核对：各类申请人之和等于总计"), Rule(await PageAsync(Chaoyang, 2020, "requests.partly_granted.natural"), "R01"));

    [Fact]
    public async Task Derived_value_shows_its_formula_and_its_terms()
    {
        var page = await PageAsync(Gongshu, 2020, "disclosure_rate");

        Assert.Equal("95.0%", Text(page, ".big"));
        Assert.Equal("（予以公开 ＋ 部分公开） ÷ 办结申请", Text(page, ".formula"));
        Assert.Equal(["分子 予以公开 35", "分子 部分公开 3", "分母 办结申请 40"], Terms(page));
        Assert.Empty(page.QuerySelectorAll(".printed, .rules"));
    }

    [Fact]
    public async Task Term_leads_to_its_own_cell()
    {
        await using var harness = await ShowAsync(Gongshu, 2020, "disclosure_rate");

        await harness.FireAsync(page => page.QuerySelectorAll(".terms button").Single(button => button.TextContent == "部分公开"), "onclick", new MouseEventArgs());

        var page = await harness.PageAsync();
        Assert.Equal("3件", Text(page, ".big"));
        Assert.Equal("“3”", Entry(page, "印刷内容"));
        Assert.Equal("3", Assert.Single(page.QuerySelectorAll("td.target")).TextContent);
    }

    [Fact]
    public async Task Defect_Number_stands_under_its_own_name_while_the_next_one_is_read()
    {
        await using var harness = await ShowAsync(Gongshu, 2020, "disclosure_rate");

        var going = harness.FireAsync(page => page.QuerySelectorAll(".terms button").Single(button => button.TextContent == "部分公开"), "onclick", new MouseEventArgs());
        var page = await harness.PageAsync();
        await going;

        Assert.Contains((Text(page, ".big"), Text(page, ".who").Split(" · ")[^1]), new[] { ("95.0%", "公开率（予以公开＋部分公开）"), ("3件", "部分公开") });
    }

    [Fact]
    public async Task Rate_in_dispute_is_said_to_be_in_dispute_and_is_not_zero_per_cent()
    {
        var page = await PageAsync(Xinzhou, 2020, "disclosure_rate");

        Assert.Equal("存疑", Text(page, ".big"));
        Assert.DoesNotContain("%", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["分子 予以公开 0 ⚠", "分子 部分公开 0", "分母 办结申请 15"], Terms(page));
    }

    [Theory]
    [InlineData("requests.carried_in.enterprise", "印为空白", "（空白单元格）")]
    [InlineData("requests.partly_granted.total", "未能读出", "“l0l”")]
    public async Task What_is_no_number_is_said_in_words_beside_what_is_printed(string metric, string big, string text)
    {
        var page = await PageAsync(Chaoyang, 2020, metric);

        Assert.Equal((big, text), (Text(page, ".big"), Entry(page, "印刷内容")));
    }

    [Fact]
    public async Task Rate_with_a_term_that_is_no_number_is_not_computed()
    {
        var page = await PageAsync(Chaoyang, 2020, "full_grant_rate");

        Assert.Equal("有一项不是数字，无法计算", Text(page, ".big"));
        Assert.Equal(["分子 予以公开 4", "分母 办结申请 ／"], Terms(page));
    }

    [Fact]
    public async Task Term_that_could_not_be_read_is_not_shown_as_blank() =>
        Assert.Contains("分子 部分公开 ?", Terms(await PageAsync(Chaoyang, 2020, "disclosure_rate")));

    [Fact]
    public async Task Term_that_was_not_reported_is_named_as_such()
    {
        // The rate cannot be computed because this one term is missing, so it is the one that must be seen.
        var page = await PageAsync(Chaoyang, 2020, "procurement_average_wan");
        Assert.Contains(Terms(page), term => term.StartsWith("分母 采购项目数 —", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Amount_without_a_unit_says_so()
    {
        var page = await PageAsync(Chaoyang, 2020, "procurement.amount_wan");

        Assert.Contains("原表未注明单位", Text(page, ".doubt"), StringComparison.Ordinal);
        Assert.Equal("“500”", Entry(page, "印刷内容"));
    }

    [Fact]
    public async Task Amount_without_a_unit_is_not_given_one() =>
        Assert.DoesNotContain("万元", Text(await PageAsync(Chaoyang, 2020, "procurement.amount_wan"), ".big"), StringComparison.Ordinal);

    [Fact]
    public async Task Cells_of_a_neighbouring_line_stand_under_their_own_heads()
    {
        // 朝阳's line of table 三 lacks a cell; its total must not slide under another head.
        var page = await PageAsync(Chaoyang, 2020, "requests.declined.repeated.total");
        var line = page.QuerySelectorAll(".printed tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Contains("投诉", StringComparison.Ordinal));

        Assert.Equal(7, line.QuerySelectorAll("td").Length);
    }

    [Fact]
    public async Task Cells_of_a_line_with_other_heads_do_not_stand_under_this_lines_heads()
    {
        // Of table 二: last year's number of charged items must not stand under the number of purchases.
        var page = await PageAsync(Gongshu, 2020, "procurement.count");

        Assert.Equal(["政府集中采购"], page.QuerySelectorAll(".printed tbody th").Select(row => row.TextContent.Trim()));
        Assert.Equal(2, page.QuerySelectorAll(".printed tbody td").Length);
    }

    [Fact]
    public async Task Value_that_is_gone_says_what_to_do()
    {
        await using var harness = await RenderHarness.ShowAsync<SourceDrawer>(services, (nameof(SourceDrawer.Key), new SourceKey(9999, new MetricKey("requests.received.total"))));

        Assert.Equal("找不到这个数值，可能已有新版本。请刷新页面。", Text(await harness.PageAsync(), ".nodata"));
    }

    private static string Text(IHtmlDocument page, string selector) => page.QuerySelectorAll(selector).Single().TextContent.Trim();

    private static string Entry(IHtmlDocument page, string name) => page.QuerySelectorAll("dt").Last(head => head.TextContent == name).NextElementSibling!.TextContent;

    private static (string Sign, string Text) Rule(IHtmlDocument page, string id)
    {
        var line = page.QuerySelectorAll("ul.rules li").Single(item => item.QuerySelector("b")!.TextContent == id);
        return (line.QuerySelector(".sign")!.TextContent, line.Children[^1].TextContent);
    }

    private static IEnumerable<string> Terms(IHtmlDocument page) =>
        page.QuerySelectorAll(".terms tr").Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())));

    private async Task<RenderHarness> ShowAsync(Agency agency, int year, string metric) => await RenderHarness.ShowAsync<SourceDrawer>(
        services, (nameof(SourceDrawer.Key), new SourceKey(await warehouse.ReportAsync(agency, year), new MetricKey(metric))));

    private async Task<IHtmlDocument> PageAsync(Agency agency, int year, string metric)
    {
        await using var harness = await ShowAsync(agency, year, metric);
        return await harness.PageAsync();
    }
}
