// PostgreSQL on the same facts, tall and wide, indexed: the better of the two counts. A server of its own, gone afterwards.
using System.Diagnostics;
using System.Globalization;
using Analytics.Catalog;
using Analytics.Warehouse;
using DuckDB.NET.Data;
using Npgsql;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Benchmarks.Country;

internal static class Postgres
{
    private const int Rounds = 20;

    public static async Task CompareAsync(DataFolder folder, string place)
    {
        if (PostgresServer.Start(place) is not { } server)
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
            await RaceAsync(warehouse, postgres, "year x metric over everything", "Matrix", ["PostgresMatrix", "WideMatrix"], 3, 50);
            await RaceAsync(warehouse, postgres, "trend", "Trend", ["PostgresTrend", "PostgresWideTrend"], Rounds, 1);
            await RaceAsync(warehouse, postgres, "ranking", "Ranking", ["PostgresRanking", "PostgresWideRanking"], Rounds, 1);
            await RaceAsync(warehouse, postgres, "one agency's profile", "Profile", ["PostgresProfile", "PostgresWideProfile"], Rounds, 1);
            await RulesAsync(folder, postgres);
        }
    }

    // Ours runs every rule and names every breach; of PostgreSQL it is asked only how many reports break any sum or jump.
    private static async Task RulesAsync(DataFolder folder, NpgsqlConnection postgres)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        using var writer = await WarehouseWriter.OpenAsync(folder, CatalogData.Current, TimeProvider.System, CancellationToken.None);
        for (var i = 0; i < 4; i++)
        {
            var watch = Stopwatch.StartNew();
            await writer.CountBreachesAsync(CancellationToken.None);
            if (i > 0) ours.Add(watch.Elapsed.TotalMilliseconds);
        }
        var (sums, yearSums, jumps) = writer.Wide.Portable;
        const string Years = "select count(*) from wide now join wide before on before.agency_id = now.agency_id and before.scope = now.scope and before.year = now.year - 1 where ";
        for (var i = 0; i < 2; i++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var sql in new[] { "select count(*) from wide where " + sums, Years + yearSums, Years + jumps }) await ScalarAsync<long>(postgres, sql);
            theirs.Add(watch.Elapsed.TotalMilliseconds);
        }
        Ratio("all rules over everything", Sheet.Quantile(ours, 0.5), theirs.Min(), 100);
    }

    private static async Task RaceAsync(PublishedWarehouse warehouse, NpgsqlConnection postgres, string what, string ours, string[] theirs, int rounds, double target)
    {
        var here = await MedianAsync(rounds, () => warehouse.ReadAsync(Texts.Of(ours), Texts.ToEndAsync, CancellationToken.None));
        var there = double.MaxValue;
        foreach (var statement in theirs)
        {
            var sql = statement == "WideMatrix" ? WideMatrix() : Texts.Of(statement).Replace("{received}", Number(warehouse), StringComparison.Ordinal);
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

    private static string Number(PublishedWarehouse warehouse)
    {
        var number = "";
        warehouse.ReadAsync("select metric_id from dim_metric where metric = 'requests.received.total'", async reader =>
        {
            await reader.ReadAsync();
            number = Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!;
        }, CancellationToken.None).GetAwaiter().GetResult();
        return number;
    }

    private static string WideMatrix() => "select year, "
        + string.Join(", ", CatalogData.Current.Metrics.Select(metric => $"count({Column(metric)}), sum({Column(metric)})")) + " from wide where scope = 0 group by year";

    private static string Column(Metric metric) => $"\"{metric.Key.Value}\"";

    // Facts, cells and the wide table go over as files that the server reads.
    private static async Task FillAsync(DataFolder folder, NpgsqlConnection postgres, string place)
    {
        var watch = Stopwatch.StartNew();
        await ExecuteAsync(postgres, Texts.Of("PostgresTall"));
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
