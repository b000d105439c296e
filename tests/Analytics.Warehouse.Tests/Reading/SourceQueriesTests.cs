// From a number on a chart back to the cell it was printed in, its neighbours, its sums and its doubts.
using Analytics.Catalog;

namespace Analytics.Warehouse.Tests;

public sealed class SourceQueriesTests : IClassFixture<SourceQueriesTests.Shared>
{
    private static readonly MetricKey Granted = new("requests.granted.total");
    private readonly SourceQueries queries;
    private readonly int report;

    public SourceQueriesTests(Shared shared)
    {
        queries = new SourceQueries(shared.Warehouse.Reader);
        report = shared.Report;
    }

    [Fact]
    public async Task A_value_has_the_cell_it_was_printed_in()
    {
        var cell = (await queries.CellAsync(Scope.Country, report, Granted, default))!;

        Assert.Equal(("requests.granted.total", "number", 0m, "0", "行", "列"), (cell.Metric, cell.State, cell.Value, cell.Text, cell.RowLabel, cell.ColumnLabel));
        Assert.Equal((1, 7, 2, 16), (cell.Grid, cell.RowNumber, cell.ColumnNumber, cell.Line));
        Assert.Null(await queries.CellAsync(Scope.Country, report, new MetricKey("rules.made"), default));
        Assert.Null(await queries.CellAsync(Scope.Country, 99, Granted, default));
    }

    [Fact]
    public async Task A_report_names_its_agency_and_document()
    {
        var head = (await queries.ReportAsync(Scope.Country, report, default))!;

        Assert.Equal(("杭州市拱墅区教育局", "330105.教育局", 2020, 1, "a.txt", new DateOnly(2021, 1, 27)), (head.AgencyName, head.Agency, (int)head.Year, head.Version, head.File, head.Published));
        Assert.Equal("a.txt", await queries.FileOfAsync(Scope.Country, head.Sha256, default));
        Assert.Null(await queries.FileOfAsync(Scope.Country, Sample.Hash("poison"), default));
    }

    [Fact]
    public async Task A_document_leads_to_the_report_it_was_loaded_as()
    {
        var head = (await queries.ReportAsync(Scope.Country, report, default))!;

        Assert.Equal([new LoadedAs(head.Sha256, "330105.教育局", "拱墅区教育局", 2020, report)], await queries.LoadedAsAsync(Scope.Country, [head.Sha256, Sample.Hash("poison")], default));
        Assert.Empty(await queries.LoadedAsAsync(Scope.Country, [], default));
    }

    [Fact]
    public async Task A_rate_has_the_terms_it_was_computed_from()
    {
        var rate = new MetricKey("disclosure_rate");

        var shown = (await queries.ValueAsync(Scope.Country, report, rate, default))!;
        Assert.Equal(("number", 0.25m, 20m, true, true, "%"), (shown.State, shown.Value, shown.Denominator, shown.IsDisputed, shown.HasUnit, shown.Unit));
        Assert.Equal(
            [("requests.granted.total", false, 0m, true), ("requests.partly_granted.total", false, 5m, false), ("requests.closed.total", true, 20m, false)],
            (await queries.TermsAsync(Scope.Country, report, rate, default)).Select(term => (term.Metric, term.IsDenominator, term.Value!.Value, term.IsDisputed)));
        Assert.Empty(await queries.TermsAsync(Scope.Country, report, Granted, default));
    }

    [Fact]
    public async Task A_term_that_the_form_has_and_the_report_does_not_is_named_without_a_state()
    {
        var terms = await queries.TermsAsync(Scope.Country, report, new MetricKey("requests.other_closed.total"), default);

        Assert.Equal([("requests.other.total", null, null)], terms.Select(term => (term.Metric, term.State, term.Value)));
    }

    [Fact]
    public async Task Neighbours_are_the_own_line_and_two_lines_on_either_side_in_the_order_of_the_form()
    {
        var cells = await queries.NeighboursAsync(Scope.Country, report, Granted, default);

        Assert.Equal(["requests.received", "requests.carried_in", "requests.granted", "requests.partly_granted", "requests.closed"], cells.Select(cell => cell.Line).Distinct());
        Assert.Equal(["requests.granted.natural", "requests.granted.total"], cells.Where(cell => cell.Line == "requests.granted").Select(cell => cell.Metric));
    }

    [Fact]
    public async Task Sums_that_a_value_stands_in_pass_fail_or_cannot_be_checked()
    {
        // The row: one of six applicants is printed. The column: outcomes are missing. Carried over: all four are there.
        Assert.Equal([("R01", "requests.granted", "unchecked"), ("R02", "total", "unchecked")], await OutcomesAsync("requests.granted.total"));
        Assert.Equal([("R01", "requests.carried_in", "failed"), ("R03", "total", "passed")], await OutcomesAsync("requests.carried_in.total"));
        Assert.Equal([("R04", "reconsideration", "passed")], await OutcomesAsync("reconsideration.upheld"));
        Assert.Equal([("R04", "litigation_after", "unchecked")], await OutcomesAsync("litigation_after.upheld"));
        Assert.Empty(await OutcomesAsync("licensing.decisions"));
    }

    [Fact]
    public async Task Findings_are_those_that_name_the_value_and_those_on_the_whole_document()
    {
        Assert.Equal(["R01", "R23"], (await queries.FindingsAsync(Scope.Country, report, Granted, default)).Select(finding => finding.Rule));
        var finding = (await queries.FindingsAsync(Scope.Country, report, Granted, default))[0];
        Assert.Equal(("error", 15m, 0m, "open"), (finding.Severity, finding.Expected, finding.Printed, finding.State));
        Assert.Equal(["requests.granted.total"], finding.Metrics);
        Assert.Equal(["R23"], (await queries.FindingsAsync(Scope.Country, report, new MetricKey("rules.made"), default)).Select(entry => entry.Rule));
    }

    private async Task<IEnumerable<(string Rule, string Instance, string Outcome)>> OutcomesAsync(string metric) =>
        (await queries.LinearRulesAsync(Scope.Country, report, new MetricKey(metric), default)).Where(rule => rule.Instance != "natural").Select(rule => (rule.Rule, rule.Instance, rule.Outcome));

    /// <summary>One report with sums of every outcome.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        internal TestWarehouse Warehouse { get; private set; } = null!;

        internal int Report { get; private set; }

        public async Task InitializeAsync()
        {
            Warehouse = await TestWarehouse.OpenAsync(
                Sample.Of("a", Sample.Gongshu, 2020,
                    "requests.received.total=15", "requests.carried_in.natural=4", "requests.carried_in.enterprise=", "requests.carried_in.research=", "requests.carried_in.welfare=0",
                    "requests.granted.natural=15", "requests.granted.total=0", "requests.partly_granted.total=5", "requests.closed.total=20", "requests.carried_out.total=0",
                    "requests.carried_in.legal_service=0", "requests.carried_in.other_org=0", "requests.carried_in.total=5",
                    "reconsideration.upheld=1", "reconsideration.corrected=", "reconsideration.other=0", "reconsideration.pending=2", "reconsideration.total=3",
                    "litigation_after.upheld=?", "litigation_after.corrected=0", "litigation_after.other=0", "litigation_after.pending=0", "litigation_after.total=1")
                    .Published(2021, 1, 27).With(Sample.Error("R01", "requests.granted.total"), Sample.Error("R23") with { Expected = null, Printed = null }),
                Sample.Quarantined("poison", "不是年报"));
            Report = int.Parse(await Warehouse.ValueAsync("select report_id from report"), System.Globalization.CultureInfo.InvariantCulture);
        }

        public Task DisposeAsync()
        {
            Warehouse.Dispose();
            return Task.CompletedTask;
        }
    }
}
