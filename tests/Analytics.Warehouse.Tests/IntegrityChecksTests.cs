// A check that cannot fail is worth nothing: each passes after honest loads and fails on what it is there for.
using Dapper;

namespace Analytics.Warehouse.Tests;

public sealed class IntegrityChecksTests
{
    private static readonly Lazy<Task<byte[]>> Loaded = new(LoadAsync);

    [Fact]
    public async Task Every_check_passes_after_loads_and_says_what_it_covered()
    {
        using var warehouse = await TestWarehouse.OpenAsync(Items());

        var results = await warehouse.Writer.CheckAsync(CancellationToken.None);

        Assert.Equal([("AgencyUnique", 2L), ("CellUnique", 4L), ("DocumentUnique", 4L), ("ObservationComplete", 3L), ("RegionYearEqual", 3L), ("ReportUnique", 3L), ("WideComplete", 3L)], results.Select(result => (result.Name, result.Covered)));
        Assert.All(results, result => Assert.Empty(result.Failing));
    }

    [Theory]
    [InlineData("AgencyUnique", "insert into dim_agency from dim_agency limit 1")]
    [InlineData("AgencyUnique", "update dim_agency set region_code = '999999' where code = '330105.教育局'")]
    [InlineData("DocumentUnique", "insert into document from document limit 1")]
    [InlineData("DocumentUnique", "update document set reason = 'x' where report_id is not null")]
    [InlineData("DocumentUnique", "update document set reason = null where report_id is null")]
    [InlineData("CellUnique", "insert into printed_table from printed_table limit 1")]
    [InlineData("CellUnique", "delete from layout")]
    [InlineData("CellUnique", "update printed_table set mark = list_append(mark, 1)")]
    [InlineData("CellUnique", "update printed_table set whole = []")]
    [InlineData("CellUnique", "update printed_table set millionths = list_append(whole, 0)")]
    [InlineData("CellUnique", "delete from label")]
    [InlineData("ObservationComplete", "insert into observation from observation limit 1")]
    [InlineData("ObservationComplete", "delete from observation where state = 'blank'")]
    [InlineData("ObservationComplete", "update printed_table set whole = list_transform(whole, one -> one + 1)")]
    [InlineData("WideComplete", "delete from rule_wide")]
    [InlineData("WideComplete", "update rule_wide set \"rules.made\" = 77")]
    [InlineData("WideComplete", "update rule_wide set marks = list_transform(marks, mark -> 0)")]
    [InlineData("WideComplete", "insert into rule_wide from rule_wide limit 1")]
    [InlineData("WideComplete", "update rule_wide set form_3 = 1949")]
    [InlineData("WideComplete", "update rule_wide set year = 1949")]
    [InlineData("RegionYearEqual", "delete from mart_region_year")]
    [InlineData("RegionYearEqual", "update mart_region_year set whole = whole + 1 where counted > 0")]
    [InlineData("RegionYearEqual", "update mart_region_year set no_number = no_number + 1")]
    [InlineData("RegionYearEqual", "update mart_region_year set scope = 'level'")]
    [InlineData("RegionYearEqual", "insert into mart_region_year from mart_region_year")]
    [InlineData("ReportUnique", "update report set is_current = true")]
    [InlineData("ReportUnique", "update report set is_current = false where year = 2021")]
    [InlineData("ReportUnique", "insert into report select * replace (false as is_current) from report limit 1")]
    public async Task A_check_fails_on_planted_breakage_and_shows_the_rows(string check, string breakage)
    {
        using var temporary = new TemporaryFolder();
        var folder = new DataFolder(temporary.Path);
        await File.WriteAllBytesAsync(folder.Warehouse, await Loaded.Value);
        using (var connection = DuckDb.OpenWriter(folder.Warehouse)) connection.Execute(breakage);

        using var reopened = await TestWarehouse.OpenWriterAsync(folder);
        var failed = (await reopened.CheckAsync(CancellationToken.None)).Where(result => result.Failing.Count > 0).ToList();

        Assert.Contains(failed, result => result.Name == check);
        Assert.All(failed, result => Assert.All(result.Failing, row => Assert.NotEmpty(row)));
    }

    private static async Task<byte[]> LoadAsync()
    {
        using var temporary = new TemporaryFolder();
        var folder = await TestWarehouse.EmptyFolderAsync(temporary);
        using (var writer = await TestWarehouse.OpenWriterAsync(folder))
        {
            await writer.LoadAsync(Items(), CancellationToken.None);
            await writer.PublishAsync(CancellationToken.None);
        }
        return await File.ReadAllBytesAsync(folder.Warehouse);
    }

    private static LoadItem[] Items() =>
    [
        Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1"), Sample.Of("b", Sample.Gongshu, 2020, "rules.made=2"),
        Sample.Of("c", Sample.Chaoyang, 2021, "rules.issued=3", "rules.repealed="), Sample.Quarantined("d", "不是年报"),
    ];
}
