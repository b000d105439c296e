// PostgreSQL on the same facts, tall and wide, indexed: the better of the two counts. A server of its own, gone afterwards.
using System.Diagnostics;
using System.Globalization;
using Analytics.Catalog;
using Analytics.Testing;
using Analytics.Warehouse;
using DuckDB.NET.Data;
using Npgsql;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Benchmarks.Country;

internal static class Postgres
{
    private const int Rounds = 20;
    private const int MatrixRounds = 11;

    // Of 2 ms: in fewer rounds the programs' own warming up is measured.
    private const int ProfileRounds = 300;

    // As a dedicated server of this size would be set; no logging of what could be loaded again.
    private const string Settings = "-c shared_buffers=4GB -c work_mem=256MB -c maintenance_work_mem=1GB -c effective_cache_size=12GB"
        + " -c max_parallel_workers_per_gather=2 -c wal_level=minimal -c max_wal_senders=0 -c random_page_cost=1.1";

    public static async Task CompareAsync(DataFolder folder, string place)
    {
        if (PostgresServer.Start(place, Settings) is not { } server)
        {
            Sheet.Say($"PostgreSQL is not installed (package postgresql): not compared.");
            return;
        }
        using (server)
        {
            await using var source = NpgsqlDataSource.Create(server.ConnectionString);
            await using var postgres = await source.OpenConnectionAsync();
            await FillAsync(folder, postgres, place);
            var bytes = await ScalarAsync<long>(postgres, "select pg_database_size(current_database())");
            var ours = new FileInfo(folder.PublishedFile(folder.CurrentVersion()!.Value)).Length;
            Sheet.Row($"bytes on disk: ours {ours / 1e6:0} MB, PostgreSQL {bytes / 1e6:0} MB, 1 to", bytes / (double)ours, 20, isMost: false);

            using var warehouse = new PublishedWarehouse(folder);
            await SameMatrixAsync(warehouse, postgres);
            await RaceAsync(warehouse, postgres, "year x metric over everything", "Matrix", ["PostgresMatrix", "WideMatrix"], MatrixRounds, 50);
            await RaceAsync(warehouse, postgres, "trend", "Trend", ["PostgresTrend", "PostgresWideTrend"], Rounds, 1);
            await RaceAsync(warehouse, postgres, "ranking", "Ranking", ["PostgresRanking", "PostgresWideRanking"], Rounds, 1);
            await RaceAsync(warehouse, postgres, "one agency's profile", "Profile", ["PostgresProfile", "PostgresWideProfile"], ProfileRounds, 1);
            await RulesAsync(folder, warehouse, postgres);
        }
    }

    // Both run every rule over everything anew and name every breach, and must find the same. Then what a page asks: the
    // breaches that publications have kept, which must be the same again.
    private static async Task RulesAsync(DataFolder folder, PublishedWarehouse warehouse, NpgsqlConnection postgres)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        await warehouse.ReadAsync("select metric, metric_id from dim_metric", async reader =>
        {
            while (await reader.ReadAsync()) numbers[reader.GetString(0)] = reader.GetInt16(1);
        }, CancellationToken.None);
        var rules = new PostgresRules(CatalogData.Current, numbers);
        var (found, there) = await rules.RunAsync(postgres);
        there = Math.Min(there, (await rules.RunAsync(postgres)).Time);

        var kept = await CountAsync(warehouse, $"select rule, count(*) from ({Statement("Breaches", warehouse)}) group by rule");
        var asking = await MedianAsync(Rounds, () => warehouse.ReadAsync(Texts.Of("Breaches"), Texts.ToEndAsync, CancellationToken.None));
        var ours = new List<double>();
        IReadOnlyList<RuleCount> counts = [];
        using (var writer = await WarehouseWriter.OpenAsync(folder, CatalogData.Current, TimeProvider.System, CancellationToken.None))
        {
            for (var i = 0; i < 4; i++)
            {
                var watch = Stopwatch.StartNew();
                counts = await writer.CountBreachesAsync(CancellationToken.None);
                if (i > 0) ours.Add(watch.Elapsed.TotalMilliseconds);
            }
        }
        var (here, expected, published) = (Show(counts.Select(rule => (rule.Rule, rule.Breaches))), Show(found.Select(rule => (rule.Key, rule.Value))), Show(kept.Select(rule => (rule.Key, rule.Value))));
        if (here != expected || published != expected) throw new InvalidOperationException($"The rules found {here}, PostgreSQL {expected}, and kept is {published}.");
        Sheet.Say($"Breaches, the same in both: {here}");
        Ratio("all rules over everything, run anew", Sheet.Quantile(ours, 0.5), there, 100);
        Ratio("all rules over everything, kept by publications", asking, there, 100);
    }

    private static string Show(IEnumerable<(string Rule, long Breaches)> rules) =>
        string.Join(' ', rules.OrderBy(rule => rule.Rule, StringComparer.Ordinal).Select(rule => string.Create(CultureInfo.InvariantCulture, $"{rule.Rule} {rule.Breaches}")));

    private static async Task<Dictionary<string, long>> CountAsync(PublishedWarehouse warehouse, string sql)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        await warehouse.ReadAsync(sql, async reader =>
        {
            while (await reader.ReadAsync()) counts[reader.GetString(0)] = reader.GetInt64(1);
        }, CancellationToken.None);
        return counts;
    }

    private static async Task RaceAsync(PublishedWarehouse warehouse, NpgsqlConnection postgres, string what, string ours, string[] theirs, int rounds, double target)
    {
        var here = await MedianAsync(rounds, () => warehouse.ReadAsync(Texts.Of(ours), Texts.ToEndAsync, CancellationToken.None));
        var there = double.MaxValue;
        foreach (var statement in theirs)
        {
            var sql = statement == "WideMatrix" ? WideMatrix() : Statement(statement, warehouse);
            there = Math.Min(there, await MedianAsync(rounds, async () =>
            {
                await using var command = new NpgsqlCommand(sql, postgres) { CommandTimeout = 0 };
                await using var reader = await command.ExecuteReaderAsync();
                await Texts.ToEndAsync(reader);
            }));
        }
        Ratio(what, here, there, target);
    }

    private static void Ratio(string what, double ours, double theirs, double target) =>
        Sheet.Row(string.Create(CultureInfo.InvariantCulture, $"{what}: ours {ours:0.0} ms, PostgreSQL {theirs:0.0} ms, times faster"), theirs / ours, target, isMost: false);

    private static async Task<double> MedianAsync(int rounds, Func<Task> work)
    {
        await work();
        var times = new List<double>();
        for (var i = 0; i < rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            await work();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return Sheet.Quantile(times, 0.5);
    }

    private static string Statement(string name, PublishedWarehouse warehouse) => Texts.Of(name).TrimEnd().TrimEnd(';')
        .Replace("{received}", ValueOf(warehouse, "select metric_id from dim_metric where metric = 'requests.received.total'"), StringComparison.Ordinal)
        .Replace("{rates}", ValueOf(warehouse, "select string_agg(metric_id, ',') from dim_metric where kind = 'rate'"), StringComparison.Ordinal);

    private static string ValueOf(PublishedWarehouse warehouse, string sql)
    {
        var value = "";
        warehouse.ReadAsync(sql, async reader =>
        {
            await reader.ReadAsync();
            value = Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!;
        }, CancellationToken.None).GetAwaiter().GetResult();
        return value;
    }

    // Both must come to the same before one may be called faster.
    private static async Task SameMatrixAsync(PublishedWarehouse warehouse, NpgsqlConnection postgres)
    {
        var ours = ValueOf(warehouse, $"select concat_ws('|', count(*), sum(n), sum(cast(whole as decimal(38, 6)) + cast(millionths as decimal(20, 0)) * 0.000001)) from ({Statement("Matrix", warehouse)})");
        var theirs = await ScalarAsync<string>(postgres, $"select concat_ws('|', count(*), sum(n), sum(total)) from ({Statement("PostgresMatrix", warehouse)}) matrix");
        if (ours != theirs) throw new InvalidOperationException($"The year x metric matrix is {ours} here and {theirs} in PostgreSQL.");
    }

    private static string WideMatrix() => "select year, "
        + string.Join(", ", CatalogData.Current.Metrics.Select(metric => $"count({Column(metric)}), sum({Column(metric)})")) + " from wide where scope = 0 group by year";

    private static string Column(Metric metric) => $"\"{metric.Key.Value}\"";

    // Facts, cells and the wide table go over as files that the server reads.
    private static async Task FillAsync(DataFolder folder, NpgsqlConnection postgres, string place)
    {
        var watch = Stopwatch.StartNew();
        await ExecuteAsync(postgres, Texts.Of("PostgresTall"));
        await ExecuteAsync(postgres, Texts.Of("PostgresRuleTables"));
        await ExecuteAsync(postgres, "create unlogged table wide (report_id integer not null, agency_id integer not null, year smallint not null, scope smallint not null, "
            + "form_2 smallint, form_3 smallint, form_4 smallint, marks smallint[], " + string.Join(", ", CatalogData.Current.Metrics.Select(metric => Column(metric) + " numeric(18, 6)")) + ")");
        await using (var duck = new DuckDBConnection("DataSource=:memory:"))
        {
            await duck.OpenAsync();
            Run(duck, $"attach '{folder.PublishedFile(folder.CurrentVersion()!.Value)}' as country (read_only); use country");
            foreach (var (table, select) in Exports())
            {
                var file = Path.Combine(place, table + ".csv");
                Run(duck, $"copy ({select}) to '{file}' (header false)");
                if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
                await ExecuteAsync(postgres, $"copy {table} from '{file}' (format csv)");
                File.Delete(file);
            }
        }
        foreach (var statement in Texts.Of("PostgresIndexes").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) await ExecuteAsync(postgres, statement);
        Sheet.Say($"PostgreSQL filled and indexed in {watch.Elapsed.TotalSeconds:0} s.");
    }

    private static IEnumerable<(string Table, string Select)> Exports()
    {
        const string Scope = "case scope when 'own' then 0 when 'level' then 1 else 2 end";
        const string State = "case state when 'number' then 0 when 'blank' then 1 when 'unread' then 2 when 'incomplete' then 3 else 4 end";
        yield return ("fact", $"select metric_id, year, agency_id, {Scope}, report_id, form, {State}, exact(whole, millionths), denominator, is_disputed, has_unit, is_corrected from observation");
        yield return ("cell", $"select report_id, metric_id, {State}, value, has_unit, is_ocr, form_table, grid, row_number, column_number, line, page, text, unit, row_label, column_label from printed_cell");
        yield return ("report", $"select report_id, agency_id, year, {Scope}, facts_sha256 from report where is_current");
        yield return ("agency", "select agency_id, region_code from dim_agency where region_code is not null");
        yield return ("region_line", "select code, parent, unnest(lineage) from (from dim_region qualify row_number() over (partition by code order by valid_from desc nulls last) = 1)");
        yield return ("agency_change", "select distinct agency_id, year from dim_agency join territory_change using (region_code)");
        yield return ("wide", $"select wide.report_id, agency_id, wide.year, case wide.scope when 'own' then 0 when 'level' then 1 else 2 end, form_2, form_3, form_4, "
            + "'{' || array_to_string(marks, ',') || '}', " + string.Join(", ", CatalogData.Current.Metrics.Select(Column)) + " from report_wide wide join (select report_id, form_2, form_3, form_4 from report where is_current) forms using (report_id)");
    }

    private static void Run(DuckDBConnection duck, string sql)
    {
        using var command = duck.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task ExecuteAsync(NpgsqlConnection postgres, string sql)
    {
        await using var command = new NpgsqlCommand(sql, postgres) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<T> ScalarAsync<T>(NpgsqlConnection postgres, string sql)
    {
        await using var command = new NpgsqlCommand(sql, postgres) { CommandTimeout = 0 };
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
