// The answer key against the real warehouse: what it names is found, and nothing else is.
using System.Globalization;

namespace Analytics.Synthetic.Tests;

public sealed class AnswerKeyTests
{
    private const string Found = """
        select agency.name, report.year, cast(report.scope as varchar) as scope, finding.rule, list_sort(finding.metrics) as metrics,
            plain(finding.expected) as expected, plain(finding.printed) as printed
        from finding
        join report using (report_id)
        join dim_agency agency using (agency_id)
        where report.is_current
        """;

    [Theory]
    [InlineData(1, 160)]
    [InlineData(2, 45)]
    public async Task The_warehouse_finds_what_the_key_names_and_nothing_else(int seed, int count)
    {
        var agencies = SmallCountry.Agencies(SmallCountry.Faulty(seed, count));
        using var place = new DataPlace();
        var found = await place.LoadAsync(agencies.SelectMany(agency => agency.Reports).ToList(), Found);

        var expected = agencies.SelectMany(agency => agency.Key.Where(row => row.Rule is not null).Select(row => Line(agency, row))).Order(StringComparer.Ordinal).ToList();

        Assert.Equal("", string.Join('\n', found.Except(expected, StringComparer.Ordinal)));
        Assert.Equal("", string.Join('\n', expected.Except(found, StringComparer.Ordinal)));
        Assert.Equal(expected.Count, found.Count);
    }

    [Fact]
    public void The_key_names_every_rule_that_looks_at_figures() => Assert.Equal(
        ["R01", "R02", "R03", "R04", "R07", "R08", "R10", "R11", "R12", "R16", "R17", "R18", "R21", "R22"],
        SmallCountry.Agencies(SmallCountry.Faulty(1, 160)).SelectMany(agency => agency.Key).Select(row => row.Rule).OfType<string>()
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string Line(SyntheticAgency agency, KeyRow row) => string.Join('|',
        agency.Agency.Name, row.Year, agency.Scope.ToString().ToLowerInvariant(), row.Rule,
        "[" + string.Join(", ", row.Metrics.Select(metric => metric.Value).Order(StringComparer.Ordinal)) + "]", Plain(row.Expected), Plain(row.Printed));

    private static string Plain(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
