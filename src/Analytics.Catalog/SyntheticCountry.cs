// A made-up country for synthetic data: 31 provinces with 11 prefectures of 9 counties each, as many as the real one has. Its
// regions are made by rule and always known, so that documents about it are understood like any other.
using System.Globalization;

namespace Analytics.Catalog;

/// <summary>Regions of the made-up country. Codes are <c>X</c>, two digits for the province, two for the prefecture, one for
/// the county; names begin with 合成 (synthetic) and are unique: 合成甲子省, 合成甲子一市, 合成甲子一东区.</summary>
public static class SyntheticCountry
{
    /// <summary>Raised whenever a region's code or name changes, so that a warehouse learns of it.</summary>
    public const string Version = "1";

    public const int Provinces = 31;
    public const int PrefecturesOfProvince = 11;
    public const int CountiesOfPrefecture = 9;

    private const string Mark = "合成";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";
    private const string Counties = "东南西北中上下前后";
    private const int Districts = 3;

    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一"];

    private static readonly Dictionary<char, string> Pinyin = (
        "合he 成cheng 甲jia 乙yi 丙bing 丁ding 戊wu 己ji 庚geng 辛xin 壬ren 癸gui 子zi 丑chou 寅yin 卯mao 辰chen 巳si 午wu 未wei 申shen 酉you 戌xu "
        + "亥hai 一yi 二er 三san 四si 五wu 六liu 七qi 八ba 九jiu 十shi 东dong 南nan 西xi 北bei 中zhong 上shang 下xia 前qian 后hou 省sheng 市shi 区qu 县xian").Split(' ').ToDictionary(spelt => spelt[0], spelt => spelt[1..]);

    /// <summary>All its regions, parents before their parts, in order of code.</summary>
    public static IEnumerable<Region> Regions()
    {
        for (var province = 1; province <= Provinces; province++)
        {
            var provinceName = $"{Mark}{Stems[(province - 1) % Stems.Length]}{Branches[(province - 1) % Branches.Length]}";
            yield return Region(Code(province, 0, 0), provinceName, "省", RegionLevel.Province, RegionCode.Country);
            for (var prefecture = 1; prefecture <= PrefecturesOfProvince; prefecture++)
            {
                var prefectureName = provinceName + Numerals[prefecture - 1];
                yield return Region(Code(province, prefecture, 0), prefectureName, "市", RegionLevel.Prefecture, Code(province, 0, 0));
                for (var county = 1; county <= CountiesOfPrefecture; county++)
                {
                    yield return Region(Code(province, prefecture, county), prefectureName + Counties[county - 1], county <= Districts ? "区" : "县",
                        RegionLevel.County, Code(province, prefecture, 0));
                }
            }
        }
    }

    /// <summary>Code of a region of the made-up country.</summary>
    /// <param name="province">From 1.</param>
    /// <param name="prefecture">From 1 within the province; 0 for the province itself.</param>
    /// <param name="county">From 1 within the prefecture; 0 for the prefecture itself.</param>
    public static RegionCode Code(int province, int prefecture, int county) =>
        new(string.Create(CultureInfo.InvariantCulture, $"X{province:00}{prefecture:00}{county}"));

    private static Region Region(RegionCode code, string name, string level, RegionLevel of, RegionCode parent)
    {
        var full = name + level;
        return new Region(code, full, name, of, parent, false, null, null,
            string.Concat(full.Select(letter => Pinyin[letter])), string.Concat(full.Select(letter => Pinyin[letter][0])));
    }
}
