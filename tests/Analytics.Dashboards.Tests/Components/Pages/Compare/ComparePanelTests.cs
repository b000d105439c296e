// What a panel holds decides what a reader believes: nothing may be made up, lost, added together or joined that should not be.
using Analytics.Catalog;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Warehouse;
using FsCheck;
using FsCheck.Fluent;
using static Analytics.Dashboards.Tests.Components.Pages.Compare.Panels;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests.Components.Pages.Compare;

public sealed class ComparePanelTests
{
    private static readonly AgencyEntry[] Agencies = [Gongshu, Chaoyang, Agency("140900.教育局", "忻州市教育局", "忻州市")];

    private static readonly Gen<SeriesValue> Values =
        from agency in Gen.Elements(Agencies)
        from year in Gen.Choose(2019, 2024)
        from scope in Gen.Elements("own", "level", "territory")
        from state in Gen.Elements("number", "blank", "unread")
        from number in Gen.Choose(0, 1000)
        from isDisputed in Gen.Elements(false, true)
        select Value(agency, year, state == "number" ? number : null, state: state, scope: scope, isDisputed: isDisputed);

    [Fact]
    public void Zero_blank_unread_and_absent_are_four_things()
    {
        var panel = Of(Received, 2021, 2024, Value(Gongshu, 2021, 0), Value(Gongshu, 2022, null), Value(Gongshu, 2023, null, state: "unread"));
        var points = panel.Series[0].Points;

        Assert.Equal([PointState.Number, PointState.Blank, PointState.Unread, PointState.Absent], points.Select(point => point.State));
        Assert.Equal([0m, null, null, null], points.Select(point => point.Value));
        Assert.Equal([2021, 2022, 2023, null], points.Select(point => point.ReportId));
    }

    [Fact]
    public void Every_value_stands_once_in_the_series_of_its_agency_and_scope_and_nothing_else_does() => Prop.ForAll(Values.ListOf().ToArbitrary(), rows =>
    {
        // A report prints a metric once.
        var values = rows.DistinctBy(row => (row.Agency, row.Scope, row.Year)).ToArray();
        var panel = Of(Received, 2019, 2024, Agencies, [], values);

        var shown = from series in panel.Series
                    from point in series.Points
                    where point.State != PointState.Absent
                    select (series.Agency, series.Scope, Year: (short)point.Year, State: point.State.ToString().ToLowerInvariant(), point.Value, point.IsDisputed, point.ReportId);
        Assert.Equal(
            values.Select(row => (row.Agency, row.Scope, row.Year, row.State, row.Value, row.IsDisputed, ReportId: (int?)row.ReportId)).Order(),
            shown.Order());
        Assert.Equal(panel.Series.Count, panel.Series.Select(series => (series.Agency, series.Scope)).Distinct().Count());
        Assert.All(panel.Series, series => Assert.Equal(panel.Years, series.Points.Select(point => point.Year)));
        Assert.Equal(Agencies.Select(agency => agency.Code), panel.Series.Select(series => series.Agency).Distinct());
        Assert.Equal(values.Length, panel.Reported);
        Assert.Equal(values.Count(row => row.IsDisputed), panel.Disputed);
        var gaps = Agencies.SelectMany(agency => panel.Years.Where(year => !values.Any(row => row.Agency == agency.Code && row.Year == year)).Select(year => (agency.ShortName, year)));
        Assert.Equal(gaps, panel.Missing);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Line_is_named_by_the_agency_that_reported_and_keeps_its_colour()
    {
        var panel = Of(Received, 2020, 2020, Value(Gongshu, 2020, 1), Value(Chaoyang, 2020, 2));

        Assert.Equal(["拱墅区教育局", "朝阳区教育委员会"], panel.Series.Select(series => series.Name));
        Assert.Equal([0, 1], panel.Series.Select(series => series.Colour));
    }

    [Fact]
    public void Agencies_of_the_same_short_name_are_told_apart()
    {
        var nanjing = Agency("320106.教育局", "鼓楼区教育局", "鼓楼区") with { Name = "南京市鼓楼区教育局", RegionPath = "江苏省/南京市/鼓楼区" };
        var fuzhou = Agency("350102.教育局", "鼓楼区教育局", "鼓楼区") with { Name = "福州市鼓楼区教育局", RegionPath = "福建省/福州市/鼓楼区" };
        var panel = Of(Received, 2020, 2020, [nanjing, fuzhou], [], Value(nanjing, 2020, 1), Value(fuzhou, 2020, 2));

        Assert.Equal(2, panel.Series.Select(series => series.Name).Distinct().Count());
    }

    [Fact]
    public void Scopes_of_one_agency_are_lines_of_their_own_and_never_added()
    {
        var panel = Of(Received, 2020, 2021, [Gongshu], [],
            Value(Gongshu, 2020, 10), Value(Gongshu, 2020, 100, scope: "level"), Value(Gongshu, 2021, 200, scope: "territory"));

        Assert.Equal(["own", "level", "territory"], panel.Series.Select(series => series.Scope));
        Assert.Equal([10m, null, 100m, null, null, 200m], panel.Series.SelectMany(series => series.Points).Select(point => point.Value));
        Assert.Equal([0, 0, 0], panel.Series.Select(series => series.Colour));
        Assert.Empty(panel.Missing);
    }

    [Fact]
    public void Values_of_other_metrics_and_of_agencies_that_were_not_chosen_are_left_alone()
    {
        var panel = Of(Received, 2020, 2020, [Gongshu], [], Value(Gongshu, 2020, 5, metric: "requests.closed.total"), Value(Chaoyang, 2020, 7));

        Assert.Equal(PointState.Absent, Assert.Single(Assert.Single(panel.Series).Points).State);
        Assert.Equal((0, ""), (panel.Reported, panel.Series[0].Scope));
    }

    [Theory]
    [InlineData(Procurement, 2019, 2020)]
    [InlineData("rules.in_force", 2021, 2024)]
    [InlineData("procurement_average_wan", 2019, 2020)]
    [InlineData(Received, 2019, 2024)]
    [InlineData(Disclosure, 2019, 2024)]
    public void Only_years_in_which_the_forms_have_the_metric_can_be_missing(string metric, int first, int last)
    {
        var panel = Of(metric, 2016, 2024);

        Assert.Equal(Enumerable.Range(first, last - first + 1).Select(year => (Gongshu.ShortName, year)), panel.Missing.Where(gap => gap.Name == Gongshu.ShortName));
        Assert.Equal(0, panel.Reported);
        Assert.Empty(panel.ReportedYears);
    }

    [Fact]
    public void Blank_counts_as_reported_and_is_not_missing()
    {
        var panel = Of(Received, 2020, 2021, [Gongshu], [], Value(Gongshu, 2020, null));

        Assert.Equal(1, panel.Reported);
        Assert.Equal([2020], panel.ReportedYears);
        Assert.Equal([(Gongshu.ShortName, 2021)], panel.Missing);
    }

    [Theory]
    [InlineData(Received, true, "2021 年起改用新表式")]
    [InlineData("licensing.decisions", true, "2021 年起改用新表式")]
    [InlineData(Disclosure, true, "2021 年起改用新表式")]
    [InlineData("rules.in_force", false, "2021 年新增此项")]
    [InlineData("fees.amount_wan", false, "2021 年新增此项")]
    [InlineData(Procurement, false, "2021 年起表式不再有此项")]
    [InlineData("procurement_average_wan", false, "2021 年起表式不再有此项")]
    public void Change_of_form_joins_only_what_both_forms_have(string metric, bool joins, string note) =>
        Assert.Equal([new Break(2021, note, joins)], Of(metric, 2019, 2022).Breaks);

    [Theory]
    [InlineData(2021, 2024)]
    [InlineData(2019, 2020)]
    [InlineData(2020, 2020)]
    public void Years_on_one_side_of_a_change_have_no_break(int first, int last) => Assert.Empty(Of(Received, first, last).Breaks);

    [Fact]
    public void Change_of_a_region_inside_the_years_is_a_break_with_its_note()
    {
        var panel = Of(Received, 2022, 2024, [Gongshu, Chaoyang],
            [
                new RegionChange(Gongshu.Code, new DateOnly(2022, 4, 9), "merge", "before the second year"),
                new RegionChange(Gongshu.Code, new DateOnly(2023, 4, 9), "merge", "撤销下城区"),
                new RegionChange(Gongshu.Code, new DateOnly(2025, 4, 9), "merge", "after the last year"),
            ]);

        Assert.Equal([new Break(2023, "2023-04 拱墅区区划变动：撤销下城区", true)], panel.Breaks);
    }

    [Fact]
    public void Change_of_a_region_with_two_agencies_is_noted_once()
    {
        var civil = Agency("330105.民政局", "拱墅区民政局", "拱墅区");
        var date = new DateOnly(2023, 4, 9);
        var panel = Of(Received, 2022, 2024, [Gongshu, civil], [new RegionChange(Gongshu.Code, date, "merge", "撤销下城区"), new RegionChange(civil.Code, date, "merge", "撤销下城区")]);

        Assert.Single(panel.Breaks);
    }

    [Fact]
    public void Derived_value_in_dispute_is_no_number_and_a_printed_one_stays_as_printed()
    {
        var derived = Assert.Single(Of(Disclosure, 2020, 2020, [Gongshu], [], Value(Gongshu, 2020, 0, Disclosure, isDisputed: true, denominator: 50)).Series[0].Points);
        Assert.Equal((PointState.Disputed, null, true), (derived.State, derived.Value, derived.IsDisputed));
        Assert.Equal(2020, derived.ReportId);

        var panel = Of(Received, 2020, 2020, [Gongshu], [], Value(Gongshu, 2020, 0, isDisputed: true));
        var printed = Assert.Single(panel.Series[0].Points);
        Assert.Equal((PointState.Number, 0m, true), (printed.State, printed.Value, printed.IsDisputed));
        Assert.Equal(1, panel.Disputed);
    }

    [Theory]
    [InlineData("incomplete", PointState.Incomplete)]
    [InlineData("undefined", PointState.Undefined)]
    public void Derived_value_that_cannot_be_computed_says_why(string state, PointState shown)
    {
        var point = Assert.Single(Of(Disclosure, 2020, 2020, [Gongshu], [], Value(Gongshu, 2020, null, Disclosure, state)).Series[0].Points);
        Assert.Equal((shown, null), (point.State, point.Value));
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void Rate_under_the_minimum_denominator_is_small(int denominator, bool isSmall)
    {
        Assert.Equal(30, CatalogData.Current.DerivedMetrics.Single(metric => metric.Key.Value == Disclosure).MinDenominator);
        var point = Assert.Single(Of(Disclosure, 2020, 2020, [Gongshu], [], Value(Gongshu, 2020, 0.5m, Disclosure, denominator: denominator)).Series[0].Points);
        Assert.Equal((isSmall, (decimal?)denominator), (point.IsSmall, point.Denominator));
    }

    [Fact]
    public void Printed_number_is_never_small_and_tells_whether_it_has_a_unit()
    {
        var panel = Of(Procurement, 2019, 2020, [Gongshu], [], Value(Gongshu, 2019, 1, Procurement, denominator: 1), Value(Gongshu, 2020, 1, Procurement, hasUnit: false));

        Assert.All(panel.Series[0].Points, point => Assert.False(point.IsSmall));
        Assert.Equal([true, false], panel.Series[0].Points.Select(point => point.HasUnit));
    }

    [Fact]
    public void Title_unit_and_note_are_the_catalogs()
    {
        var metric = CatalogData.Current.Metric(new MetricKey(Procurement))!;
        var panel = Of(Procurement, 2019, 2020);
        Assert.Equal((metric.LabelZh, metric.Unit, metric.NoteZh, false), (panel.Title, panel.Unit, panel.Note, panel.IsRate));

        var rate = CatalogData.Current.DerivedMetrics.Single(candidate => candidate.Key.Value == "dispute_rate");
        panel = Of("dispute_rate", 2019, 2020);
        Assert.Equal((rate.LabelZh, rate.Unit, rate.NoteZh, true), (panel.Title, panel.Unit, panel.Note, panel.IsRate));
    }
}
