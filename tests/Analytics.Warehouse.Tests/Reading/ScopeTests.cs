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
    private static readonly string Code = "110105.教育委员会";

    // Each question about the one agency of Beijing, and how many answers it gets.
    private static readonly Dictionary<string, Func<TestWarehouse, Scope, Task<int>>> Questions = new(StringComparer.Ordinal)
    {
        [nameof(CompareQueries.ValuesAsync)] = async (warehouse, scope) => (await new CompareQueries(warehouse.Reader).ValuesAsync(scope, [Code], [Granted, Rate], 2000, 2100, default)).Count,
        [nameof(CompareQueries.FindAgenciesAsync)] = async (warehouse, scope) => (await new CompareQueries(warehouse.Reader).FindAgenciesAsync(scope, "朝阳", 10, default)).Count,
        [nameof(CompareQueries.FindRegionsAsync)] = async (warehouse, scope) => (await new CompareQueries(warehouse.Reader).FindRegionsAsync(scope, "朝阳", 10, default)).Count,
        [nameof(CompareQueries.AgenciesAsync)] = async (warehouse, scope) => (await new CompareQueries(warehouse.Reader).AgenciesAsync(scope, [Code], default)).Count,
        [nameof(CompareQueries.OfRegionAsync)] = async (warehouse, scope) => (await new CompareQueries(warehouse.Reader).OfRegionAsync(scope, new RegionCode("110105"), 10, default)).Count,
        [nameof(CompareQueries.RegionChangesAsync)] = async (warehouse, scope) => (await new CompareQueries(warehouse.Reader).RegionChangesAsync(scope, ["110102.教育委员会"], 2000, 2100, default)).Count,
        // The others' reports are there in any scope but Beijing's.
        [nameof(CompareQueries.ExtentAsync)] = async (warehouse, scope) => (int)(await new CompareQueries(warehouse.Reader).ExtentAsync(scope, default)).Reports - (scope == Beijing ? 0 : 2),
        [nameof(SourceQueries.CellAsync)] = async (warehouse, scope) => Count(await new SourceQueries(warehouse.Reader).CellAsync(scope, await ReportAsync(warehouse), Granted, default)),
        [nameof(SourceQueries.ReportAsync)] = async (warehouse, scope) => Count(await new SourceQueries(warehouse.Reader).ReportAsync(scope, await ReportAsync(warehouse), default)),
        [nameof(SourceQueries.ValueAsync)] = async (warehouse, scope) => Count(await new SourceQueries(warehouse.Reader).ValueAsync(scope, await ReportAsync(warehouse), Rate, default)),
        [nameof(SourceQueries.TermsAsync)] = async (warehouse, scope) => (await new SourceQueries(warehouse.Reader).TermsAsync(scope, await ReportAsync(warehouse), Rate, default)).Count,
        [nameof(SourceQueries.FileOfAsync)] = async (warehouse, scope) => Count(await new SourceQueries(warehouse.Reader).FileOfAsync(scope, Sample.Hash("beijing"), default)),
        [nameof(SourceQueries.NeighboursAsync)] = async (warehouse, scope) => (await new SourceQueries(warehouse.Reader).NeighboursAsync(scope, await ReportAsync(warehouse), Granted, default)).Count,
        [nameof(SourceQueries.LinearRulesAsync)] = async (warehouse, scope) => (await new SourceQueries(warehouse.Reader).LinearRulesAsync(scope, await ReportAsync(warehouse), Granted, default)).Count,
        [nameof(SourceQueries.FindingsAsync)] = async (warehouse, scope) => (await new SourceQueries(warehouse.Reader).FindingsAsync(scope, await ReportAsync(warehouse), Granted, default)).Count,
    };

    private readonly TestWarehouse warehouse;

    public ScopeTests(Shared shared) => warehouse = shared.Warehouse;

    public static TheoryData<string> Names => new(Questions.Keys);

    [Fact]
    public void Every_question_is_asked_here()
    {
        var methods = new[] { typeof(CompareQueries), typeof(SourceQueries) }.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly));

        Assert.Equal(methods.Select(method => method.Name).Order(StringComparer.Ordinal), Questions.Keys.Order(StringComparer.Ordinal));
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

    private static async Task<int> ReportAsync(TestWarehouse warehouse) =>
        int.Parse(await warehouse.ValueAsync($"select report_id from document where sha256 = '{Sample.Hash("beijing")}'"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Reports of Beijing, Zhejiang and nowhere.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        private static readonly string[] Cells = ["requests.granted.natural=3", "requests.granted.total=3", "requests.partly_granted.total=1", "requests.closed.total=4"];

        internal TestWarehouse Warehouse { get; private set; } = null!;

        public async Task InitializeAsync() => Warehouse = await TestWarehouse.OpenAsync(
            Sample.Of("beijing", Sample.Chaoyang, 2020, Cells).With(Sample.Error("R01", "requests.granted.total")),
            Sample.Of("changed", Sample.Chaoyang with { Name = "北京市西城区教育委员会", Region = new RegionCode("110102") }, 2020, Cells),
            Sample.Of("zhejiang", Sample.Gongshu, 2020, Cells), Sample.Of("city", Sample.Hangzhou, 2020, Cells), Sample.Of("nowhere", Sample.Nowhere, 2020, Cells));

        public Task DisposeAsync()
        {
            Warehouse.Dispose();
            return Task.CompletedTask;
        }
    }
}
