// The search of every page.
namespace Analytics.Warehouse.Tests;

[Collection("province")]
public sealed class SearchQueriesTests(Province province)
{
    private readonly SearchQueries queries = new(province.Warehouse.Reader);

    [Theory]
    [InlineData("拱墅", "agency", "330105.教育局")]
    [InlineData("GONGSHU", "agency", "330105.教育局")]
    [InlineData("gongshuqu jiaoyuju", "agency", "330105.教育局")]
    [InlineData("gongshuqujiaoyu", "agency", "330105.教育局")]
    [InlineData("GSQJYJ", "agency", "330105.教育局")]
    [InlineData("gongshuqu", "region", "330105")]
    [InlineData("西湖区", "region", "330106")]
    [InlineData(" 西湖区 ", "region", "330106")]
    [InlineData("拱墅 教育", "agency", "330105.教育局")]
    [InlineData("教育  gongshu", "agency", "330105.教育局")]
    public async Task Agencies_and_regions_are_found(string text, string kind, string code)
    {
        Assert.Contains(await queries.FindAsync(Scope.Country, text, 5, default), found => found.Kind == kind && found.Code == code);
    }

    [Fact]
    public async Task The_exact_name_comes_first_and_nothing_finds_nothing()
    {
        Assert.Equal("330106", (await queries.FindAsync(Scope.Country, "西湖区", 5, default)).First(found => found.Kind == "region").Code);
        Assert.Empty(await queries.FindAsync(Scope.Country, " ", 5, default));
        Assert.Equal(1, (await queries.FindAsync(Scope.Country, "教育", 1, default)).Count(found => found.Kind == "agency"));
    }

    [Fact]
    public async Task Every_word_must_be_found() => Assert.Empty(await queries.FindAsync(Scope.Country, "拱墅 税务", 5, default));

    [Fact]
    public async Task Regions_and_agencies_of_others_are_not_found()
    {
        Assert.Empty(await queries.FindAsync(Province.Zhejiang, "朝阳", 10, default));
    }
}
