// The sums of the forms: what does not add up is named with what it should be, and the printed value stays.
using Analytics.Catalog;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Extraction.Tests;

public sealed class LinearRulesTests
{
    private static readonly string[] Applicants = ["natural", "enterprise", "research", "welfare", "legal_service", "other_org"];

    // One request received and granted: every sum of the form holds.
    private static readonly string[] Granted15 =
    [
        "requests.received.natural=15", "requests.received.total=15", "requests.granted.natural=15", "requests.granted.total=15",
        "requests.closed.natural=15", "requests.closed.total=15",
    ];

    [Theory]
    [InlineData("2019")]
    [InlineData("2021")]
    public void Sums_that_hold_raise_nothing(string form)
    {
        Assert.Empty(Findings(form, [.. Granted15, "reconsideration.upheld=1", "reconsideration.pending=2", "reconsideration.total=3"]));
    }

    [Fact]
    public void Total_column_printed_zero_is_kept_and_raises_R01()
    {
        var report = Printed.Extract(Printed.Text("2019", [.. Granted15, "requests.granted.total=0"]));

        Assert.Equal("0", report.Facts.Shown("requests.granted.total"));
        var finding = Assert.Single(report.Findings, finding => finding.Rule == "R01");
        Assert.Equal(("requests.granted.total", 15m, 0m, Severity.Error), (Named(finding), finding.Expected, finding.Printed, finding.Severity));
    }

    [Fact]
    public void A_sum_that_fails_only_by_the_wrong_result_of_another_names_that_one()
    {
        var finding = Assert.Single(Findings("2019", [.. Granted15, "requests.granted.total=0"]), finding => finding.Rule == "R02");

        Assert.Equal(("requests.granted.total", 15m, 0m), (Named(finding), finding.Expected, finding.Printed));
        Assert.Contains("若予以公开为 15（印为 0）则相符", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sum_that_the_other_breach_does_not_explain_names_its_own_result()
    {
        var findings = Findings("2019", [.. Granted15, "requests.granted.total=0", "requests.closed.total=20", "requests.received.total=20", "requests.received.enterprise=5", "requests.closed.enterprise=5"]);

        var finding = Assert.Single(findings, finding => finding is { Rule: "R02", Printed: 20 });
        Assert.Equal(("requests.closed.total", 0m), (Named(finding), finding.Expected));
    }

    [Fact]
    public void A_column_of_outcomes_that_does_not_add_up_raises_R02()
    {
        var finding = Assert.Single(Findings("2021", [.. Granted15, "requests.other.rest.natural=1", "requests.other.rest.total=1"]), finding => Named(finding) == "requests.closed.total");

        Assert.Equal(("R02", 16m, 15m), (finding.Rule, finding.Expected, finding.Printed));
    }

    [Fact]
    public void What_came_in_and_did_not_go_out_raises_R03()
    {
        var findings = Findings("2019", [.. Granted15, "requests.carried_in.natural=2", "requests.carried_in.total=2"]);

        Assert.All(findings, finding => Assert.Equal(("R03", 17m, 15m), (finding.Rule, finding.Expected, finding.Printed)));
        Assert.Equal(["requests.closed.natural", "requests.closed.total"], findings.Select(Named));
    }

    [Fact]
    public void Results_of_reconsideration_and_litigation_that_do_not_add_up_raise_R04()
    {
        var findings = Findings("2021", "reconsideration.upheld=10", "reconsideration.corrected=1", "litigation_after.other=5");

        Assert.Equal([("reconsideration.total", 11m, 0m), ("litigation_after.total", 5m, 0m)], findings.Select(finding => (Named(finding), finding.Expected!.Value, finding.Printed!.Value)));
        Assert.All(findings, finding => Assert.Equal("R04", finding.Rule));
    }

    [Fact]
    public void A_blank_summand_counts_as_zero_beside_a_number()
    {
        Assert.Empty(Findings("2019", [.. Granted15, "requests.granted.enterprise=", "requests.granted.research=/"]));
        Assert.Single(Findings("2019", "requests.granted.enterprise=", "requests.granted.natural=1", "requests.received.natural=1", "requests.received.total=1", "requests.closed.natural=1", "requests.closed.total=1", "requests.granted.total=0"), finding => finding.Rule == "R01");
    }

    [Fact]
    public void A_blank_result_leaves_nothing_to_check()
    {
        Assert.DoesNotContain(Findings("2019", [.. Granted15, "requests.granted.total="]), finding => finding.Rule == "R01");
    }

    [Fact]
    public void A_row_of_blanks_with_a_result_leaves_nothing_to_check()
    {
        Assert.DoesNotContain(
            Findings("2019", [.. Applicants.Select(applicant => $"requests.granted.{applicant}="), "requests.granted.total=3"]), finding => finding.Rule == "R01");
    }

    [Fact]
    public void An_unread_or_missing_summand_leaves_nothing_to_check()
    {
        Assert.Empty(Findings("2019", [.. Granted15, "requests.granted.natural=约15"]));

        var withoutOther = Printed.Text("2019", [.. Granted15, "requests.closed.total=99"]).Replace("（六）其他处理\t\t0\t0\t0\t0\t0\t0\t0\n", "\n", StringComparison.Ordinal);
        Assert.DoesNotContain(Printed.Extract(withoutOther).Findings, finding => finding.Rule == "R02");
    }

    [Fact]
    public void R01_is_raised_just_where_the_applicants_do_not_add_up_to_the_printed_total()
    {
        var counts = Gen.Choose(0, 20);

        Prop.ForAll(counts.ArrayOf(6).ToArbitrary(), Gen.Choose(-2, 2).ToArbitrary(), (values, off) =>
        {
            var sum = values.Sum();
            var total = Math.Max(0, sum + off);
            var cells = Applicants.Select((applicant, i) => $"requests.carried_in.{applicant}={values[i]}").Append($"requests.carried_in.total={total}").ToArray();
            var found = Findings("2021", cells).Where(finding => finding.Rule == "R01").ToList();
            return total == sum ? found.Count == 0 : found.Count == 1 && Named(found[0]) == "requests.carried_in.total" && found[0].Expected == sum && found[0].Printed == total;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    private static string Named(Finding finding) => string.Join(' ', finding.Metrics.Select(metric => metric.Value));

    private static List<Finding> Findings(string form, params string[] cells) =>
        Printed.Extract(Printed.Text(form, cells)).Findings.Where(finding => finding.Rule is "R01" or "R02" or "R03" or "R04").ToList();
}
