// The letter names every finding once with its cells as printed, and is in Chinese whatever the page is in.
using System.Globalization;
using Analytics.Dashboards.Components.Pages.Quality;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Quality;

public sealed class NoteLetterTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private readonly NoteLetter letters = new(PageServices.Texts, CatalogData.Current);

    [Fact]
    public void Letter_has_the_cells_the_printed_and_the_expected_value_and_the_rule()
    {
        var text = letters.Write([Line("予以公开", "总计", "0"), Line("予以公开", "自然人", "15")], "某办公室", Today, Today.AddDays(15));

        Assert.StartsWith("关于核实《忻州市教育局2020年政府信息公开工作年度报告》有关数据的函", text, StringComparison.Ordinal);
        Assert.Contains("忻州市教育局：", text, StringComparison.Ordinal);
        Assert.Contains("下列1处", text, StringComparison.Ordinal);
        Assert.Contains("1．各类申请人之和等于总计（R01，错误）", text, StringComparison.Ordinal);
        Assert.Contains("表三“予以公开·总计”，报告印为“0”", text, StringComparison.Ordinal);
        Assert.Contains("表三“予以公开·自然人”，报告印为“15”", text, StringComparison.Ordinal);
        Assert.Contains("报告印为 0，按该项规则应为 15", text, StringComparison.Ordinal);
        Assert.Contains("请贵单位于2026年12月5日前", text, StringComparison.Ordinal);
        Assert.EndsWith($"某办公室{Environment.NewLine}　　　　　　　　　　　　2026年11月20日{Environment.NewLine}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("本机关", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Blank_cells_cells_that_are_not_there_and_findings_without_a_cell_are_told_apart()
    {
        NoteLine[] lines =
        [
            Line("予以公开", "总计", ""), Line("予以公开", "总计", null) with { FormTable = null, RowLabel = null, ColumnLabel = null, Message = "没有" },
            Line(null, null, null) with { Metric = null, LabelZh = null, FormTable = null, Rule = "R23", Severity = "warning", Message = "标题与落款不一致", Expected = null, Printed = null },
        ];
        var text = letters.Write(lines, "", Today, Today);

        Assert.Equal(3, NoteLetter.Findings(lines));
        Assert.Contains("“予以公开·总计”，报告印为空白", text, StringComparison.Ordinal);
        Assert.Contains("“予以公开”，报告中没有这一格", text, StringComparison.Ordinal);
        Assert.Contains("标题与落款不一致", text, StringComparison.Ordinal);
        Assert.Contains("（发函单位）", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_of_several_scopes_are_named() => Assert.Contains("（R01，错误）（本级）",
        letters.Write([Line("予以公开", "总计", "0"), Line("予以公开", "总计", "0") with { ReportId = 8, ReportScope = "level" }], "", Today, Today), StringComparison.Ordinal);

    [Fact]
    public void Letter_is_in_chinese_on_an_english_page_and_the_page_stays_english()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new CultureInfo("en");
            Assert.StartsWith("关于核实", letters.Write([Line("予以公开", "总计", "0")], "", Today, Today), StringComparison.Ordinal);
            Assert.Equal("en", CultureInfo.CurrentUICulture.Name);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static NoteLine Line(string? row, string? column, string? text) => new(
        "140900.教育局", "忻州市教育局", 2020, "own", 7, "R01", "error", "各类申请人之和与总计不等", 15, 0, "requests.granted.total", "予以公开", 3, row, column, text);
}
