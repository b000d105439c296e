// Loading in any order, any number of times, gives the same warehouse.
using Analytics.Catalog;
using FsCheck;
using FsCheck.Fluent;

namespace Analytics.Warehouse.Tests;

public sealed class LoaderTests
{
    private const string Counts = """
        select (select count(*) from document), (select count(*) from report), (select count(*) from cell), (select count(*) from printed_cell),
            (select count(*) from finding), (select count(*) from dim_agency), (select count(*) from agency_alias)
        """;

    private const string Reports = """
        select code, year, scope, version, is_current, cast(report.published as varchar), facts_sha256, document_sha256, agency_printed, form_2, form_3, form_4
        from report join dim_agency using (agency_id) order by all
        """;

    private const string Observations = """
        select code, year, scope, facts_sha256, metric, state, value, has_unit, text, line
        from printed_cell join report using (report_id) join dim_agency using (agency_id) join dim_metric using (metric_id) order by all
        """;

    private const string Values = """
        select code, mart_value.year, mart_value.scope, metric, state, value, denominator, is_disputed, has_unit, form
        from mart_value join dim_agency using (agency_id) join dim_metric using (metric_id) order by all
        """;

    private const string Rest = """
        select 'document', sha256, file, facts_sha256 from document left join report using (report_id)
        union all select 'alias', code, alias, '' from agency_alias join dim_agency using (agency_id)
        union all select 'finding', facts_sha256, rule, message from finding join report using (report_id)
        union all select 'agency', code, name, array_to_string(years, ',') from mart_agency
        order by all
        """;

    private static readonly string[] Facts = ["requests.received.total=40", "requests.closed.total=40", "requests.granted.total=10", "requests.partly_granted.total=10"];

    // One report in three copies that differ in all but the facts, two other versions of it, the year after, other bodies, a quarantined one.
    private static readonly LoadItem[] Mixed =
    [
        Sample.Of("copy 1", Sample.Gongshu, 2020, [.. Facts, "procurement.amount_wan=12"]).Published(2021, 3, 1).With(Sample.Error("R01", "requests.granted.total")),
        Sample.Of("copy 2", Sample.Gongshu, 2020, ["procurement.amount_wan=12!", .. Facts]).Published(2021, 3, 1).PrintedAs("区教育局"),
        Sample.Of("copy 3", Sample.Gongshu, 2020, [.. Facts, "procurement.amount_wan=12"]).PrintedAs("拱墅区教育局"),
        Sample.Of("later", Sample.Gongshu, 2020, [.. Facts, "procurement.amount_wan=13"]).Published(2021, 2, 1),
        Sample.Of("undated", Sample.Gongshu, 2020, [.. Facts, "procurement.amount_wan=14"]),
        Sample.Of("next", Sample.Gongshu, 2021, Facts),
        Sample.Of("level", Sample.Hangzhou, 2020, Facts).WithScope(ReportScope.Level),
        Sample.Of("territory", Sample.Hangzhou, 2020, Facts).WithScope(ReportScope.Territory),
        Sample.Of("other", Sample.Chaoyang, 2020, Facts),
        Sample.Of("nowhere", Sample.Nowhere, 2020, Facts),
        Sample.Quarantined("poison", "不是年报"),
    ];

    [Fact]
    public async Task The_same_items_again_change_nothing()
    {
        using var warehouse = await TestWarehouse.OpenAsync(Mixed);
        var before = await ContentAsync(warehouse);
        var counts = await warehouse.ValueAsync(Counts);

        await warehouse.PublishAsync(Mixed);

        Assert.Equal(before, await ContentAsync(warehouse));
        Assert.Equal(counts, await warehouse.ValueAsync(Counts));
        Assert.StartsWith("11|8|", counts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_twice_in_one_batch_is_loaded_once()
    {
        var item = Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1").With(Sample.Error("R05", "rules.made"));
        using var warehouse = await TestWarehouse.OpenAsync(item, item);

        Assert.Equal("1|1|1|1|1|1|0", await warehouse.ValueAsync(Counts));
    }

    [Fact]
    public async Task A_document_that_is_taken_in_is_left_as_it_is_even_if_it_is_read_differently_now()
    {
        using var warehouse = await TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1"), Sample.Quarantined("b", "不是年报"));
        var before = await ContentAsync(warehouse);

        await warehouse.PublishAsync(
            Sample.Of("a", Sample.Gongshu, 2020, "rules.made=2"), Sample.Of("b", Sample.Chaoyang, 2020, "rules.made=3"), Sample.Quarantined("a", "其他原因"));

        Assert.Equal(before, await ContentAsync(warehouse));
        Assert.Equal("2|1|1|1|0|1|0", await warehouse.ValueAsync(Counts));
    }

    [Fact]
    public async Task Copies_of_the_same_facts_become_documents_of_one_report()
    {
        using var warehouse = await TestWarehouse.OpenAsync(
            Sample.Of("a.html", Sample.Gongshu, 2020, "rules.made=1"), Sample.Of("a.docx", Sample.Gongshu, 2020, "rules.made=1.0"));
        await warehouse.PublishAsync(Sample.Of("a.txt", Sample.Gongshu, 2020, "rules.made=1"));

        Assert.Equal("3|1|1|1|0|1|0", await warehouse.ValueAsync(Counts));
        Assert.Equal(["3"], await warehouse.RowsAsync("select count(*) from document join report using (report_id)"));
    }

    [Fact]
    public async Task Tables_printed_alike_share_a_layout_and_one_of_its_own_keeps_every_place()
    {
        var alike = Sample.Of("alike", Sample.Chaoyang, 2020, "rules.made=7", "procurement.amount_wan=0.000001", "requests.received.total=?");
        var own = Sample.Of("own", Sample.Gongshu, 2020, "rules.made=1", "procurement.amount_wan=-999999999999.999999");
        var moved = own.Report!.Values.Select((value, index) => value with
        {
            Cell = new LoadCell(2, null, null, 7 + index, null, 3, "约" + index, index == 0 ? null : "万元", "行" + index, "列" + index, true),
        }).ToList();
        using var warehouse = await TestWarehouse.OpenAsync(
            Sample.Of("first", Sample.Hangzhou, 2020, "rules.made=5", "procurement.amount_wan=0.5", "requests.received.total=2"), own with { Report = own.Report with { Values = moved } });
        await warehouse.PublishAsync(alike);

        Assert.Equal("3|5", await warehouse.ValueAsync("select count(distinct layout_id), count(*) from printed_table"));
        Assert.Equal(
            [
                "杭州市人民政府|procurement.amount_wan|0.5|1|2|2|11||0.5||行|列", "杭州市人民政府|requests.received.total|2|1|3|2|12||2||行|列", "杭州市人民政府|rules.made|5|1|1|2|10||5||行|列",
                "拱墅区教育局|procurement.amount_wan|-999999999999.999999|||8||3|约1|万元|行1|列1", "拱墅区教育局|rules.made|1|||7||3|约0||行0|列0",
                "朝阳区教育委员会|procurement.amount_wan|0.000001|1|2|2|11||0.000001||行|列", "朝阳区教育委员会|requests.received.total||1|3|2|12||?||行|列",
                "朝阳区教育委员会|rules.made|7|1|1|2|10||7||行|列",
            ],
            await warehouse.RowsAsync("""
                select short_name, metric, plain(value), grid, row_number, column_number, line, page, text, cell.unit, row_label, column_label
                from printed_cell cell join dim_metric using (metric_id) join report using (report_id) join dim_agency agency using (agency_id)
                order by agency.short_name = '朝阳区教育委员会', agency.short_name = '拱墅区教育局', metric
                """));
        Assert.All(await warehouse.Writer.CheckAsync(CancellationToken.None), check => Assert.Empty(check.Failing));
    }

    [Fact]
    public async Task Of_copies_the_one_published_last_is_the_one_shown()
    {
        var early = Sample.Of("early", Sample.Gongshu, 2020, "procurement.amount_wan=12!").Published(2021, 1, 1).With(Sample.Error("R12", "procurement.amount_wan"));
        var late = Sample.Of("late", Sample.Gongshu, 2020, "procurement.amount_wan=12").Published(2021, 2, 1).PrintedAs("区教育局");
        using var warehouse = await TestWarehouse.OpenAsync(early);
        await warehouse.PublishAsync(late);

        Assert.Equal([$"{late.Sha256}|区教育局|True|12|0"], await warehouse.RowsAsync(
            "select document_sha256, agency_printed, has_unit, text, (select count(*) from finding) from report join printed_cell using (report_id)"));
    }

    [Fact]
    public async Task Different_facts_are_versions_of_which_the_one_published_last_is_current()
    {
        using var warehouse = await TestWarehouse.OpenAsync(
            Sample.Of("b", Sample.Gongshu, 2020, "rules.made=2").Published(2021, 2, 1),
            Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1").Published(2021, 1, 1),
            Sample.Of("c", Sample.Gongshu, 2020, "rules.made=3"));

        Assert.Equal(["1|3|False", "2|1|False", "3|2|True"], await warehouse.RowsAsync(
            "select version, cast(value as integer), is_current from report join printed_cell using (report_id) order by version"));
        Assert.Equal(["2"], await warehouse.RowsAsync("select cast(value as integer) from mart_value join dim_metric using (metric_id) where metric = 'rules.made'"));
    }

    [Fact]
    public async Task A_copy_with_a_later_date_makes_its_version_current()
    {
        using var warehouse = await TestWarehouse.OpenAsync(
            Sample.Of("b", Sample.Gongshu, 2020, "rules.made=2").Published(2021, 2, 1), Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1").Published(2021, 1, 1));
        await warehouse.PublishAsync(Sample.Of("a again", Sample.Gongshu, 2020, "rules.made=1").Published(2021, 3, 1));

        Assert.Equal(["2|False|2021-02-01", "1|True|2021-03-01"], await warehouse.RowsAsync(
            "select cast(value as integer), is_current, cast(published as varchar) from report join printed_cell using (report_id) order by version"));
    }

    [Fact]
    public async Task Without_dates_the_greater_hash_of_the_facts_is_current()
    {
        var items = new[] { Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1"), Sample.Of("b", Sample.Gongshu, 2020, "rules.made=2") };
        using var warehouse = await TestWarehouse.OpenAsync(items);

        Assert.Equal([items.Select(item => item.Report!.FactsSha256()).Max(StringComparer.Ordinal)!], await warehouse.RowsAsync("select facts_sha256 from report where is_current"));
    }

    [Fact]
    public async Task Reports_of_different_scopes_do_not_displace_each_other()
    {
        using var warehouse = await TestWarehouse.OpenAsync(
            Sample.Of("a", Sample.Hangzhou, 2020, "rules.made=1").WithScope(ReportScope.Level), Sample.Of("b", Sample.Hangzhou, 2020, "rules.made=2").WithScope(ReportScope.Territory));

        Assert.Equal(["level|True", "territory|True"], await warehouse.RowsAsync("select scope, is_current from report order by scope"));
    }

    [Fact]
    public async Task A_quarantined_document_is_kept_with_its_reason_and_loads_nothing()
    {
        using var warehouse = await TestWarehouse.OpenAsync(Sample.Quarantined("poison", "不是年报"));

        Assert.Equal("1|0|0|0|0|0|0", await warehouse.ValueAsync(Counts));
        Assert.Equal([$"{Sample.Hash("poison")}|poison.txt||不是年报|{{}}"], await warehouse.RowsAsync("select sha256, file, report_id, reason, extracted from document"));
    }

    [Fact]
    public async Task A_name_printed_otherwise_is_an_alias_and_finds_the_agency()
    {
        using var warehouse = await TestWarehouse.OpenAsync(Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1").PrintedAs("拱墅区教育体育局"));
        await warehouse.PublishAsync(Sample.Of("b", Sample.Gongshu, 2021, "rules.issued=1").PrintedAs("拱墅区教育体育局"));

        Assert.Equal(["330105.教育局|拱墅区教育体育局"], await warehouse.RowsAsync("select code, alias from agency_alias join dim_agency using (agency_id)"));
        Assert.Equal(["330105.教育局"], await warehouse.RowsAsync("select code from mart_agency where contains(search, '教育体育局')"));
    }

    [Fact]
    public async Task An_agency_is_its_region_and_its_office_or_its_name_where_no_region_is_known()
    {
        using var warehouse = await TestWarehouse.OpenAsync(
            Sample.Of("a", Sample.Nowhere, 2020, "rules.made=1"), Sample.Of("b", Sample.Hangzhou with { Office = "" }, 2020, "rules.made=1"));

        Assert.Equal(["-.某部", "330100"], await warehouse.RowsAsync("select code from dim_agency order by code"));
    }

    [Fact]
    public async Task A_batch_with_a_value_that_does_not_fit_loads_nothing_of_it()
    {
        using var warehouse = await TestWarehouse.OpenAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => warehouse.Writer.LoadAsync(
            [Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1"), Sample.Of("b", Sample.Chaoyang, 2020, "rules.made=12345678901234567890")], CancellationToken.None));
        await warehouse.PublishAsync();

        Assert.Equal("0|0|0|0|0|0|0", await warehouse.ValueAsync(Counts));
    }

    [Fact]
    public async Task Any_order_and_any_batches_give_the_same_content()
    {
        var orders = Gen.Shuffle(Mixed).SelectMany(items => Gen.Choose(1, items.Length).Select(size => items.Chunk(size).ToArray()));
        var expected = await LoadedAsync([Mixed]);

        Prop.ForAll(orders.ToArbitrary(), async batches => Assert.Equal(expected, await LoadedAsync(batches)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(8));
    }

    private static async Task<List<string>> LoadedAsync(LoadItem[][] batches)
    {
        using var warehouse = await TestWarehouse.OpenAsync();
        foreach (var batch in batches) await warehouse.Writer.LoadAsync(batch, CancellationToken.None);
        await warehouse.PublishAsync();
        return await ContentAsync(warehouse);
    }

    private static async Task<List<string>> ContentAsync(TestWarehouse warehouse)
    {
        var content = new List<string>();
        foreach (var query in new[] { Reports, Observations, Values, Rest }) content.AddRange(await warehouse.RowsAsync(query));
        return content;
    }

    [Theory]
    [InlineData("330105", "X01011")]
    [InlineData("X01011", "330105")]
    public async Task Real_and_synthetic_reports_are_never_loaded_together(string first, string second)
    {
        using var warehouse = await TestWarehouse.OpenAsync(Of(first));

        var error = await Assert.ThrowsAsync<MixedReportsException>(() => warehouse.PublishAsync(Of(second)));
        var batch = await Assert.ThrowsAsync<MixedReportsException>(() => warehouse.PublishAsync(Of(first) with { Sha256 = Sample.Hash("again") }, Of(second)));

        Assert.Equal((MixedReportsException.Explain(second[0] == 'X'), error.Message), (batch.Message, error.Message));
        await warehouse.PublishAsync();
        Assert.Equal("1", await warehouse.ValueAsync("select count(*) from document"));

        static LoadItem Of(string region) => Sample.Of(region, new Agency(region, region, "教育局", new RegionCode(region), "教育"), 2020, "rules.made=1");
    }
}
