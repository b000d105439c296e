// A warehouse written before the schema's later migrations opens, migrates, and says the same as before.
using Dapper;
using DuckDB.NET.Data;

namespace Analytics.Warehouse.Tests.Database;

public sealed class UpgradeTests
{
    // The first three migrations, and what a load of theirs left behind.
    private static readonly string[] First = ["2026-11-20_01_Dimensions", "2026-11-20_02_Reports", "2026-11-20_03_Marts"];

    private const string Rows = """
        insert into dim_metric (metric_id, metric, is_derived, position, form_table, forms, label_zh, label_en, unit, kind, polarity, since, note) values
            (7, 'rules.made', false, 1, '二', ['2019'], 'a', 'a', '件', 'flow', 'neutral', 2019, ''),
            (3, 'procurement.amount_wan', false, 2, '二', ['2019'], 'b', 'b', '万元', 'flow', 'neutral', 2019, '');
        insert into dim_metric (metric_id, metric, is_derived, position, form_table, forms, label_zh, label_en, unit, kind, polarity, since, note) values
            (9, 'requests.received.total', false, 3, '三', ['2019'], 'c', 'c', '件', 'flow', 'neutral', 2019, '');
        insert into dim_agency values (1, '330105.教育局', '杭州市拱墅区教育局', '拱墅区教育局', '教育局', '330105', '教育');
        insert into document values ('d1', 'a.docx', 1, 'https://example.gov.cn/a', date '2021-01-20', null, '1', null, null), ('d2', 'b.docx', null, null, null, null, '1', '不是年报', '{}'), ('d3', 'c.docx', 2, null, null, null, '1', null, null);
        insert into report values (1, 1, 2020, 'own', '区教育局', '2019', '2019', '2019', date '2021-01-20', 'd1', 'f1', 1, true), (2, 1, 2019, 'own', '区教育局', '2019', '2019', '2019', null, 'd3', 'f2', 1, true);
        insert into observation values
            (1, 7, 'number', 12, true), (1, 3, 'number', -0.5, false), (1, 9, 'blank', null, true),
            (2, 7, 'number', 999999999999, true), (2, 3, 'unread', null, true);
        insert into source_cell values
            (1, 7, 2, 1, 3, 2, null, null, '12件', null, '规章', '本年新制作数量', false), (1, 3, 2, 1, 9, 3, 17, 4, '-0.5', null, '政府集中采购', '采购总金额', true),
            (1, 9, 3, 2, 2, 8, null, null, '/', null, '收到', '总计', false),
            (2, 7, 2, 1, 3, 2, null, null, '999999999999', null, '规章', '本年新制作数量', false), (2, 3, 2, 1, 9, 3, null, null, '五?', '万元', '政府集中采购', '采购总金额', false);
        insert into finding values (1, 'R05', 'error', ['procurement.amount_wan'], null, -0.5, '不符', 'open');
        """;

    [Fact]
    public async Task An_older_warehouse_keeps_every_value_place_and_finding()
    {
        using var place = new TemporaryFolder();
        var folder = new DataFolder(place.Path);
        using (var connection = DuckDb.OpenWriter(folder.Warehouse)) Write(connection);

        using (var writer = await TestWarehouse.OpenWriterAsync(folder))
        {
            Assert.All(await writer.CheckAsync(CancellationToken.None), check => Assert.Empty(check.Failing));
            Assert.Equal(1, await writer.PublishAsync(CancellationToken.None));
            Assert.All(await writer.CheckAsync(CancellationToken.None), check => Assert.Empty(check.Failing));
            // And it takes in more.
            await writer.LoadAsync([Sample.Of("new", Sample.Gongshu, 2021, "rules.issued=2")], CancellationToken.None);
            await writer.PublishAsync(CancellationToken.None);
        }

        using var reader = new PublishedWarehouse(folder);
        Assert.Equal(
            [
                "1|rules.made|number|12|True|False|2|1|3|2|||12件||规章|本年新制作数量",
                "1|procurement.amount_wan|number|-0.5|False|True|2|1|9|3|17|4|-0.5||政府集中采购|采购总金额",
                "1|requests.received.total|blank||True|False|3|2|2|8|||/||收到|总计",
                "2|rules.made|number|999999999999|True|False|2|1|3|2|||999999999999||规章|本年新制作数量",
                "2|procurement.amount_wan|unread||True|False|2|1|9|3|||五?|万元|政府集中采购|采购总金额",
            ],
            await reader.RowsAsync("""
                select
                    report_id, metric, state, plain(value), has_unit, is_ocr, cell.form_table, grid, row_number, column_number, line, page, text, cell.unit,
                    row_label, column_label
                from printed_cell cell join dim_metric using (metric_id) where report_id in (1, 2) order by report_id, cell.form_table, position
                """));
        Assert.Equal(["rules.made|12|False", "procurement.amount_wan|-0.5|True", "requests.received.total||False"], await reader.RowsAsync(
            "select metric, plain(value), is_disputed from mart_value join dim_metric using (metric_id) where year = 2020 and not is_derived order by position"));
        Assert.Equal(["2019|own|True", "2020|own|True", "2021|own|True"], await reader.RowsAsync("select year, cast(scope as varchar), is_current from report order by year"));
        Assert.Equal(["不是年报"], await reader.RowsAsync("select reason from document where reason is not null"));
    }

    [Fact]
    public async Task What_another_version_of_the_program_published_is_published_anew_and_never_gone_back_to()
    {
        using var place = new TemporaryFolder();
        var folder = new DataFolder(place.Path);
        using (var connection = DuckDb.OpenWriter(folder.Warehouse)) Write(connection);
        File.Copy(folder.Warehouse, folder.PublishedFile(1));
        await File.WriteAllTextAsync(folder.Pointer, "1");

        using var writer = await TestWarehouse.OpenWriterAsync(folder);
        Assert.Equal(2, await writer.CatchUpAsync(CancellationToken.None));
        Assert.Null(await writer.CatchUpAsync(CancellationToken.None));

        using var reader = new PublishedWarehouse(folder);
        Assert.Equal(["2"], await reader.RowsAsync("select count(*) from report"));
        var refused = await Assert.ThrowsAsync<PublishException>(() => writer.RollBackAsync(1, CancellationToken.None));
        Assert.Contains("another version of this program", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, reader.Version);
    }

    [Fact]
    public async Task A_migration_that_went_out_in_two_wordings_is_known_in_both()
    {
        using var place = new TemporaryFolder();
        var folder = await TestWarehouse.EmptyFolderAsync(place);
        using (var connection = DuckDb.OpenWriter(folder.Warehouse))
        {
            Assert.Equal(1, connection.Execute("update schema_migration set sha256 = '5268dc3c35746db009095fabb778b4f1383dd6e1fbb7fdedca3418321ef66741' where sha256 = 'b93cccce880929a8ae323dae678568ce4f68a7daafca5b97d04d7897c39d7b18'"));
        }

        (await TestWarehouse.OpenWriterAsync(folder)).Dispose();
    }

    [Fact]
    public async Task Where_nothing_is_published_there_is_nothing_to_catch_up_with()
    {
        using var warehouse = await TestWarehouse.OpenAsync();

        Assert.Null(await warehouse.Writer.CatchUpAsync(CancellationToken.None));
        Assert.Null(warehouse.Reader.Version);
    }

    private static void Write(DuckDBConnection connection)
    {
        connection.Execute("create table schema_migration (name varchar not null, sha256 varchar not null, applied_at timestamp not null)");
        foreach (var name in First)
        {
            connection.Execute(Sql.Text("schema/" + name));
            connection.Execute("insert into schema_migration values ($name, $sha256, now())", new { name, sha256 = Sample.Hash(Sql.Text("schema/" + name)) });
        }
        connection.Execute(Rows);
    }
}
