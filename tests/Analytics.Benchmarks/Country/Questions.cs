// What the pages ask, with other entities, metrics and years each time, so that no answer is known yet.
using System.Diagnostics;
using System.Globalization;
using Analytics.Benchmarks.Reading;
using Analytics.Catalog;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Benchmarks.Country;

/// <summary>Asks and measures.</summary>
internal sealed class Questions(DataFolder folder, int firstYear, int lastYear)
{
    private const int Rounds = 40;
    private const int MatrixRounds = 7;
    private const long Country = 100_000_000;
    private readonly Random random = new(1);
    private readonly List<MetricKey> metrics = CatalogData.Current.Metrics.Where(metric => metric.Forms.Count == 2).Select(metric => metric.Key)
        .Concat(CatalogData.Current.DerivedMetrics.Select(metric => metric.Key)).ToList();
    private readonly List<double> times = [];

    /// <param name="observations">How many there are; the targets are wider where they are ten times a country's.</param>
    public async Task AskAsync(long observations)
    {
        using var warehouse = new PublishedWarehouse(folder);
        var regions = (await ListAsync(warehouse, "select distinct region_code from mart_agency where region_level = 'prefecture'")).Select(code => new RegionCode(code)).ToList();
        var agencies = await ListAsync(warehouse, "select code from mart_agency using sample 2000");
        var documents = (await ListAsync(warehouse, "select cast(report_id as varchar) from report using sample 500")).Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToList();
        var compare = new CompareQueries(warehouse);
        var trends = new TrendQueries(warehouse);
        var agency = new AgencyQueries(warehouse);
        var (first, last) = (new ReportYear(firstYear), new ReportYear(lastYear));
        var everyone = Scope.Country;

        await AskAsync("compare: six agencies over all years", () => compare.ValuesAsync(everyone, Some(agencies, 6), [Metric()], firstYear, lastYear, default));
        await AskAsync("compare: find an agency by name", () => compare.FindAgenciesAsync(everyone, "局" + random.Next(100).ToString(CultureInfo.InvariantCulture), 20, default));
        await AskAsync("compare: peers", () => compare.PeersAsync(everyone, Some(agencies, 1)[0], Metric(), Year(), 8, default));
        await AskAsync("trends: the country", () => trends.SpreadAsync(everyone, AgencyGroup.All, Metric(), ReportScope.Own, first, last, default));
        await AskAsync("trends: one prefecture", () => trends.SpreadAsync(everyone, new AgencyGroup(One(regions)), Metric(), ReportScope.Own, first, last, default));
        await AskAsync("trends: chosen agencies", () => trends.LinesAsync(everyone, Some(agencies, 6), Metric(), ReportScope.Own, first, last, default));
        await AskAsync("ranking: the country", () => new RankingQueries(warehouse).RanksAsync(everyone, AgencyGroup.All, Metric(), ReportScope.Own, Year(), false, new ListPage(50, 0), default));
        await AskAsync("ranking: one prefecture", () => new RankingQueries(warehouse).RanksAsync(everyone, new AgencyGroup(One(regions)), Metric(), ReportScope.Own, Year(), false, new ListPage(50, 0), default));
        await AskAsync("map: provinces", () => new MapQueries(warehouse).RegionsAsync(everyone, AgencyGroup.All, Metric(), ReportScope.Own, Year(), default));
        await AskAsync("overview: a tile", () => new OverviewQueries(warehouse).TileAsync(everyone, AgencyGroup.All, Metric(), Year(), default));
        await AskAsync("overview: movers", () => new OverviewQueries(warehouse).MoversAsync(everyone, AgencyGroup.All, Metric(), ReportScope.Own, Year(), 10, default));
        await AskAsync("agency: profile", () => agency.ProfileAsync(everyone, Some(agencies, 1)[0], default));
        await AskAsync("agency: standing among peers", () => agency.StandingAsync(everyone, Some(agencies, 1)[0], Metric(), Year(), default));
        await AskAsync("report: the tables as printed", () => new ReportQueries(warehouse).CellsAsync(everyone, One(documents), default));
        await AskAsync("quality: findings by kind", () => new QualityQueries(warehouse).KindsAsync(everyone, new AgencyGroup(One(regions)), new ReportYears(first, last), default));
        await AskAsync("source: one cell", () => new SourceQueries(warehouse).CellAsync(everyone, One(documents), new MetricKey("requests.received.total"), default));

        var isLarge = observations > Country;
        Sheet.Row("all questions, not cached: p50, ms", Sheet.Quantile(times, 0.5), isLarge ? 40 : 10, isMost: true);
        Sheet.Row("all questions, not cached: p95, ms", Sheet.Quantile(times, 0.95), isLarge ? 150 : 30, isMost: true);
        var matrix = new List<double>();
        for (var i = 0; i < MatrixRounds; i++) matrix.Add(await TimeAsync(() => warehouse.ReadAsync(Texts.Of("Matrix"), Texts.ToEndAsync, default)));
        Sheet.Row("year x metric over everything, ms (median)", Sheet.Quantile(matrix, 0.5), isLarge ? 1000 : 100, isMost: true);
        await CachedAsync(compare, agencies);
        if (isLarge) Sheet.Row("resident memory of this process, GB", Process.GetCurrentProcess().WorkingSet64 / 1e9, 4, isMost: true);
    }

    private async Task CachedAsync(CompareQueries compare, List<string> agencies)
    {
        var six = Some(agencies, 6);
        await compare.ValuesAsync(Scope.Country, six, [metrics[0]], firstYear, lastYear, default);
        var cached = new List<double>();
        for (var i = 0; i < 1000; i++) cached.Add(await TimeAsync(() => compare.ValuesAsync(Scope.Country, six, [metrics[0]], firstYear, lastYear, default)));
        Sheet.Row("cached, ms (p95)", Sheet.Quantile(cached, 0.95), 0.1, isMost: true);
    }

    private async Task AskAsync(string what, Func<Task> ask)
    {
        await ask();
        var own = new List<double>();
        for (var i = 0; i < Rounds; i++) own.Add(await TimeAsync(ask));
        times.AddRange(own);
        Sheet.Say($"    {what,-44} p50 {Sheet.Quantile(own, 0.5),8:0.0} ms   p95 {Sheet.Quantile(own, 0.95),8:0.0} ms   load {Processes.Load()}");
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private MetricKey Metric() => One(metrics);

    private ReportYear Year() => new(random.Next(firstYear + 1, lastYear + 1));

    private T One<T>(List<T> list) => list[random.Next(list.Count)];

    private List<T> Some<T>(List<T> list, int count) => Enumerable.Range(0, count).Select(_ => One(list)).Distinct().ToList();

    private static async Task<List<string>> ListAsync(PublishedWarehouse warehouse, string sql)
    {
        var rows = new List<string>();
        await warehouse.ReadAsync(sql, async reader =>
        {
            while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        }, default);
        return rows;
    }
}
