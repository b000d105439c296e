// Reports of any shape, for the property tests.
using Analytics.Catalog;
using Analytics.Documents;
using Analytics.Extraction;
using FsCheck;
using FsCheck.Fluent;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Tests.Reading;

internal static class RandomReports
{
    // Half of a surrogate pair is no text, but a string may hold it.
    private static readonly Gen<string> Texts = Gen.Frequency(
        (2, Gen.Constant("")), (6, Gen.Elements("（一）予以公开", "12", " \t\n", "𠮷", "\0", "\ud842")), (2, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")));

    private static readonly Gen<int> Numbers = Gen.Frequency((8, Gen.Choose(0, 300)), (1, Gen.Elements(int.MaxValue, int.MinValue, -1)));
    private static readonly Gen<double> Reals = ArbMap.Default.GeneratorFor<double>();
    private static readonly Gen<decimal> Decimals = Gen.OneOf(Gen.Elements(0m, -1.50m, 0.000001m, decimal.MaxValue, decimal.MinValue), ArbMap.Default.GeneratorFor<decimal>());
    private static readonly Gen<MetricKey> Metrics = Gen.Elements(CatalogData.Current.Metrics.Select(metric => metric.Key).ToArray());

    private static readonly Gen<Anchor> Anchors =
        from table in Maybe(Numbers)
        from row in Maybe(Numbers)
        from column in Maybe(Numbers)
        from line in Maybe(Numbers)
        from page in Maybe(Numbers)
        from box in Maybe(Gen.Four(Reals).Select(box => new Box(box.Item1, box.Item2, box.Item3, box.Item4)))
        select new Anchor(table, row, column, line, page, box);

    private static readonly Gen<Fact> Facts =
        from metric in Metrics
        from state in Gen.Elements(FactState.Number, FactState.Blank, FactState.Unread)
        from value in Decimals
        from table in Numbers
        from anchor in Anchors
        from texts in Gen.Three(Texts)
        from unit in Optional(Texts)
        from ocr in Maybe(Reals)
        select new Fact(metric, state, state == FactState.Number ? value : null, new Source(table, anchor, texts.Item1, unit, texts.Item2, texts.Item3, ocr));

    private static readonly Gen<Finding> Findings =
        from rule in Gen.Elements(CatalogData.Current.Rules.ToArray())
        from severity in Gen.Elements(Severity.Info, Severity.Warning, Severity.Error)
        from metrics in ListOf(Gen.Frequency((5, Metrics), (1, Gen.Constant(new MetricKey("not.in.catalog")))), 3)
        from expected in Maybe(Decimals)
        from printed in Maybe(Decimals)
        from message in Texts
        select new Finding(rule.Id, severity, metrics, expected, printed, message);

    private static readonly Gen<Agency> Agencies =
        from names in Gen.Three(Texts)
        from region in Maybe(Gen.Elements(CatalogData.Current.Regions.All.Take(50).Select(region => region.Code).ToArray()))
        from sector in Optional(Texts)
        select new Agency(names.Item1, names.Item2, names.Item3, region, sector);

    /// <summary>Reports of the document a.txt; those without a reason say who and when.</summary>
    public static Arbitrary<Report> Reports { get; } = Arb.From(
        from printed in Optional(Texts)
        from reason in Optional(Texts)
        from agency in reason is null ? Agencies.Select(agency => (Agency?)agency) : Optional(Agencies)
        from year in reason is null ? Years.Select(year => (ReportYear?)year) : Maybe(Years)
        from scope in Gen.Elements(ReportScope.Own, ReportScope.Level, ReportScope.Territory)
        from published in Maybe(Gen.Choose(0, 800_000).Select(DateOnly.FromDayNumber))
        from forms in ListOf(Gen.Two(Texts), 3)
        from facts in ListOf(Facts, 6)
        from findings in ListOf(Findings, 4)
        select new Report("a.txt", Sha256Hash.Of("a"u8), printed, agency, scope, year, published,
            forms.DistinctBy(form => form.Item1, StringComparer.Ordinal).ToDictionary(form => form.Item1, form => form.Item2, StringComparer.Ordinal), facts, findings, reason));

    private static Gen<ReportYear> Years => Gen.Choose(ReportYear.First, ReportYear.Last).Select(year => new ReportYear(year));

    private static Gen<T?> Maybe<T>(Gen<T> values) where T : struct => Gen.OneOf(Gen.Constant<T?>(null), values.Select(value => (T?)value));

    private static Gen<T?> Optional<T>(Gen<T> values) where T : class => Gen.OneOf(Gen.Constant<T?>(null), values.Select(value => (T?)value));

    private static Gen<IReadOnlyList<T>> ListOf<T>(Gen<T> items, int most) =>
        Gen.Choose(0, most).SelectMany(count => Gen.ListOf(items, count)).Select(list => (IReadOnlyList<T>)[.. list]);
}
