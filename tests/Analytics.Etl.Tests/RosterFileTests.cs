// Rosters are told by their head, taken in whole or not at all, and every error names its row.
using System.Text;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Tests;

public sealed class RosterFileTests
{
    private const string Head = "agency,region,sector,first_year,last_year\n";
    private static readonly RosterFile Roster = new(CatalogData.Current);

    [Fact]
    public async Task A_file_is_told_by_its_first_line_whatever_comes_after_it()
    {
        var file = Path.Combine(Path.GetTempPath(), $"roster-{Guid.NewGuid():N}.csv");
        try
        {
            // Characters of three bytes: wherever the reading of the head ends, two of three files have one cut in two.
            foreach (var shift in new[] { "", "a", "ab" })
            {
                await File.WriteAllTextAsync(file, Head + shift + new string('局', 1000));
                Assert.True(await RosterFile.IsRosterAsync(file, default));
            }
            await File.WriteAllBytesAsync(file, [0xFF, 0xFF, 0x81, 0x20, .. new byte[2000]]);
            Assert.False(await RosterFile.IsRosterAsync(file, default));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("杭州市拱墅区教育局,330105,,2019,", "330105", "教育局", "杭州市拱墅区教育局", "教育", 2019, null)]
    [InlineData("教育局,浙江省/杭州市/拱墅区,,2019,2023", "330105", "教育局", "杭州市拱墅区教育局", "教育", 2019, 2023)]
    [InlineData("拱墅区人民政府,拱墅区,,2019,", "330105", "人民政府", "杭州市拱墅区人民政府", "政府", 2019, null)]
    [InlineData("教育局,330105,科技,2021,2021", "330105", "教育局", "杭州市拱墅区教育局", "科技", 2021, 2021)]
    public void An_agency_is_the_one_its_reports_name(string row, string region, string office, string name, string sector, int first, int? last)
    {
        var read = Read(Head + row);

        Assert.Empty(read.Errors);
        var entry = Assert.Single(read.Entries);
        Assert.Equal((region, office, name, sector, first, last),
            (entry.Agency.Region!.Value.Value, entry.Agency.Office, entry.Agency.Name, entry.Agency.Sector!, entry.FirstYear.Value, entry.LastYear?.Value));
    }

    [Fact]
    public void A_body_of_the_whole_country_has_no_region()
    {
        Assert.Null(Assert.Single(Read(Head + "教育部,CN,,2019,").Entries).Agency.Region);
    }

    [Theory]
    [InlineData(",330105,,2019,", "第 2 行：agency 为空")]
    [InlineData("教育局,,,2019,", "第 2 行：region 为空")]
    [InlineData("教育局,999999,,2019,", "第 2 行：没有代码为 999999 的地区")]
    [InlineData("教育局,没有这里,,2019,", "第 2 行：没有“没有这里”这一地区")]
    [InlineData("教育局,鼓楼区,,2019,", "第 2 行：“鼓楼区”不止一处")]
    [InlineData("教育局,330105,没有,2019,", "第 2 行：没有“没有”这一领域")]
    [InlineData("教育局,330105,,,", "第 2 行：first_year 为空")]
    [InlineData("教育局,330105,,去年,", "第 2 行：first_year“去年”不是年度")]
    [InlineData("教育局,330105,,2019,1999", "第 2 行：last_year“1999”不是年度")]
    [InlineData("教育局,330105,,2019,2018", "第 2 行：last_year（2018）早于 first_year（2019）")]
    [InlineData("北京市朝阳区教育委员会,330105,,2019,", "第 2 行：机关名称“北京市朝阳区教育委员会”中的地区与 region“330105”不符")]
    [InlineData("教育局,330105,,2019,\n拱墅区教育局,330105,,2021,", "第 3 行：杭州市拱墅区教育局 的年度与第 2 行重叠")]
    [InlineData("教育局,330105,,2019,\n教育局,330106,,,", "第 3 行：first_year 为空")]
    [InlineData("", "名录中没有机关")]
    public void An_error_names_its_row_and_nothing_is_taken_in(string rows, string error)
    {
        var read = Read(Head + rows);

        Assert.Contains(read.Errors, text => text.StartsWith(error, StringComparison.Ordinal));
        Assert.Empty(read.Entries);
    }

    [Theory]
    [InlineData("roster.csv", Head, true)]
    [InlineData("roster.csv", "\uFEFF\"Agency\",Region,sector,first_year,last_year,note\n", true)]
    [InlineData("roster.csv", "metric,value\n", false)]
    [InlineData("roster.txt", Head, false)]
    [InlineData("empty.csv", "", false)]
    public async Task A_roster_is_told_by_its_head(string name, string text, bool isRoster)
    {
        var folder = Directory.CreateTempSubdirectory("roster-").FullName;
        try
        {
            var file = Path.Combine(folder, name);
            await File.WriteAllTextAsync(file, text);
            Assert.Equal(isRoster, await RosterFile.IsRosterAsync(file, default));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static RosterRead Read(string text) => Roster.Read(Encoding.UTF8.GetBytes(text));
}
