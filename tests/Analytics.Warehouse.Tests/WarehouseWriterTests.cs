// Opening makes a warehouse or takes up an old one; only one process may have it.
using Dapper;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Warehouse.Tests;

public sealed class WarehouseWriterTests
{
    private const string State = """
        select name, cast(applied_at as varchar) from schema_migration
        union all select cast(count(*) as varchar), cast((select count(*) from seed_state) as varchar) from report
        order by 1 desc
        """;

    [Fact]
    public async Task Opening_an_empty_folder_makes_the_schema_and_the_definitions()
    {
        using var warehouse = await TestWarehouse.OpenAsync();
        await warehouse.PublishAsync();

        var tables = await warehouse.RowsAsync("select table_name from information_schema.tables order by table_name");
        Assert.Equal(
            [
                "active_correction", "agency_alias", "assignment", "cell", "cell_text", "correction", "correction_state", "current_mark", "derived_term", "dim_agency", "dim_metric", "dim_region", "dim_rule", "disputed_cell",
                "document", "effective_cell", "finding", "finding_mark", "label", "layout", "mart_agency", "mart_correction", "mart_pending", "mart_region_year", "mart_value", "observation", "office_reading", "printed_cell", "printed_correction", "printed_table",
                "region_event", "region_year", "report", "report_wide", "roster", "rule_term", "rule_wide", "schema_migration", "seed_state", "territory_change",
            ],
            tables);
        Assert.Equal($"{CatalogData.Current.Metrics.Count + CatalogData.Current.DerivedMetrics.Count}", await warehouse.ValueAsync("select count(*) from dim_metric"));
        Assert.Equal($"{CatalogData.Current.Regions.All.Count}", await warehouse.ValueAsync("select count(*) from dim_region"));
        Assert.Equal($"{CatalogData.Current.Regions.Events.Count}", await warehouse.ValueAsync("select count(*) from region_event"));
        Assert.Equal($"{CatalogData.Current.Rules.Count}", await warehouse.ValueAsync("select count(*) from dim_rule"));
        Assert.Equal($"{CatalogData.Current.RuleTerms.Count}", await warehouse.ValueAsync("select count(*) from rule_term"));
        Assert.Equal($"{CatalogData.Current.DerivedMetrics.Sum(metric => metric.Numerator.Count + metric.Denominator.Count)}", await warehouse.ValueAsync("select count(*) from derived_term"));
    }

    [Fact]
    public async Task A_region_knows_its_path_and_all_above_it()
    {
        using var warehouse = await TestWarehouse.OpenAsync();
        await warehouse.PublishAsync();

        Assert.Equal(
            ["|浙江省/杭州市/拱墅区|330105,330100,330000,CN|2021-04-09", "2021-04-09|浙江省/杭州市/拱墅区|330105,330100,330000,CN|"],
            await warehouse.RowsAsync("select cast(valid_from as varchar), path, array_to_string(lineage, ','), cast(valid_to as varchar) from dim_region where code = '330105' order by valid_from nulls first"));
    }

    [Fact]
    public async Task Reopening_applies_nothing_twice_and_keeps_what_was_loaded()
    {
        using var temporary = new TemporaryFolder();
        var folder = await TestWarehouse.EmptyFolderAsync(temporary);
        using (var first = await TestWarehouse.OpenWriterAsync(folder))
        {
            await first.LoadAsync([Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1")], CancellationToken.None);
            await first.PublishAsync(CancellationToken.None);
        }
        using var reader = new PublishedWarehouse(folder);
        var before = await reader.RowsAsync(State);

        using var second = await TestWarehouse.OpenWriterAsync(folder);
        var version = await second.PublishAsync(CancellationToken.None);

        Assert.Equal(2, version);
        Assert.Equal(before, await reader.RowsAsync(State));
        Assert.Equal("1|1", before[^1]);
    }

    [Fact]
    public async Task New_definitions_replace_the_old_and_metrics_keep_their_numbers()
    {
        using var temporary = new TemporaryFolder();
        var folder = await TestWarehouse.EmptyFolderAsync(temporary);
        // As an older program with fewer metrics and another name for a region would have left it.
        Change(folder, """
            update seed_state set seeds_sha256 = 'old';
            delete from dim_metric where metric = 'rules.made';
            update dim_metric set metric_id = 900 where metric = 'rules.disclosed';
            update dim_region set name = '旧名' where code = '330105';
            """);

        using var writer = await TestWarehouse.OpenWriterAsync(folder);
        await writer.PublishAsync(CancellationToken.None);
        using var reader = new PublishedWarehouse(folder);

        Assert.Equal(["rules.disclosed|900", "rules.made|901"], await reader.RowsAsync("select metric, metric_id from dim_metric where metric in ('rules.made', 'rules.disclosed') order by metric_id"));
        Assert.Equal(["0"], await reader.RowsAsync("select count(*) - count(distinct metric_id) from dim_metric"));
        Assert.Equal(["拱墅区"], await reader.RowsAsync("select distinct name from dim_region where code = '330105'"));
    }

    [Fact]
    public async Task A_warehouse_of_a_newer_program_is_refused_and_left_alone()
    {
        using var temporary = new TemporaryFolder();
        var folder = await TestWarehouse.EmptyFolderAsync(temporary);
        Change(folder, "insert into schema_migration values ('2999-01-01_01_Future', 'x', now())");

        var error = await Assert.ThrowsAsync<SchemaMismatchException>(() => TestWarehouse.OpenWriterAsync(folder));

        Assert.Contains("2999-01-01_01_Future", error.Message, StringComparison.Ordinal);
        Assert.Contains("written by a newer version", error.Message, StringComparison.Ordinal);
        // Refused also means released.
        folder.Own().Dispose();
    }

    [Fact]
    public async Task A_migration_that_was_changed_after_it_was_applied_is_refused()
    {
        using var temporary = new TemporaryFolder();
        var folder = await TestWarehouse.EmptyFolderAsync(temporary);
        Change(folder, "update schema_migration set sha256 = 'x' where name like '%Marts'");

        var error = await Assert.ThrowsAsync<SchemaMismatchException>(() => TestWarehouse.OpenWriterAsync(folder));

        Assert.Contains("never changed after landing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_opener_cannot_own_the_folder()
    {
        using var warehouse = await TestWarehouse.OpenAsync();

        var error = await Assert.ThrowsAsync<DataFolderInUseException>(() => TestWarehouse.OpenWriterAsync(new DataFolder(warehouse.Folder.Root)));

        Assert.Contains("--data", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warehouse_that_was_closed_can_be_opened_again()
    {
        using var temporary = new TemporaryFolder();
        var folder = await TestWarehouse.EmptyFolderAsync(temporary);

        (await TestWarehouse.OpenWriterAsync(folder)).Dispose();
    }

    [Fact]
    public async Task Documents_that_are_taken_in_are_known_with_their_outcome()
    {
        using var warehouse = await TestWarehouse.OpenAsync();
        await warehouse.Writer.LoadAsync([Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1"), Sample.Quarantined("b", "不是年报")], CancellationToken.None);

        var known = await warehouse.Writer.KnownAsync([Sample.Hash("a"), Sample.Hash("b"), Sample.Hash("c")], CancellationToken.None);

        Assert.Equal(
            new[] { new KnownDocument(Sample.Hash("a"), true, null), new KnownDocument(Sample.Hash("b"), false, "不是年报") }.OrderBy(document => document.Sha256),
            known.OrderBy(document => document.Sha256));
    }

    private static void Change(DataFolder folder, string sql)
    {
        using var connection = DuckDb.OpenWriter(folder.Warehouse);
        connection.Execute(sql);
    }
}
