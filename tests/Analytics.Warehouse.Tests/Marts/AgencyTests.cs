// What a search for an agency looks at, and which years it can be compared in.
namespace Analytics.Warehouse.Tests;

public sealed class AgencyTests
{
    [Fact]
    public async Task An_agency_has_its_region_its_years_and_all_names_it_is_looked_for_by()
    {
        using var warehouse = await TestWarehouse.OpenAsync(
            Sample.Of("a", Sample.Gongshu, 2020, "rules.made=1").PrintedAs("区教育局"), Sample.Of("b", Sample.Gongshu, 2020, "rules.made=2"), Sample.Of("c", Sample.Gongshu, 2022, "rules.issued=2"),
            Sample.Of("d", Sample.Hangzhou, 2020, "rules.made=1"), Sample.Of("e", Sample.Nowhere, 2021, "rules.issued=1"));

        Assert.Equal(
            [
                "-.某部|||CN|2021|False",
                "330100.人民政府|杭州市|浙江省/杭州市|330100,330000,CN|2020|True",
                "330105.教育局|拱墅区|浙江省/杭州市/拱墅区|330105,330100,330000,CN|2020,2022|False",
            ],
            await warehouse.RowsAsync("select code, region_name, region_path, array_to_string(lineage, ','), array_to_string(years, ','), is_government from mart_agency order by code"));
        // A name without a pattern of any sector is no government, even if it is a region's alone.
        await warehouse.PublishAsync(Sample.Of("f", Sample.Chaoyang with { Office = "", Sector = null }, 2021, "rules.issued=1"));
        Assert.Equal(["False"], await warehouse.RowsAsync("select is_government from mart_agency where code = '110105'"));
        Assert.Equal(["330105.教育局"], await warehouse.RowsAsync("select code from mart_agency where contains(search, '区教育局') and contains(search, 'gongshuqu') and contains(search, 'gsq')"));
    }
}
