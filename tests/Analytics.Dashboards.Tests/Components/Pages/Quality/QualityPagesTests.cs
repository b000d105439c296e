// The quality pages as a supervisor meets them, over a real warehouse and real tables.
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Analytics.Dashboards.Components.Pages.Quality;
using Analytics.Etl.Operations;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Radzen;
using static Analytics.Dashboards.Tests.SmallWarehouse;

namespace Analytics.Dashboards.Tests.Components.Pages.Quality;

public sealed class QualityPagesTests : IAsyncLifetime
{
    private readonly JobsForTest jobs = new();

    private NavigationManager Navigation => jobs.Services.GetRequiredService<NavigationManager>();

    private WarehouseWriter Writer => jobs.Services.GetRequiredService<WarehouseWriter>();

    private AgencyNotes Notes => jobs.Services.GetRequiredService<AgencyNotes>();

    public async Task InitializeAsync()
    {
        await jobs.InitializeAsync();
        await Writer.LoadAsync(Items().ToList(), default);
        await Writer.PublishAsync(default);
    }

    public Task DisposeAsync() => jobs.DisposeAsync();

    [Fact]
    public async Task Summary_counts_by_rule_and_a_square_opens_its_report_or_says_what_is_lacking()
    {
        await using var harness = await ShowAsync("");
        var page = await harness.PageAsync();

        var rule = page.QuerySelectorAll(".kinds tbody tr").Single(row => row.TextContent.Contains("各类申请人之和等于总计", StringComparison.Ordinal));
        Assert.Equal("quality?tab=findings&rule=R01&severity=error", rule.QuerySelector("a")!.GetAttribute("href"));
        var row = Row(page, "忻州市教育局");
        Assert.Equal("a", row.QuerySelector(".sq.errors")!.LocalName);
        Assert.Contains("没有载入名册", page.QuerySelector(".matrixcard footer")!.TextContent, StringComparison.Ordinal);

        await harness.FireAsync(shown => Row(shown, "忻州市教育局").QuerySelector("button.sq")!, "onclick", new MouseEventArgs());
        Assert.Contains("忻州市教育局 2021 年度：没有报告；机关不在名册上", (await harness.PageAsync()).QuerySelector(".told")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matrix_shows_only_agencies_with_what_is_looked_for_and_all_their_years()
    {
        await using var harness = await ShowAsync("?show=errors");
        var page = await harness.PageAsync();

        Assert.All(page.QuerySelectorAll(".matrix tbody tr:not(.sum)"), row => Assert.NotNull(row.QuerySelector(".errors")));
        Assert.NotEmpty(page.QuerySelectorAll(".matrix tbody tr:not(.sum)"));
        var download = page.QuerySelectorAll(".matrixcard a[download]").Select(link => link.GetAttribute("href"));
        Assert.Equal(["quality/matrix.csv?show=errors", "quality/matrix.xlsx?show=errors"], download);
    }

    [Fact]
    public async Task Findings_of_one_rule_are_explained_together_with_one_reason()
    {
        var harness = await ShowAsync("?tab=findings&rule=R01");
        var all = (await harness.PageAsync()).QuerySelectorAll(".findingtable tbody tr").Length;
        Assert.True(all > 0);
        await harness.FireAsync(page => page.QuerySelector(".bulk input")!, "onchange", new ChangeEventArgs { Value = true });
        Assert.Contains($"已选 {all} 条", (await harness.PageAsync()).QuerySelector(".bulk")!.TextContent, StringComparison.Ordinal);

        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var dialogs = jobs.Services.GetRequiredService<DialogService>();
        dialogs.OnOpen += (_, _, _, _) => asked.SetResult();
        var marking = harness.FireAsync(page => page.QuerySelector(".bulk button.primary")!, "onclick", new MouseEventArgs());
        await asked.Task;
        dialogs.Close("机关来函说明");
        await marking;
        Assert.Contains("已保存", (await harness.PageAsync()).QuerySelector(".said")!.TextContent, StringComparison.Ordinal);

        await harness.DisposeAsync();

        await Writer.PublishAsync(default);
        Assert.Equal(all, (await SeeAsync("?tab=findings&rule=R01&state=explained")).QuerySelectorAll(".findingtable tbody tr").Length);
    }

    [Fact]
    public async Task Letter_is_written_noted_as_sent_and_followed_up()
    {
        Navigation.NavigateTo(Addresses.Note(CodeOf(Xinzhou), 2020));
        await using var harness = await RenderHarness.ShowAsync<NotePage>(jobs.Services);
        var page = await harness.PageAsync();
        Assert.StartsWith("关于核实《忻州市教育局2020年政府信息公开工作年度报告》有关数据的函", page.QuerySelector("#letter-text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("报告印为 0，按该项规则应为 15", page.QuerySelector("#letter-text")!.TextContent, StringComparison.Ordinal);

        await harness.FireAsync(".noteform input[type=text]", "oninput", new ChangeEventArgs { Value = "某办公室" });
        await harness.FireAsync("form", "onsubmit", EventArgs.Empty);
        var note = Assert.Single(await Notes.ListAsync(CodeOf(Xinzhou), null, default));
        Assert.Contains("某办公室", note.Letter, StringComparison.Ordinal);
        Assert.Equal(note.SentOn.AddDays(NotePage.DaysToAnswer), note.DueOn);

        await harness.FireAsync(shown => Button(shown, "答复"), "onclick", new MouseEventArgs());
        await harness.FireAsync(".notesteps form", "onsubmit", EventArgs.Empty);
        Assert.Contains("请写明", (await harness.PageAsync()).QuerySelector(".notesteps [role=alert]")!.TextContent, StringComparison.Ordinal);
        await harness.FireAsync(".notesteps form input[type=text]", "oninput", new ChangeEventArgs { Value = "已更正" });
        await harness.FireAsync(".notesteps form", "onsubmit", EventArgs.Empty);
        Assert.Equal(NoteState.Answered, Assert.Single(await Notes.ListAsync(null, null, default)).StateOn(note.SentOn));
    }

    [Fact]
    public async Task Overdue_letters_come_first_and_are_found_by_group_and_state()
    {
        var (year, day) = (new Analytics.Catalog.ReportYear(2020), new DateOnly(2021, 6, 1));
        await Notes.SendAsync(new NewNote(CodeOf(Xinzhou), year, 1, "函", day, day.AddDays(5)), "甲", default);
        await Notes.SendAsync(new NewNote(CodeOf(Gongshu), year, 1, "函", day, new DateOnly(2999, 1, 1)), "甲", default);
        var all = await SeeAsync("?tab=notes");
        Assert.Equal(["忻州市教育局", "拱墅区教育局"], Agencies(all));
        Assert.Contains("逾期", all.QuerySelector(".state.error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["忻州市教育局"], Agencies(await SeeAsync("?tab=notes&show=overdue")));
        Assert.Equal(["拱墅区教育局"], Agencies(await SeeAsync("?tab=notes&r=330000")));

        static IEnumerable<string> Agencies(IHtmlDocument page) => page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Split(' ')[0]);
    }

    [Fact]
    public async Task Agency_that_is_not_known_and_a_report_without_findings_are_told()
    {
        Navigation.NavigateTo(Addresses.Note("no.such", 2020));
        await using (var harness = await RenderHarness.ShowAsync<NotePage>(jobs.Services))
            Assert.Contains("没有这个机关", (await harness.PageAsync()).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Navigation.NavigateTo(Addresses.Note(CodeOf(GongshuCivil), 2021));
        await using var fine = await RenderHarness.ShowAsync<NotePage>(jobs.Services);
        Assert.Empty((await fine.PageAsync()).QuerySelectorAll("#letter-text, form"));
    }

    [Fact]
    public async Task Before_anything_is_published_the_page_says_how_to_begin()
    {
        using var nothing = new UnpublishedWarehouse();
        await using var unpublished = PageServices.Create(nothing.Folder, nothing.Published);
        await using var harness = await RenderHarness.ShowAsync<QualityPage>(unpublished);

        Assert.Equal("./run load PATH", (await harness.PageAsync()).QuerySelector("code")!.TextContent);
    }

    private static IElement Row(IHtmlDocument page, string agency) =>
        page.QuerySelectorAll(".matrix tbody tr").Single(row => row.QuerySelector("th")!.TextContent.StartsWith(agency, StringComparison.Ordinal));

    private static IElement Button(IHtmlDocument page, string text) => page.QuerySelectorAll("button").Single(button => button.TextContent == text);

    private async Task<RenderHarness> ShowAsync(string query)
    {
        Navigation.NavigateTo("quality" + query);
        return await RenderHarness.ShowAsync<QualityPage>(jobs.Services);
    }

    private async Task<IHtmlDocument> SeeAsync(string query)
    {
        await using var harness = await ShowAsync(query);
        return await harness.PageAsync();
    }
}
