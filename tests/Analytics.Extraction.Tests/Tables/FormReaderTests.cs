// The tables are read as printed; what has no honest reading is named, and nothing is repaired.
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class FormReaderTests
{
    private const string Granted = "（一）予以公开\t\t";

    [Theory]
    [InlineData("2019")]
    [InlineData("2021")]
    public void Every_cell_of_a_form_is_read_once_and_nothing_is_found_amiss(string form)
    {
        var read = Printed.Tables(Printed.Text(form));
        var required = CatalogData.Current.Forms.Lines.Where(line => !line.IsOptional)
            .SelectMany(line => CatalogData.Current.Forms.ColumnsOf(line, form), (line, column) => $"{line.Line}.{column.Column}");

        Assert.Equal(required.Order(StringComparer.Ordinal), read.Facts.Select(fact => fact.Metric.Value).Order(StringComparer.Ordinal));
        Assert.All(read.Facts, fact => Assert.Equal((FactState.Number, 0m), (fact.State, fact.Value)));
        Assert.Equal(["二", "三", "四"], read.Forms.Keys.OrderBy(table => "二三四".IndexOf(table, StringComparison.Ordinal)));
        Assert.All(read.Forms.Values, value => Assert.Equal(form, value));
        Assert.Empty(read.Findings);
    }

    [Fact]
    public void Values_land_in_their_columns()
    {
        var facts = Printed.Tables(Printed.Text("2019",
            "rules.made=1", "rules.disclosed=2", "rules.public_total=3", "fees.items_change=-93", "licensing.items_change=+1",
            "requests.granted.natural=4", "requests.granted.other_org=5", "requests.granted.total=9",
            "litigation_direct.pending=6", "litigation_direct.total=6", "litigation_after.upheld=7", "litigation_after.total=7")).Facts;

        Assert.Equal("1 2 3", facts.Line("rules"));
        Assert.Equal("0 -93", facts.Line("fees"));
        Assert.Equal("0 1 0", facts.Line("licensing"));
        Assert.Equal("4 0 0 0 0 5 9", facts.Line("requests.granted"));
        Assert.Equal("0 0 0 0 0", facts.Line("reconsideration"));
        Assert.Equal("0 0 0 6 6", facts.Line("litigation_direct"));
        Assert.Equal("7 0 0 0 7", facts.Line("litigation_after"));
    }

    [Fact]
    public void A_row_with_more_values_than_columns_is_named_even_where_the_sums_tell_which_belong()
    {
        var text = Printed.Text("2019", "requests.granted.natural=4", "requests.granted.total=4").Replace(Granted + "4\t0\t0\t0\t0\t0\t4", Granted + "4\t0\t0\t0\t0\t0\t4\t77", StringComparison.Ordinal);
        Assert.Contains("77", text, StringComparison.Ordinal);

        var read = Printed.Tables(text);

        Assert.Equal("4 0 0 0 0 0 4", read.Facts.Line("requests.granted"));
        var finding = Assert.Single(read.Findings, finding => finding.Rule == "R18");
        Assert.Contains(new MetricKey("requests.granted.total"), finding.Metrics);
        Assert.Contains("8 个值", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_side_by_side_are_read_where_each_cell_is_a_line_of_its_own()
    {
        string[] heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
        string[] lines =
        [
            "四、政府信息公开行政复议、行政诉讼情况", "行政复议", "行政诉讼", .. heads, "未经复议直接起诉", "复议后起诉", .. heads, .. heads,
            "1", "2", "3", "4", "10", "0", "0", "5", "0", "5", "0", "6", "0", "0", "6",
        ];
        var read = Printed.Tables(string.Join("\n", lines) + "\n五、存在的主要问题及改进情况\n");

        Assert.Equal("1 2 3 4 10", read.Facts.Line("reconsideration"));
        Assert.Equal("0 0 5 0 5", read.Facts.Line("litigation_direct"));
        Assert.Equal("0 6 0 0 6", read.Facts.Line("litigation_after"));
        Assert.DoesNotContain(read.Findings.SelectMany(finding => finding.Metrics), metric => CatalogData.Current.Metric(metric)!.Table == "四");
    }

    [Fact]
    public void Each_table_is_told_by_its_own_heads_and_lines()
    {
        var read = Printed.Tables(Printed.Text([("二", "2021"), ("三", "2019"), ("四", "2019")], "rules.in_force=7", "requests.other.total=2", "requests.other.natural=2"));

        Assert.Equal(("2021", "2019"), (read.Forms["二"], read.Forms["三"]));
        Assert.Equal("0 0 7", read.Facts.Line("rules"));
        Assert.Equal("2 0 0 0 0 0 2", read.Facts.Line("requests.other"));
        Assert.DoesNotContain(read.Facts, fact => fact.Metric.Value.StartsWith("procurement.", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_of_the_split_other_services_are_lines_of_their_own()
    {
        var facts = Printed.Tables(Printed.Text("2019", "other_services.inspection.items_prev=4", "other_services.inspection.decisions=2985",
            "other_services.confirmation.items_prev=0", "other_services.confirmation.decisions=1")).Facts;

        Assert.Equal("4 blank 2985", facts.Line("other_services.inspection"));
        Assert.Equal("0 blank 1", facts.Line("other_services.confirmation"));
        Assert.Equal("absent", facts.Shown("other_services.decisions"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("—")]
    [InlineData("无")]
    public void A_blank_cell_is_blank_and_not_zero(string printed)
    {
        var facts = Printed.Tables(Printed.Text("2019", "rules.made=" + printed, "requests.granted.welfare=" + printed, "litigation_after.other=" + printed)).Facts;

        Assert.Equal(["blank", "blank", "blank"], new[] { "rules.made", "requests.granted.welfare", "litigation_after.other" }.Select(facts.Shown));
    }

    [Theory]
    [InlineData("3336.05万元", "3336.05", "万元")]
    [InlineData("251000元", "25.1", "元")]
    [InlineData("73802895.90元", "7380.28959", "元")]
    [InlineData("3.2亿元", "32000", "亿元")]
    [InlineData("23,600.00", "23600", null)]
    public void An_amount_is_turned_into_wan_by_its_printed_unit(string printed, string wan, string? unit)
    {
        var facts = Printed.Tables(Printed.Text("2019", "procurement.count=1", "procurement.amount_wan=" + printed)).Facts;

        Assert.Equal(wan, facts.Shown("procurement.amount_wan"));
        Assert.Equal(unit, facts.Single(fact => fact.Metric.Value == "procurement.amount_wan").Source.Unit);
    }

    [Fact]
    public void The_unit_may_stand_in_the_head_and_the_cells_own_comes_first()
    {
        var text = Printed.Text("2019", "procurement.count=1", "procurement.amount_wan=251000").Replace("采购总金额", "采购总金额（单位：元）", StringComparison.Ordinal);

        Assert.Equal("25.1", Printed.Tables(text).Facts.Shown("procurement.amount_wan"));
        Assert.Equal("251000", Printed.Tables(text.Replace("251000", "251000万元", StringComparison.Ordinal)).Facts.Shown("procurement.amount_wan"));
    }

    [Fact]
    public void Fees_of_the_2021_form_are_in_wan_unless_another_unit_is_printed()
    {
        Assert.Equal("12.5", Printed.Tables(Printed.Text("2021", "fees.amount_wan=12.5")).Facts.Shown("fees.amount_wan"));
        Assert.Equal("12.5", Printed.Tables(Printed.Text("2021", "fees.amount_wan=125000元")).Facts.Shown("fees.amount_wan"));
    }

    [Theory]
    [InlineData("licensing.decisions", "12万元")]
    [InlineData("licensing.decisions", "3.5.6")]
    [InlineData("licensing.decisions", "约12")]
    [InlineData("licensing.decisions", "1234567890123")]
    [InlineData("procurement.amount_wan", "1.2345678万元")]
    public void A_cell_without_an_honest_reading_is_unread_and_named(string metric, string printed)
    {
        var read = Printed.Tables(Printed.Text("2019", $"{metric}={printed}"));

        Assert.Equal("unread", read.Facts.Shown(metric));
        Assert.Equal(printed, read.Facts.Single(fact => fact.Metric.Value == metric).Source.Text);
        Assert.Contains(read.Findings, finding => finding.Rule == "R18" && finding.Metrics.Contains(new MetricKey(metric)));
    }

    [Fact]
    public void A_line_that_is_not_printed_is_absent_and_reported_with_its_cells()
    {
        var read = Printed.Tables(Printed.Text("2019").Replace("行政强制\t0\t0\t0\n", "", StringComparison.Ordinal));

        Assert.Equal("", read.Facts.Line("compulsion"));
        var finding = Assert.Single(read.Findings);
        Assert.Equal(["compulsion.items_prev", "compulsion.items_change", "compulsion.decisions"], finding.Metrics.Select(metric => metric.Value));
        Assert.Equal(("R18", Severity.Warning), (finding.Rule, finding.Severity));
        Assert.Contains("表二缺少：行政强制", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_the_form_does_not_have_is_reported_and_not_read()
    {
        var read = Printed.Tables(Printed.Text("2019").Replace("行政强制\t0\t0\t0\n", "行政强制\t0\t0\t0\n双随机抽查\t9\t9\t9\n", StringComparison.Ordinal));

        Assert.Contains("双随机抽查", Assert.Single(read.Findings, finding => finding.Rule == "R18").Message, StringComparison.Ordinal);
        Assert.DoesNotContain(read.Facts, fact => fact.Value == 9);
    }

    [Fact]
    public void A_line_printed_twice_is_read_once_and_reported()
    {
        var read = Printed.Tables(Printed.Text("2019").Replace("行政处罚\t0\t0\t0\n", "行政处罚\t1\t0\t2\n行政处罚\t3\t0\t4\n", StringComparison.Ordinal));

        Assert.Contains(read.Facts.Line("penalties"), new[] { "1 0 2", "3 0 4" });
        var finding = Assert.Single(read.Findings, finding => finding.Rule == "R18");
        Assert.Equal(["penalties.items_prev", "penalties.items_change", "penalties.decisions"], finding.Metrics.Select(metric => metric.Value));
        Assert.Contains("不止一次", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_heads_there_are_columns_nobody_can_name()
    {
        var read = Printed.Tables("规章\t1\t2\t3\n规范性文件\t4\t5\t6\n");

        Assert.Empty(read.Facts);
        Assert.Contains(read.Findings, finding => finding.Metrics.Contains(new MetricKey("rules.made")) && finding.Metrics.Contains(new MetricKey("rules.issued")));
    }

    [Fact]
    public void A_lost_cell_among_zeros_is_read_where_every_placing_agrees_and_reported()
    {
        var read = Printed.Tables(Granted3("0\t0\t0\t0\t0\t0"));

        Assert.Equal("0 0 0 0 0 0 0", read.Facts.Line("requests.granted"));
        Assert.Contains(read.Findings, finding => finding.Rule == "R18" && finding.Metrics.Contains(new MetricKey("requests.granted.natural")));
    }

    [Fact]
    public void A_lost_cell_that_leaves_a_doubt_leaves_those_cells_unread_and_the_row_named()
    {
        var read = Printed.Tables(Granted3("15\t0\t0\t0\t0\t15"));

        Assert.Equal("unread unread 0 0 0 0 15", read.Facts.Line("requests.granted"));
        var finding = Assert.Single(read.Findings);
        Assert.Contains("2 个单元格无法可靠读出", finding.Message, StringComparison.Ordinal);
        Assert.Equal(7, finding.Metrics.Count);
    }

    [Fact]
    public void A_total_printed_zero_is_kept()
    {
        Assert.Equal("15 0 0 0 0 0 0", Printed.Tables(Printed.Text("2019", "requests.granted.natural=15")).Facts.Line("requests.granted"));
    }

    [Fact]
    public void Table_four_printed_line_by_line_is_read_too()
    {
        var text = Printed.Text([("二", "2019"), ("三", "2019")]) + """
            四、政府信息公开行政复议、行政诉讼情况
            行政复议
            结果维持	结果纠正	其他结果	尚未审结	总计
            1	2	0	0	3
            行政诉讼（未经复议直接起诉）
            结果维持	结果纠正	其他结果	尚未审结	总计
            0	0	4	0	4
            行政诉讼（复议后起诉）
            结果维持	结果纠正	其他结果	尚未审结	总计
            0	0	0	5	5

            """.Replace("\r\n", "\n", StringComparison.Ordinal);

        var facts = Printed.Tables(text).Facts;

        Assert.Equal(["1 2 0 0 3", "0 0 4 0 4", "0 0 0 5 5"], new[] { "reconsideration", "litigation_direct", "litigation_after" }.Select(facts.Line));
    }

    [Fact]
    public void A_surplus_zero_in_table_four_is_read_where_every_placing_agrees()
    {
        var text = Printed.Text("2019").Replace(string.Join('\t', Enumerable.Repeat("0", 15)), string.Join('\t', Enumerable.Repeat("0", 16)), StringComparison.Ordinal);

        var read = Printed.Tables(text);

        Assert.Equal(15, read.Facts.Count(fact => fact.Source.Table == 4 && fact.Value == 0));
        Assert.Contains(read.Findings, finding => finding.Rule == "R18" && finding.Metrics.Contains(new MetricKey("reconsideration.total")));
    }

    [Fact]
    public void A_fact_knows_where_and_under_which_labels_it_was_printed()
    {
        var source = Printed.Tables(Printed.Text("2019", "penalties.decisions=12件")).Facts.Single(fact => fact.Metric.Value == "penalties.decisions").Source;

        Assert.Equal((2, "12件", "行政处罚", "处理决定数量", false), (source.Table, source.Text, source.RowLabel, source.ColumnLabel, source.IsOcr));
        Assert.Equal((1, 4), (source.Anchor.Table!.Value, source.Anchor.Column!.Value));
        Assert.NotNull(source.Anchor.Line);
    }

    [Fact]
    public void A_text_without_tables_has_neither_forms_nor_facts()
    {
        var read = Printed.Tables("某局2020年政府信息公开工作年度报告\n一、总体情况\n收到申请12件。\n");

        Assert.Empty(read.Forms);
        Assert.Empty(read.Facts);
        Assert.Empty(read.Findings);
    }

    private static string Granted3(string values) => Printed.Text("2019").Replace(Granted + "0\t0\t0\t0\t0\t0\t0\n", Granted + values + "\n", StringComparison.Ordinal);

    [Fact]
    public void A_row_torn_in_two_is_named_where_its_parts_do_not_fit_together()
    {
        var text = Printed.Text("2019", "requests.granted.natural=1", "requests.granted.enterprise=2", "requests.granted.other_org=3", "requests.granted.total=6")
            .Replace(Granted + "1\t2\t0\t0\t0\t3\t6", Granted + "1\t2\t0\t\t\t\t\n0\t0\t3\t6", StringComparison.Ordinal);
        var finding = Assert.Single(Printed.Tables(text).Findings, finding => finding.Message.Contains("没有名称", StringComparison.Ordinal));

        Assert.Contains(new MetricKey("requests.granted.total"), finding.Metrics);
    }

    [Fact]
    public void What_is_left_of_a_torn_row_is_named_in_a_table_of_its_own_too()
    {
        var read = Printed.RowTables(Granted3("1\t2\t0\t\n无\t"));

        var finding = Assert.Single(read.Findings, finding => finding.Message.Contains("没有名称", StringComparison.Ordinal));
        Assert.Contains(new MetricKey("requests.granted.total"), finding.Metrics);
    }

    // Eight cells, of which the first is the label's: without it the sum would hold just the same.
    [Fact]
    public void A_row_joined_from_two_with_gaps_is_named()
    {
        var read = Printed.RowTables(Granted3("5\t\t\n118\t5\t\t128"));

        Assert.Contains(read.Findings, finding => finding.Rule == "R18" && finding.Metrics.Contains(new MetricKey("requests.granted.natural")) && finding.Metrics.Contains(new MetricKey("requests.granted.total")));
    }

    [Theory]
    [InlineData("\t5\t0\t0\t0\t0\t1")]
    [InlineData("5\t0\t0\t0\t1\t6\t")]
    public void A_row_that_seems_pushed_aside_is_read_as_printed_and_named(string row)
    {
        var text = Printed.Text("2019").Replace(Granted + "0\t0\t0\t0\t0\t0\t0", Granted + row, StringComparison.Ordinal);
        var read = Printed.Tables(text);

        Assert.Equal(7, read.Findings.Single(finding => finding.Message.Contains("可能使数值错位", StringComparison.Ordinal)).Metrics.Count);
        Assert.Contains(read.Facts, fact => fact.Metric.Value == "requests.granted.enterprise" && fact.Value == (row[0] == '\t' ? 5 : 0));
    }

    [Theory]
    [InlineData("二", "二、主动公开政府信息情况")]
    [InlineData("三", "三、收到和处理政府信息公开申请情况")]
    public void A_table_whose_heading_stands_alone_is_named(string table, string heading)
    {
        var others = new[] { "二", "三", "四" }.Where(other => other != table).Select(other => (other, "2021")).ToArray();
        var read = Printed.Tables(Printed.Text(others) + heading + "\n本节见图。\n");

        var named = read.Findings.SelectMany(finding => finding.Metrics).ToHashSet();
        Assert.All(CatalogData.Current.Metrics.Where(metric => metric.Table == table && metric.Forms.Contains("2021", StringComparer.Ordinal)), metric => Assert.Contains(metric.Key, named));
        Assert.All(named, metric => Assert.Equal(table, CatalogData.Current.Metric(metric)!.Table));
    }
}
