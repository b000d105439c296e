// The made-up reports: the same for the same seed, right but for what the key says, and told apart from real ones.
using Analytics.Catalog;
using Analytics.Documents;
using Analytics.Extraction;
using Analytics.Warehouse;
using FsCheck;
using FsCheck.Fluent;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Synthetic.Tests;

public sealed class SyntheticDataTests
{
    private static readonly Extractor Extractor = new(CatalogData.Current);
    private static readonly string[] RulesOfOneReport = ["R01", "R02", "R03", "R04", "R05", "R06", "R12", "R13", "R16", "R20"];

    private static readonly Arbitrary<SyntheticPlan> Plans = Gen.Choose(0, 10_000).SelectMany(seed => Gen.Choose(1, 30).Select(agencies => SmallCountry.Faulty(seed, agencies))).ToArbitrary();

    [Fact]
    public void The_same_plan_gives_the_same_and_another_seed_something_else()
    {
        Assert.Equal(Facts(SmallCountry.Plan(5, 30)), Facts(SmallCountry.Plan(5, 30)));
        Assert.NotEqual(Facts(SmallCountry.Plan(5, 30)), Facts(SmallCountry.Plan(6, 30)));
    }

    [Fact]
    public void As_many_agencies_report_as_were_asked_for_each_once() => Prop.ForAll(Plans, plan =>
    {
        var agencies = SmallCountry.Agencies(plan);
        return agencies.Count == plan.Agencies && agencies.DistinctBy(agency => agency.Agency.Name).Count() == plan.Agencies
            && agencies.TrueForAll(agency => agency.Agency.Region!.Value.IsSynthetic && agency.Agency.Sector is not null);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_most_agencies_that_may_be_asked_for_each_find_a_place()
    {
        var agencies = Places.Of(CatalogData.Current, SmallCountry.Plan(1, SyntheticPlan.Most)).SelectMany(Filers).Select(filer => filer.Agency).ToList();

        Assert.Equal((SyntheticPlan.Most, SyntheticPlan.Most), (agencies.Count, agencies.DistinctBy(agency => agency.Name).Count()));

        static IEnumerable<Filer> Filers(Place place) => [place.Government, .. place.Departments, .. place.Parts.SelectMany(Filers)];
    }

    // The sums hold and every finding is the one the rules give: they are run on every report.
    [Fact]
    public void Findings_of_a_report_are_those_its_rules_give() => Prop.ForAll(Plans, plan =>
    {
        foreach (var report in new SyntheticData(CatalogData.Current, plan).Reports().Select(item => item.Report!))
        {
            var facts = report.Values.Select(Fact).ToList();
            var found = Extractor.Check(report.Agency, report.Year, report.Forms, facts).Select(Line).Order(StringComparer.Ordinal);
            var given = report.Findings.Where(finding => RulesOfOneReport.Contains(finding.Rule, StringComparer.Ordinal)).Select(Line).Order(StringComparer.Ordinal);
            Assert.Equal(found, given);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public void Faults_come_about_as_often_as_planned()
    {
        var plan = SmallCountry.Plan(3, 900);
        var agencies = SmallCountry.Agencies(plan);
        var reports = agencies.Sum(agency => agency.Reports.Count);
        var seeded = agencies.SelectMany(agency => agency.Key.Select(row => (agency.Agency.Name, row.Year, row.Kind))).Distinct().CountBy(row => row.Kind).ToDictionary();

        Assert.All(new[] { SeededKind.Late, SeededKind.Blanks, SeededKind.Missing, SeededKind.Superseded },
            kind => Assert.InRange(seeded[kind], reports * plan.Percent[kind] / 100 * 0.6, reports * plan.Percent[kind] / 100 * 1.4));
    }

    [Fact]
    public void Sizes_differ_and_small_bodies_have_many_zeros()
    {
        var totals = new SyntheticData(CatalogData.Current, SmallCountry.Plan(1, 300)).Reports().Select(item => item.Report!)
            .Select(report => (report.Scope, Value: report.Values.Single(value => value.Metric.Value == "requests.received.total").Value ?? 0)).ToList();
        var departments = totals.Where(total => total.Scope == ReportScope.Own).Select(total => total.Value).Order().ToList();

        Assert.InRange(departments[departments.Count / 2], 2, 60);
        Assert.True(departments[^1] > 20 * departments[departments.Count / 2]);
        Assert.Contains(0, departments);
        Assert.True(totals.Where(total => total.Scope == ReportScope.Territory).Average(total => total.Value) > 3 * departments.Average());
    }

    [Theory]
    [InlineData(0, 2019, 2020, "机关数")]
    [InlineData(SyntheticPlan.Most + 1, 2019, 2020, "机关数")]
    [InlineData(5, 2018, 2020, "更早的表式")]
    [InlineData(5, 2021, 2020, "晚于")]
    public void A_plan_that_cannot_be_made_says_why(int agencies, int first, int last, string reason)
    {
        var plan = new SyntheticPlan(1, agencies, new ReportYear(first), new ReportYear(last));

        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => new SyntheticData(CatalogData.Current, plan)).Message, StringComparison.Ordinal);
    }

    private static List<string> Facts(SyntheticPlan plan) => new SyntheticData(CatalogData.Current, plan).Reports()
        .Select(item => $"{item.Sha256} {item.Published} {item.Report!.Agency.Name} {item.Report.FactsSha256()}").ToList();

    private static Fact Fact(LoadValue value) => new(value.Metric, Enum.Parse<FactState>(value.State.ToString()), value.Value,
        new Source(value.Cell.FormTable, new Anchor(value.Cell.Grid, value.Cell.Row, value.Cell.Column), value.Cell.Text, value.Cell.Unit, value.Cell.RowLabel, value.Cell.ColumnLabel));

    private static string Line(Finding finding) => $"{finding.Rule} {finding.Severity} {string.Join(',', finding.Metrics.Order())} {finding.Expected:0.######} {finding.Printed:0.######}";
}
