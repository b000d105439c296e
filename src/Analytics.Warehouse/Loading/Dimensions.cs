// Fills the dimensions from the catalog, whenever the seeds differ from those the file was filled from.
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Warehouse;

internal static class Dimensions
{
    // The regions of the made-up country are in no seed.
    private static readonly string State = $"{Seeds.Sha256} X{SyntheticCountry.Version}";

    /// <returns>Whether they were filled anew.</returns>
    public static async Task<bool> FillAsync(WriterDatabase writer, CatalogData catalog, CancellationToken cancellation)
    {
        var state = await writer.RunAsync(session => session.QueryAsync<string>("load/SeedState"), cancellation);
        if (state.Count == 1 && state[0] == State) return false;
        await writer.RunAsync(async session =>
        {
            await session.ExecuteAsync("load/DimensionStaging");
            var places = new RegionPlaces(catalog.Regions);
            session.Stage("region", catalog.Regions.All.Select(region => Row(region, catalog, places)));
            session.Stage("region_event", catalog.Regions.Events.Select(Row));
            session.Stage("metric", Metrics(catalog));
            session.Stage("derived_term", catalog.DerivedMetrics.SelectMany(Terms));
            session.Stage("rule", catalog.Rules.Select(rule => new RuleRow(
                rule.Id, rule.Scope, Lower(rule.Severity), rule.Formula, rule.Applies, string.Join(' ', rule.Cells), rule.NameZh, rule.MessageZh)));
            session.Stage("rule_term", catalog.RuleTerms.Select(term => new RuleTermRow(
                term.Rule, term.Instance, term.Metric.Value, (sbyte)term.YearOffset, (sbyte)term.Coefficient, term.IsResult)));
            return true;
        }, cancellation);
        await writer.TransactAsync(async session =>
        {
            await session.ExecuteAsync("load/Dimensions");
            await session.ExecuteAsync("load/SeedStateWrite", new SqlParameters { ["seeds_sha256"] = State });
            return true;
        }, cancellation);
        return true;
    }

    private static RegionRow Row(Region region, CatalogData catalog, RegionPlaces places)
    {
        var lineage = catalog.Regions.Line(region.Code).Reverse().Select(part => part.Code.Value).Append(RegionCode.Country.Value).Distinct(StringComparer.Ordinal);
        return new RegionRow(region.Code.Value, region.ValidFrom, region.ValidTo, region.Name, region.Short, Lower(region.Level), region.Parent?.Value,
            region.IsZone, catalog.Regions.Path(region.Code), string.Join(',', lineage), region.Pinyin, region.Initials,
            places.First(region.Code), places.Last(region.Code), region.Code.IsSynthetic);
    }

    private static RegionEventRow Row(RegionEvent change) => new(change.Date, change.Kind,
        string.Join(',', change.From.Concat(change.To).Select(code => code.Value).Distinct(StringComparer.Ordinal)), change.NoteZh, change.Source);

    private static List<MetricRow> Metrics(CatalogData catalog)
    {
        var rows = new List<MetricRow>();
        foreach (var metric in catalog.Metrics)
        {
            var first = metric.Forms.Min(form => catalog.Forms.FirstYears[form]);
            rows.Add(new MetricRow((short)(rows.Count + 1), metric.Key.Value, false, rows.Count + 1, metric.Table, string.Join(',', metric.Forms),
                metric.LabelZh, metric.LabelEn, metric.Unit, Lower(metric.Kind), null, "neutral", first, null, metric.Note,
                metric.IsCount && !metric.IsSigned));
        }
        foreach (var metric in catalog.DerivedMetrics)
        {
            rows.Add(new MetricRow((short)(rows.Count + 1), metric.Key.Value, true, rows.Count + 1, "", "", metric.LabelZh, metric.LabelEn, metric.Unit,
                metric.IsRate ? "rate" : "sum", metric.MinDenominator, metric.Polarity, metric.Since, metric.Until, metric.Note, false));
        }
        return rows;
    }

    private static IEnumerable<DerivedTermRow> Terms(DerivedMetric metric) => metric.Numerator
        .Select(term => new DerivedTermRow(metric.Key.Value, term.Metric.Value, false, (sbyte)term.Coefficient))
        .Concat(metric.Denominator.Select(term => new DerivedTermRow(metric.Key.Value, term.Metric.Value, true, (sbyte)term.Coefficient)));

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
