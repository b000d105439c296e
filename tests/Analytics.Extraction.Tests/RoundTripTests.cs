// What was printed is read back, or the cells that were not are named: for any facts, form, format and print. New ones each time,
// many more in ./test --nightly (which sets ANALYTICS_MUTANTS); what fails is printed with how to replay it.
using Analytics.Catalog;
using Analytics.Synthetic;
using FsCheck;
using FsCheck.Fluent;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction.Tests;

public sealed class RoundTripTests
{
    private const int Tests = 60;
    private const int NightlyTests = 1000;
    private static readonly CatalogData Catalog = CatalogData.Current;
    private static readonly Extractor Extractor = new(Catalog);

    [Fact]
    public void Facts_whose_sums_hold_are_read_back_cell_for_cell() => Holds(RandomReports.Consistent, report =>
    {
        var read = Extractor.Extract(report.Name, report.Bytes());
        Assert.Empty(Differences(report.Facts, read));
        Assert.DoesNotContain(read.Findings, finding => finding.Rule is "R01" or "R02" or "R03" or "R04" or "R18" or "R23");
        Assert.Equal(Sorted(report.Facts.Forms), Sorted(read.Forms), StringComparer.Ordinal);
        Assert.Equal(report.Facts.Agency, read.AgencyPrinted);
        Assert.Equal(report.Facts.Year, read.Year!.Value.Value);
        Assert.Equal(report.Facts.Published, read.Published);
    });

    [Fact]
    public void Blanks_are_read_as_blanks_or_named() => Holds(RandomReports.Sparse, report =>
        Assert.Empty(Silent(report.Facts, Extractor.Extract(report.Name, report.Bytes()))));

    [Fact]
    public void Facts_whose_sums_do_not_hold_are_read_as_printed_or_named() => Holds(RandomReports.Arbitrary, report =>
        Assert.Empty(Silent(report.Facts, Extractor.Extract(report.Name, report.Bytes()))));

    [Fact]
    public void What_a_layout_loses_is_named_and_the_rest_is_read_as_printed() => Holds(RandomReports.Lossy, report =>
        Assert.Empty(Silent(report.Facts, Extractor.Extract(report.Name, report.Bytes()), losesBlanks: true)));

    [Fact]
    public void A_damaged_table_is_read_as_printed_or_its_cells_are_named() => Holds(RandomReports.Damaged, report =>
        Assert.Empty(Silent(report.Facts, Extractor.Extract(report.Name, report.Bytes()), losesBlanks: true)));

    [Fact]
    public void Total_that_is_not_the_sum_of_its_row_is_kept_and_raises_R01() => Holds(RandomReports.WithWrongTotal, wrong =>
    {
        var read = Extractor.Extract(wrong.Report.Name, wrong.Report.Bytes());
        Assert.Empty(Differences(wrong.Report.Facts, read));
        var finding = Assert.Single(read.Findings, finding => finding.Rule == "R01");
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal([wrong.Total], finding.Metrics);
        Assert.Equal(wrong.Sum, finding.Expected);
        Assert.Equal(wrong.Printed, finding.Printed);
    });

    [Fact]
    public void Row_with_empty_cells_in_front_and_an_empty_total_is_read_where_it_stands_under_the_heads()
    {
        var facts = Zeros("2019") with { Values = Zeros("2019").Values.Where(value => value.Key.Column != "total").ToDictionary() };
        Assert.Empty(Differences(facts, Read(facts, Noise.None)));
    }

    [Fact]
    public void Heads_printed_again_behind_the_line_of_other_results_are_not_the_line_of_the_other_form()
    {
        var behindOther = Catalog.Forms.Lines.Where(line => line.Table == "三" && line.Forms.Contains("2019", StringComparer.Ordinal)).ToList()
            .FindIndex(line => line.Line == "requests.other") + 1;
        var read = Read(Zeros("2019"), Noise.None with { HeadsAgainAfter = behindOther });
        Assert.Empty(Differences(Zeros("2019"), read));
        Assert.DoesNotContain(read.Findings, finding => finding.Rule == "R18");
    }

    private static void Holds<T>(Arbitrary<T> reports, Action<T> assert) => Prop.ForAll(reports, assert).Check(
        Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("ANALYTICS_MUTANTS") is null ? Tests : NightlyTests));

    private static Report Read(ReportFacts facts, Noise noise) =>
        Extractor.Extract("zeros.txt", new PlainTextWriter(TextLayout.Tabs, TextEncoding.Utf8).Write(new ReportPrinter(Catalog, noise).Print(facts)));

    private static ReportFacts Zeros(string form) => new(
        "忻州市教育局", 2020, null, new Dictionary<string, string>(StringComparer.Ordinal) { ["三"] = form },
        Catalog.Metrics.Where(metric => metric.Table == "三" && metric.Forms.Contains(form, StringComparer.Ordinal)).ToDictionary(metric => metric.Key, _ => "0"));

    private static IEnumerable<string> Sorted(IReadOnlyDictionary<string, string> forms) => forms.Select(form => form.Key + form.Value).Order(StringComparer.Ordinal);

    internal static Dictionary<MetricKey, string> Differences(ReportFacts printed, Report read)
    {
        var expected = printed.Expected(Catalog);
        var got = read.Facts.ToDictionary(fact => fact.Metric);
        return expected.Keys.Union(got.Keys).Where(key => !expected.TryGetValue(key, out var value) || !got.TryGetValue(key, out var fact)
                || fact.State == FactState.Unread || fact.Value != value.Value)
            .ToDictionary(key => key, key => $"{key}: printed “{printed.Printed(key)}”, read {got.GetValueOrDefault(key)?.State.ToString() ?? "absent"} {got.GetValueOrDefault(key)?.Value}");
    }

    // Cells that differ and that no warning or error names. A quarantined report is as loud as can be.
    internal static IEnumerable<string> Silent(ReportFacts printed, Report read, bool losesBlanks = false)
    {
        if (read.IsQuarantined) return [];
        var named = read.Findings.Where(finding => finding.Severity >= Severity.Warning).SelectMany(finding => finding.Metrics).ToHashSet();
        var present = read.Facts.Select(fact => fact.Metric).ToHashSet();
        return Differences(printed, read).Where(difference => !named.Contains(difference.Key))
            .Where(difference => !losesBlanks || present.Contains(difference.Key) || PrintedValue.Of(printed.Printed(difference.Key)).Value is not null)
            .Select(difference => difference.Value);
    }
}
