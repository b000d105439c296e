// Who may see what: every question asked for one province is blind to the others.
using System.Reflection;
using Analytics.Catalog;

namespace Analytics.Warehouse.Tests;

public sealed class ScopeTests : IClassFixture<ScopeTests.Shared>
{
    private static readonly Scope Zhejiang = Of("330000");
    private static readonly Scope Beijing = Of("110000");
    private static readonly MetricKey Granted = new("requests.granted.total");
    private static readonly MetricKey Rate = new("disclosure_rate");
    private static readonly MetricKey Closed = new("requests.closed.total");
    private static readonly ReportYear Year = new(2020);
    private static readonly ListPage Page = new(10);
    private static readonly DateOnly Today = new(2023, 1, 1);
    private static readonly AgencyGroup Beijings = new(new RegionCode("110000"));
    private const ReportScope Own = ReportScope.Own;
    private const string Code = "110105.教育委员会";

    // Each question about the one agency of Beijing, and how many answers it gets.
    private static readonly Dictionary<string, Func<TestWarehouse, Scope, Task<int>>> Questions = new(StringComparer.Ordinal)
    {
        ["CompareQueries.ValuesAsync"] = async (warehouse, scope) => (await new CompareQueries(warehouse.Reader).ValuesAsync(scope, [Code], [Granted, Rate], 2000, 2100, default)).Count,
        ["CompareQueries.FindAgenciesAsync"] = async (warehouse, scope) => (await new CompareQueries(warehouse.Reader).FindAgenciesAsync(scope, "朝阳", 10, default)).Count,
        ["CompareQueries.FindRegionsAsync"] = async (warehouse, scope) => (await new CompareQueries(warehouse.Reader).FindRegionsAsync(scope, "朝阳", 10, default)).Count,
        ["CompareQueries.AgenciesAsync"] = async (warehouse, scope) => (await new CompareQueries(warehouse.Reader).AgenciesAsync(scope, [Code], default)).Count,
        ["CompareQueries.OfRegionAsync"] = async (warehouse, scope) => (await new CompareQueries(warehouse.Reader).OfRegionAsync(scope, new RegionCode("110105"), 10, default)).Count,
        ["CompareQueries.RegionChangesAsync"] = async (warehouse, scope) => (await new CompareQueries(warehouse.Reader).RegionChangesAsync(scope, ["110102.教育委员会"], 2000, 2100, default)).Count,
        // The others' reports are there in any scope but Beijing's.
        ["CompareQueries.ExtentAsync"] = async (warehouse, scope) => (int)(await new CompareQueries(warehouse.Reader).ExtentAsync(scope, default)).Reports - Others(scope),
        ["SourceQueries.CellAsync"] = async (warehouse, scope) => Count(await new SourceQueries(warehouse.Reader).CellAsync(scope, await ReportAsync(warehouse), Granted, default)),
        ["SourceQueries.ReportAsync"] = async (warehouse, scope) => Count(await new SourceQueries(warehouse.Reader).ReportAsync(scope, await ReportAsync(warehouse), default)),
        ["SourceQueries.ValueAsync"] = async (warehouse, scope) => Count(await new SourceQueries(warehouse.Reader).ValueAsync(scope, await ReportAsync(warehouse), Rate, default)),
        ["SourceQueries.TermsAsync"] = async (warehouse, scope) => (await new SourceQueries(warehouse.Reader).TermsAsync(scope, await ReportAsync(warehouse), Rate, default)).Count,
        ["SourceQueries.FileOfAsync"] = async (warehouse, scope) => Count(await new SourceQueries(warehouse.Reader).FileOfAsync(scope, Sample.Hash("beijing"), default)),
        ["SourceQueries.NeighboursAsync"] = async (warehouse, scope) => (await new SourceQueries(warehouse.Reader).NeighboursAsync(scope, await ReportAsync(warehouse), Granted, default)).Count,
        ["SourceQueries.LinearRulesAsync"] = async (warehouse, scope) => (await new SourceQueries(warehouse.Reader).LinearRulesAsync(scope, await ReportAsync(warehouse), Granted, default)).Count,
        ["SourceQueries.FindingsAsync"] = async (warehouse, scope) => (await new SourceQueries(warehouse.Reader).FindingsAsync(scope, await ReportAsync(warehouse), Granted, default)).Count,
        ["CompareQueries.PeersAsync"] = async (warehouse, scope) => (await new CompareQueries(warehouse.Reader).PeersAsync(scope, Code, Closed, Year, 10, default)).Count,
        ["ChoosingQueries.PartsAsync"] = async (warehouse, scope) => (await new ChoosingQueries(warehouse.Reader).PartsAsync(scope, RegionCode.Country, default)).Count(part => part.Code == "110000"),
        ["ChoosingQueries.FindAsync"] = async (warehouse, scope) => (await new ChoosingQueries(warehouse.Reader).FindAsync(scope, "朝阳", 10, default)).Count,
        ["ChoosingQueries.InsideAsync"] = async (warehouse, scope) => (await new ChoosingQueries(warehouse.Reader).InsideAsync(scope, new RegionCode("110105"), default)).Count,
        ["ChoosingQueries.RegionAsync"] = async (warehouse, scope) => Count(await new ChoosingQueries(warehouse.Reader).RegionAsync(scope, new RegionCode("110105"), default)),
        ["CoverageQueries.YearsAsync"] = async (warehouse, scope) => (int)(await new CoverageQueries(warehouse.Reader).YearsAsync(scope, Beijings, Own, Year, Year, default))[0].Reported,
        ["OverviewQueries.TileAsync"] = async (warehouse, scope) => (await new OverviewQueries(warehouse.Reader).TileAsync(scope, Beijings, Closed, Year, default)).Count,
        ["OverviewQueries.LateAsync"] = async (warehouse, scope) => (await new OverviewQueries(warehouse.Reader).LateAsync(scope, Beijings, new ReportYear(2021), new DateOnly(2023, 1, 1), Page, default)).Count,
        ["OverviewQueries.MoversAsync"] = async (warehouse, scope) => (await new OverviewQueries(warehouse.Reader).MoversAsync(scope, Beijings, Closed, Own, Year, 10, default)).Count,
        ["OverviewQueries.FindingsAsync"] = async (warehouse, scope) => (await new OverviewQueries(warehouse.Reader).FindingsAsync(scope, Beijings, default)).Count,
        ["OverviewQueries.LoadsAsync"] = async (warehouse, scope) => (int)(await new OverviewQueries(warehouse.Reader).LoadsAsync(scope, 10, default)).Sum(load => load.Reports) - Others(scope),
        ["TrendQueries.SpreadAsync"] = async (warehouse, scope) => (await new TrendQueries(warehouse.Reader).SpreadAsync(scope, Beijings, Closed, Own, Year, Year, default)).Count,
        ["TrendQueries.GrowthAsync"] = async (warehouse, scope) => (await new TrendQueries(warehouse.Reader).GrowthAsync(scope, Beijings, Closed, Own, new ReportYear(2019), Year, default)).Count,
        ["TrendQueries.LinesAsync"] = async (warehouse, scope) => (await new TrendQueries(warehouse.Reader).LinesAsync(scope, [Code], Closed, Own, Year, Year, default)).Count,
        ["TrendQueries.PooledAsync"] = async (warehouse, scope) => (await new TrendQueries(warehouse.Reader).PooledAsync(scope, [Code], Rate, Own, Year, default)).Count,
        ["BreakQueries.FormsAsync"] = async (warehouse, scope) => (await new BreakQueries(warehouse.Reader).FormsAsync(scope, Beijings, Closed, Own, Year, Year, default)).Count,
        ["BreakQueries.EventsAsync"] = async (warehouse, scope) => (await new BreakQueries(warehouse.Reader).EventsAsync(scope, new RegionCode("110000"), new ReportYear(2008), new ReportYear(2100), default)).Count,
        ["RankingQueries.RanksAsync"] = async (warehouse, scope) => (await new RankingQueries(warehouse.Reader).RanksAsync(scope, Beijings, Closed, Own, Year, false, Page, default)).Count,
        ["RankingQueries.BumpAsync"] = async (warehouse, scope) => (await new RankingQueries(warehouse.Reader).BumpAsync(scope, Beijings, Closed, Own, Year, Year, false, 10, default)).Count,
        ["RankingQueries.MissingAsync"] = async (warehouse, scope) => (await new RankingQueries(warehouse.Reader).MissingAsync(scope, Beijings, new ReportYear(2021), 10, default)).Count,
        ["MapQueries.RegionsAsync"] = async (warehouse, scope) => (await new MapQueries(warehouse.Reader).RegionsAsync(scope, AgencyGroup.All, Closed, Own, Year, default)).Count(part => part.Code == "110000"),
        ["MapQueries.CoverageAsync"] = async (warehouse, scope) => (await new MapQueries(warehouse.Reader).CoverageAsync(scope, AgencyGroup.All, Own, Year, default)).Count(part => part.Code == "110000"),
        ["AgencyQueries.HeadAsync"] = async (warehouse, scope) => Count(await new AgencyQueries(warehouse.Reader).HeadAsync(scope, Code, default)),
        ["AgencyQueries.YearsAsync"] = async (warehouse, scope) => (await new AgencyQueries(warehouse.Reader).YearsAsync(scope, Code, Year, Year, new DateOnly(2023, 1, 1), default)).Count,
        ["AgencyQueries.ProfileAsync"] = async (warehouse, scope) => (await new AgencyQueries(warehouse.Reader).ProfileAsync(scope, Code, default)).Count,
        ["AgencyQueries.StandingAsync"] = async (warehouse, scope) => (await new AgencyQueries(warehouse.Reader).StandingAsync(scope, Code, Closed, Year, default)).Count,
        ["AgencyQueries.ReportsAsync"] = async (warehouse, scope) => (await new AgencyQueries(warehouse.Reader).ReportsAsync(scope, Code, default)).Count,
        ["AgencyQueries.FindingsAsync"] = async (warehouse, scope) => (await new AgencyQueries(warehouse.Reader).FindingsAsync(scope, Code, default)).Count,
        ["ReportQueries.HeadAsync"] = async (warehouse, scope) => Count(await new ReportQueries(warehouse.Reader).HeadAsync(scope, await ReportAsync(warehouse), default)),
        ["ReportQueries.CellsAsync"] = async (warehouse, scope) => (await new ReportQueries(warehouse.Reader).CellsAsync(scope, await ReportAsync(warehouse), default)).Count,
        ["ReportQueries.FindingsAsync"] = async (warehouse, scope) => (await new ReportQueries(warehouse.Reader).FindingsAsync(scope, await ReportAsync(warehouse), default)).Count,
        ["ReportQueries.VersionsAsync"] = async (warehouse, scope) => (await new ReportQueries(warehouse.Reader).VersionsAsync(scope, await ReportAsync(warehouse), default)).Count,
        ["ReportQueries.DifferencesAsync"] = async (warehouse, scope) => (await new ReportQueries(warehouse.Reader).DifferencesAsync(scope, await ReportAsync(warehouse), await ReportAsync(warehouse, "before"), default)).Count,
        ["ReportQueries.CorrectionsAsync"] = async (warehouse, scope) => (await new ReportQueries(warehouse.Reader).CorrectionsAsync(scope, await ReportAsync(warehouse), default)).Count,
        ["QualityQueries.KindsAsync"] = async (warehouse, scope) => (await new QualityQueries(warehouse.Reader).KindsAsync(scope, Beijings, null, default)).Count,
        ["QualityQueries.AgenciesAsync"] = async (warehouse, scope) => (await new QualityQueries(warehouse.Reader).AgenciesAsync(scope, Beijings, null, Page, default)).Count,
        ["QualityQueries.FindingsAsync"] = async (warehouse, scope) => (await new QualityQueries(warehouse.Reader).FindingsAsync(scope, Beijings, new FindingFilter(), Page, default)).Count,
        ["QualityQueries.MatrixAsync"] = async (warehouse, scope) => (await new QualityQueries(warehouse.Reader).MatrixAsync(scope, Beijings, new ReportYears(Year, Year), Today, "", Page, default)).Count,
        ["QualityQueries.StatesAsync"] = async (warehouse, scope) => (await new QualityQueries(warehouse.Reader).StatesAsync(scope, Beijings, new ReportYears(Year, Year), Today, default)).Count,
        ["QualityQueries.MembersAsync"] = async (warehouse, scope) => (await new QualityQueries(warehouse.Reader).MembersAsync(scope, Beijings, [Code], default)).Count,
        ["QualityQueries.NoteAsync"] = async (warehouse, scope) => (await new QualityQueries(warehouse.Reader).NoteAsync(scope, Code, Year, default)).Count,
        ["SourceQueries.LoadedAsAsync"] = async (warehouse, scope) => (await new SourceQueries(warehouse.Reader).LoadedAsAsync(scope, [Sample.Hash("beijing")], default)).Count,
        ["SearchQueries.FindAsync"] = async (warehouse, scope) => (await new SearchQueries(warehouse.Reader).FindAsync(scope, "朝阳", 10, default)).Count,
    };

    // Documents that are not loaded, or were read by another extractor, belong to no region.
    private static readonly Dictionary<string, Func<TestWarehouse, Scope, Task<int>>> OfTheCountry = new(StringComparer.Ordinal)
    {
        ["QualityQueries.HeldAsync"] = async (warehouse, scope) => Count(await new QualityQueries(warehouse.Reader).HeldAsync(scope, Sample.Hash("held"), default)),
        ["QualityQueries.ReadByOthersAsync"] = async (warehouse, scope) => (int)(await new QualityQueries(warehouse.Reader).ReadByOthersAsync(scope, "another", default)).Others,
    };

    private readonly TestWarehouse warehouse;

    public ScopeTests(Shared shared) => warehouse = shared.Warehouse;

    public static TheoryData<string> Names => new(Questions.Keys);

    [Fact]
    public void Every_question_is_asked_here()
    {
        var asked = typeof(PublishedWarehouse).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Queries", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => $"{type.Name}.{method.Name}"));

        Assert.Equal(asked.Order(StringComparer.Ordinal), Questions.Keys.Concat(OfTheCountry.Keys).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Another_provinces_scope_sees_nothing_of_it_and_its_own_does(string question)
    {
        Assert.Equal(0, await Questions[question](warehouse, Zhejiang));
        Assert.True(await Questions[question](warehouse, Beijing) > 0);
        Assert.True(await Questions[question](warehouse, Scope.Country) > 0);
        Assert.True(await Questions[question](warehouse, new Scope([new RegionCode("330000"), new RegionCode("110000")])) > 0);
    }

    [Fact]
    public async Task What_belongs_to_no_region_is_seen_with_the_country_only()
    {
        foreach (var question in OfTheCountry.Values)
        {
            Assert.Equal(0, await question(warehouse, Zhejiang));
            Assert.True(await question(warehouse, Scope.Country) > 0);
        }
    }

    [Fact]
    public async Task A_district_does_not_see_its_city_and_the_city_sees_its_district()
    {
        var queries = new CompareQueries(warehouse.Reader);

        Assert.Equal(["330105.教育局"], (await queries.FindAgenciesAsync(Of("330105"), "", 10, default)).Select(agency => agency.Code));
        Assert.Equal(["330100.人民政府", "330105.教育局"], (await queries.FindAgenciesAsync(Of("330100"), "", 10, default)).Select(agency => agency.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_agency_without_a_region_is_seen_by_the_country_only()
    {
        var queries = new CompareQueries(warehouse.Reader);

        Assert.Single(await queries.AgenciesAsync(Scope.Country, ["-.某部"], default));
        Assert.Empty(await queries.AgenciesAsync(Zhejiang, ["-.某部"], default));
    }

    [Fact]
    public void A_scope_names_at_least_one_region_each_once_in_order()
    {
        Assert.Throws<ArgumentException>(() => new Scope([]));
        Assert.Equal(["110000", "330000"], new Scope([new RegionCode("330000"), new RegionCode("110000"), new RegionCode("330000")]).Codes);
        Assert.Equal(["CN"], Scope.Country.Codes);
    }

    private static Scope Of(string code) => new([new RegionCode(code)]);

    private static int Count(object? answer) => answer is null ? 0 : 1;

    // Reports of others that a scope sees: all others' or those of 浙江.
    private static int Others(Scope scope) => scope == Beijing ? 0 : scope == Scope.Country ? 3 : 2;

    private static async Task<int> ReportAsync(TestWarehouse warehouse, string bytes = "beijing") =>
        int.Parse(await warehouse.ValueAsync($"select report_id from document where sha256 = '{Sample.Hash(bytes)}'"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Reports of Beijing, Zhejiang and nowhere.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        private static readonly string[] Cells = ["requests.granted.natural=3", "requests.granted.total=3", "requests.partly_granted.total=1", "requests.closed.total=4", "reconsideration.total=2"];

        internal TestWarehouse Warehouse { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Warehouse = await TestWarehouse.OpenAsync();
            await Warehouse.Writer.LoadRosterAsync([new RosterEntry(Sample.Chaoyang, new ReportYear(2019), null)], "roster.csv", default);
            await Warehouse.Writer.LoadAsync(Items(), default);
            await Warehouse.Writer.CorrectAsync(
                new CellKey(Code, Year, Own, Granted), new CellValue(ValueState.Number, 3), new CellValue(ValueState.Number, 4), "核对原件", "张三", default);
            await Warehouse.PublishAsync();
        }

        private static LoadItem[] Items() =>
        [
            Sample.Of("before", Sample.Chaoyang, 2019, "requests.closed.total=1"),
            Sample.Of("beijing", Sample.Chaoyang, 2020, Cells).With(Sample.Error("R05", "requests.granted.total")),
            Sample.Of("changed", Sample.Chaoyang with { Name = "北京市西城区教育委员会", Region = new RegionCode("110102") }, 2020, Cells),
            Sample.Of("zhejiang", Sample.Gongshu, 2020, Cells), Sample.Of("city", Sample.Hangzhou, 2020, Cells), Sample.Of("nowhere", Sample.Nowhere, 2020, Cells),
            Sample.Quarantined("held", "未能识别机关名称"),
        ];

        public Task DisposeAsync()
        {
            Warehouse.Dispose();
            return Task.CompletedTask;
        }
    }
}
