// What a person decides takes effect at the next publication, never touches what is printed, and is refused where the
// ground has moved.
using Analytics.Catalog;

namespace Analytics.Warehouse.Tests;

public sealed class DecisionsTests
{
    private static readonly CellKey Cell = new("330105.教育局", new ReportYear(2022), ReportScope.Own, new MetricKey("requests.closed.total"));
    private static readonly CellValue Forty = new(ValueState.Number, 40);
    private static readonly CellValue Fifty = new(ValueState.Number, 50);
    private static readonly FindingKey Finding = new("330105.教育局", new ReportYear(2022), ReportScope.Own, "R01", ["requests.closed.total"], 0);

    [Fact]
    public async Task A_correction_takes_the_printed_values_place_in_what_is_derived_and_not_in_the_report()
    {
        using var warehouse = await OpenAsync();

        await warehouse.Writer.CorrectAsync(Cell, Forty, Fifty, " 核对原件 ", "张三", default);
        await warehouse.PublishAsync();

        Assert.Equal(["50|true", "0.2|false"], (await ValuesAsync(warehouse)).Select(value => value.ToLowerInvariant()));
        Assert.Equal("40", await warehouse.ValueAsync("select whole from cell join dim_metric using (metric_id) where metric = 'requests.closed.total'"));
        var report = await new ReportQueries(warehouse.Reader).CorrectionsAsync(Scope.Country, 1, default);
        Assert.Equal([("number", (decimal?)40, (decimal?)50, (decimal?)40, "核对原件", "张三", "active")],
            report.Select(entry => (entry.ExpectedState, entry.ExpectedValue, entry.Value, entry.PrintedValue, entry.Reason, entry.Author, entry.Status)));
        var cell = (await new ReportQueries(warehouse.Reader).CellsAsync(Scope.Country, 1, default)).Single(cell => cell.Metric == "requests.closed.total");
        Assert.Equal((40m, "number", 50m), (cell.Value!.Value, cell.CorrectedState!, cell.CorrectedValue!.Value));
        Assert.All(await warehouse.Writer.CheckAsync(default), check => Assert.Empty(check.Failing));
    }

    [Fact]
    public async Task A_correction_waits_for_the_publication_and_is_told_where_values_are_compared()
    {
        using var warehouse = await OpenAsync();
        Assert.False(await warehouse.Writer.IsWaitingAsync(default));
        await warehouse.Writer.CorrectAsync(Cell, Forty, Fifty, "核对原件", "张三", default);
        Assert.True(await warehouse.Writer.IsWaitingAsync(default));
        await warehouse.PublishAsync();
        Assert.False(await warehouse.Writer.IsWaitingAsync(default));
        var value = Assert.Single(await new CompareQueries(warehouse.Reader).ValuesAsync(Scope.Country, [Cell.Agency], [Cell.Metric], 2022, 2022, default));
        Assert.Equal((50m, true), (value.Value!.Value, value.IsCorrected));
    }

    [Fact]
    public async Task What_was_said_of_a_quarantined_document_is_told_with_what_was_read_to_those_who_see_the_country()
    {
        using var warehouse = await OpenAsync();
        var item = Sample.Quarantined("held", "no agency");
        await warehouse.Writer.LoadAsync([item], default);
        await warehouse.Writer.AssignAsync(item.Sha256, new RegionCode("330105"), "教育局", new ReportYear(2022), ReportScope.Own, "封面", "张三", default);
        await warehouse.PublishAsync();
        var queries = new QualityQueries(warehouse.Reader);
        Assert.Equal(new HeldDocument("no agency", "{}", "1", "330105", "教育局", 2022, "own", "封面", "张三"), await queries.HeldAsync(Scope.Country, item.Sha256, default));
        Assert.Null(await queries.HeldAsync(new Scope([new RegionCode("330105")]), item.Sha256, default));
        Assert.Null(await queries.HeldAsync(Scope.Country, new string('0', 64), default));
    }

    [Fact]
    public async Task A_withdrawn_correction_counts_no_more_and_stays_visible()
    {
        using var warehouse = await OpenAsync();
        await warehouse.Writer.CorrectAsync(Cell, Forty, Fifty, "核对原件", "张三", default);
        await warehouse.PublishAsync();

        await warehouse.Writer.WithdrawAsync(Cell, "李四", default);
        await warehouse.PublishAsync();

        Assert.Equal(["40|false", "0.25|false"], (await ValuesAsync(warehouse)).Select(value => value.ToLowerInvariant()));
        Assert.Equal([("withdrawn", "李四")], (await new ReportQueries(warehouse.Reader).CorrectionsAsync(Scope.Country, 1, default)).Select(entry => (entry.Status, entry.WithdrawnBy!)));
        Assert.Contains("没有可撤回的更正", (await Refused(() => warehouse.Writer.WithdrawAsync(Cell, "李四", default))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_corrections_the_newest_counts()
    {
        using var warehouse = await OpenAsync();
        await warehouse.Writer.CorrectAsync(Cell, Forty, Fifty, "一", "张三", default);
        await warehouse.Writer.CorrectAsync(Cell, Forty, new CellValue(ValueState.Number, 20), "二", "张三", default);
        await warehouse.PublishAsync();

        Assert.Equal("20|True", (await ValuesAsync(warehouse))[0]);
        Assert.Equal(["active", "replaced"], (await new ReportQueries(warehouse.Reader).CorrectionsAsync(Scope.Country, 1, default)).Select(entry => entry.Status));
    }

    [Fact]
    public async Task A_value_may_be_corrected_to_blank()
    {
        using var warehouse = await OpenAsync();

        await warehouse.Writer.CorrectAsync(Cell, Forty, new CellValue(ValueState.Blank, null), "原件为空", "张三", default);
        await warehouse.PublishAsync();

        Assert.Equal(["blank", "incomplete"], await warehouse.RowsAsync("select state from mart_value join dim_metric using (metric_id) where metric in ('requests.closed.total', 'disclosure_rate') order by metric desc"));
    }

    [Fact]
    public async Task A_report_read_anew_that_prints_something_else_drops_the_correction()
    {
        using var warehouse = await OpenAsync();
        await warehouse.Writer.CorrectAsync(Cell, Forty, Fifty, "核对原件", "张三", default);

        await warehouse.PublishAsync(Sample.Of("b", Sample.Gongshu, 2022, "requests.granted.total=10", "requests.partly_granted.total=0", "requests.closed.total=44").Published(2024, 1, 1));

        Assert.Equal("44|False", (await ValuesAsync(warehouse))[0]);
        var stale = Assert.Single(await new ReportQueries(warehouse.Reader).CorrectionsAsync(Scope.Country, 2, default));
        Assert.Equal(("stale", 44m), (stale.Status, stale.PrintedValue!.Value));
        Assert.All(await warehouse.Writer.CheckAsync(default), check => Assert.Empty(check.Failing));
    }

    [Theory]
    [InlineData(39, 50, "理由", "张三", "现在印为 40 ，与更正所依据的 39 不符")]
    [InlineData(40, 40, "理由", "张三", "无需更正")]
    [InlineData(40, -1, "理由", "张三", "非负整数")]
    [InlineData(40, 0.5, "理由", "张三", "非负整数")]
    [InlineData(40, 50, " ", "张三", "理由")]
    [InlineData(40, 50, "理由", "", "处理人")]
    public async Task A_correction_without_ground_is_refused(double expected, double value, string reason, string author, string message)
    {
        using var warehouse = await OpenAsync();

        var refused = await Refused(() => warehouse.Writer.CorrectAsync(Cell, Forty with { Value = (decimal)expected }, Fifty with { Value = (decimal)value }, reason, author, default));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        await warehouse.PublishAsync();
        Assert.Equal("0", await warehouse.ValueAsync("select count(*) from correction"));
    }

    [Fact]
    public async Task Cells_that_are_not_there_cannot_be_corrected()
    {
        using var warehouse = await OpenAsync();

        Assert.Contains("没有印出", (await Refused(() => Correct(Cell with { Metric = new MetricKey("requests.granted.natural") }))).Message, StringComparison.Ordinal);
        Assert.Contains("现行报告", (await Refused(() => Correct(Cell with { Year = new ReportYear(2020) }))).Message, StringComparison.Ordinal);
        Assert.Contains("派生指标", (await Refused(() => Correct(Cell with { Metric = new MetricKey("disclosure_rate") }))).Message, StringComparison.Ordinal);

        Task Correct(CellKey cell) => warehouse.Writer.CorrectAsync(cell, Forty, Fifty, "理由", "张三", default);
    }

    [Theory]
    [InlineData(FindingState.Explained, "explained")]
    [InlineData(FindingState.Corrected, "corrected")]
    public async Task A_finding_that_was_dealt_with_disputes_nothing_and_can_be_opened_again(FindingState state, string shown)
    {
        using var warehouse = await TestWarehouse.OpenAsync(Disputed("a"));
        Assert.Equal("True", await warehouse.ValueAsync(IsDisputed));

        await warehouse.Writer.MarkFindingsAsync([Finding], state, "已核实", "张三", default);
        await warehouse.PublishAsync();
        Assert.Equal("False", await warehouse.ValueAsync(IsDisputed));
        var finding = Assert.Single(await new ReportQueries(warehouse.Reader).FindingsAsync(Scope.Country, 1, default), finding => finding.Rule == "R01");
        Assert.Equal((shown, "已核实", "张三"), (finding.State, finding.Reason!, finding.Author!));

        await warehouse.Writer.MarkFindingsAsync([Finding], FindingState.Open, "再查", "李四", default);
        await warehouse.PublishAsync();
        Assert.Equal("True", await warehouse.ValueAsync(IsDisputed));
    }

    [Fact]
    public async Task A_decision_stands_when_the_same_is_found_in_another_version()
    {
        using var warehouse = await TestWarehouse.OpenAsync(Disputed("a"));
        await warehouse.Writer.MarkFindingsAsync([Finding], FindingState.Explained, "已核实", "张三", default);

        var again = Disputed("b").Published(2024, 1, 1);
        await warehouse.PublishAsync(again with { Report = again.Report! with { Values = [.. again.Report.Values, .. Sample.Of("x", Sample.Gongshu, 2022, "rules.issued=1").Report!.Values] } });

        Assert.Equal("False", await warehouse.ValueAsync(IsDisputed));
    }

    [Fact]
    public async Task Many_findings_are_decided_at_once_and_none_where_one_is_gone()
    {
        using var warehouse = await TestWarehouse.OpenAsync(Disputed("a"), Sample.Of("c", Sample.Chaoyang, 2022, "requests.closed.total=40").With(Sample.Error("R01", "requests.closed.total")));
        var other = Finding with { Agency = "110105.教育委员会" };

        var refused = await Refused(() => warehouse.Writer.MarkFindingsAsync([Finding, other with { Printed = 3 }], FindingState.Explained, "已核实", "张三", default));
        Assert.Contains("110105.教育委员会 2022 R01", refused.Message, StringComparison.Ordinal);
        await warehouse.PublishAsync();
        Assert.Equal("2", await warehouse.ValueAsync("select count(*) from finding where rule = 'R01' and state = 'open'"));

        await warehouse.Writer.MarkFindingsAsync([Finding, other], FindingState.Explained, "已核实", "张三", default);
        await warehouse.PublishAsync();
        Assert.Equal("0", await warehouse.ValueAsync("select count(*) from finding where rule = 'R01' and state = 'open'"));
    }

    private const string IsDisputed = "select is_disputed from mart_value join dim_metric using (metric_id) where metric = 'requests.closed.total'";

    private static Task<TestWarehouse> OpenAsync() =>
        TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2022, "requests.granted.total=10", "requests.partly_granted.total=0", "requests.closed.total=40"));

    private static LoadItem Disputed(string bytes) => Sample.Of(bytes, Sample.Gongshu, 2022, "requests.closed.total=40").With(Sample.Error("R01", "requests.closed.total"));

    private static Task<DecisionRefusedException> Refused(Func<Task> act) => Assert.ThrowsAsync<DecisionRefusedException>(act);

    private static Task<List<string>> ValuesAsync(TestWarehouse warehouse) =>
        warehouse.RowsAsync("select plain(value), is_corrected from mart_value join dim_metric using (metric_id) where metric in ('requests.closed.total', 'disclosure_rate') order by metric desc");
}
