// Regions move, merge and share names; a figure must end up with the region as it stood in its year.
namespace Analytics.Catalog.Tests;

public sealed class GazetteerTests
{
    private static readonly Gazetteer Regions = Catalog.Current.Regions;
    private static readonly RegionCode Gongshu = new("330105");
    private static readonly RegionCode Xiacheng = new("330103");

    [Fact]
    public void Every_parent_is_a_region_of_a_wider_level()
    {
        var astray = Regions.All.Where(region => region.Code != RegionCode.Country)
            .Where(region => region.Parent is not { } parent || Regions.Find(parent) is not { } above || above.Level >= region.Level);

        Assert.Empty(astray);
    }

    [Fact]
    public void Every_line_of_parents_ends_at_the_country()
    {
        foreach (var region in Regions.All)
        {
            var seen = new HashSet<RegionCode>();
            var at = region;
            while (at.Parent is { } parent)
            {
                Assert.True(seen.Add(at.Code), $"{region.Code} goes round in a circle");
                at = Regions.Find(parent)!;
            }
            Assert.Equal(RegionCode.Country, at.Code);
        }
    }

    [Fact]
    public void A_region_begins_before_it_ends() => Assert.DoesNotContain(Regions.All, region => region.ValidFrom >= region.ValidTo);

    [Fact]
    public void Versions_of_a_code_follow_each_other_without_gap_or_overlap()
    {
        foreach (var versions in Regions.All.GroupBy(region => region.Code).Select(group => group.OrderBy(region => region.ValidFrom ?? DateOnly.MinValue).ToList()))
        {
            for (var i = 1; i < versions.Count; i++) Assert.True(versions[i - 1].ValidTo is { } end && end == versions[i].ValidFrom, $"{versions[i]}");
        }
    }

    [Fact]
    public void Only_zones_have_codes_of_their_own_making()
    {
        Assert.All(Regions.All, region => Assert.Equal(region.Code.Value[0] == 'Z', region.IsZone));
        Assert.Contains(Regions.All, region => region.IsZone);
    }

    [Fact]
    public void Names_are_spelt_in_Chinese_and_in_ascii_letters()
    {
        Assert.DoesNotContain(Regions.All, region => !Script.IsChinese(region.Name) || !Script.IsChinese(region.Short)
            || region.Pinyin.Length == 0 || region.Initials.Length == 0 || !(region.Pinyin + region.Initials).All(char.IsAsciiLetterLower));
    }

    [Fact]
    public void Events_name_known_regions_and_their_source()
    {
        Assert.DoesNotContain(Regions.Events, change => change.To.Count == 0 || change.From.Concat(change.To).Any(code => Regions.Find(code) is null)
            || change.Source.Length == 0 || !Script.IsChinese(change.NoteZh));
    }

    [Fact]
    public void Wherever_a_code_of_the_standard_changes_an_event_says_why()
    {
        var dated = Regions.Events.SelectMany(change => change.From.Concat(change.To), (change, code) => (code, change.Date)).ToHashSet();
        var changes = Regions.All.Where(region => !region.IsZone).SelectMany(region => new[] { region.ValidFrom, region.ValidTo }, (region, date) => (region.Code, date))
            .Where(change => change.date is not null).ToList();

        Assert.DoesNotContain(changes, change => !dated.Contains((change.Code, change.date!.Value)));
        Assert.NotEmpty(changes);
    }

    [Fact]
    public void Gongshu_absorbed_Xiacheng_in_2021_and_kept_its_code()
    {
        var merger = Assert.Single(Regions.Events, change => change.From.Contains(Xiacheng));

        Assert.Equal((new DateOnly(2021, 4, 9), "merge"), (merger.Date, merger.Kind));
        Assert.Equal([Xiacheng, Gongshu], merger.From);
        Assert.Equal([Gongshu], merger.To);
        Assert.Equal(2, Regions.All.Count(region => region.Code == Gongshu));
    }

    [Fact]
    public void A_code_is_the_region_that_stood_at_the_end_of_the_year()
    {
        var before = Regions.At(Gongshu, 2020)!;
        var after = Regions.At(Gongshu, 2021)!;

        Assert.Equal(new DateOnly(2021, 4, 9), before.ValidTo);
        Assert.Equal(new DateOnly(2021, 4, 9), after.ValidFrom);
        Assert.Null(after.ValidTo);
        Assert.Equal(after, Regions.At(Gongshu, 2022));
        Assert.Equal(after, Regions.Find(Gongshu));
    }

    [Fact]
    public void A_dissolved_region_is_still_known_in_its_last_state()
    {
        Assert.Equal("下城区", Regions.At(Xiacheng, 2022)!.Name);
        Assert.Equal("浙江省/杭州市/下城区", Regions.Path(Xiacheng));
    }

    [Fact]
    public void A_year_before_the_first_version_gives_the_first_version()
    {
        var zone = Regions.All.First(region => region.IsZone && region.ValidFrom > new DateOnly(2010, 1, 1));

        Assert.Equal(zone, Regions.At(zone.Code, 2008));
    }

    [Fact]
    public void An_unknown_code_is_no_region()
    {
        var unknown = new RegionCode("999999");

        Assert.Null(Regions.Find(unknown));
        Assert.Null(Regions.At(unknown, 2020));
        Assert.Empty(Regions.Line(unknown));
        Assert.Equal("", Regions.Path(unknown));
    }

    [Theory]
    [InlineData("朝阳区", "110105", "220104")]
    [InlineData("朝阳", "110105", "211300", "211321", "220104")]
    [InlineData("鼓楼区", "320106", "320302", "350102", "410204")]
    public void A_name_that_several_regions_have_gives_them_all(string name, params string[] codes)
    {
        Assert.Equal(codes, Regions.Named(name).Select(region => region.Code.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_name_gives_a_region_once_however_many_versions_it_has() => Assert.Single(Regions.Named("拱墅区"));

    [Fact]
    public void A_former_name_still_finds_the_region() => Assert.Equal(Regions.Named("襄阳市")[0].Code, Regions.Named("襄樊市")[0].Code);

    [Fact]
    public void A_name_nobody_has_gives_nothing() => Assert.Empty(Regions.Named("朝阳区教育局"));

    [Fact]
    public void No_name_is_longer_than_the_longest()
    {
        Assert.Equal(Regions.All.Where(region => region.Level != RegionLevel.Country).Max(region => Math.Max(region.Name.Length, region.Short.Length)), Regions.LongestName);
    }

    [Fact]
    public void Every_name_has_one_of_the_lengths_of_its_beginning()
    {
        foreach (var name in Regions.All.Where(region => region.Level != RegionLevel.Country).SelectMany(region => new[] { region.Name, region.Short }))
        {
            var lengths = Regions.LengthsAt(name + "教育局").ToArray();
            Assert.Contains(name.Length, lengths);
            Assert.Equal(lengths.OrderDescending().Distinct(), lengths);
        }
        Assert.Empty(Regions.LengthsAt("教育局").ToArray());
        Assert.Empty(Regions.LengthsAt("杭").ToArray());
    }

    [Fact]
    public void A_line_goes_from_the_province_down()
    {
        Assert.Equal(["浙江省", "杭州市", "拱墅区"], Regions.Line(Gongshu).Select(region => region.Name));
        Assert.Equal("福建省/平潭综合实验区", Regions.Path(Regions.Named("平潭综合实验区")[0].Code));
    }

    [Theory]
    [InlineData("330105", "330100", true)]
    [InlineData("330105", "330000", true)]
    [InlineData("330105", "330105", true)]
    [InlineData("330105", "CN", true)]
    [InlineData("330100", "330105", false)]
    [InlineData("330105", "110000", false)]
    public void A_region_is_within_itself_and_all_above_it(string code, string ancestor, bool isWithin)
    {
        Assert.Equal(isWithin, Regions.IsWithin(new RegionCode(code), new RegionCode(ancestor)));
    }
}
