// What tests of fetching share: two web sites on this machine, and a fetcher that may connect to this machine.
using System.Net;
using Analytics.Etl.Fetching;

namespace Analytics.Etl.Tests.Fetching;

public abstract class FetcherTests : IAsyncLifetime
{
    private readonly List<PoliteFetcher> fetchers = [];

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("fetch-tests-").FullName;

    private protected PassingTime Time { get; } = new();

    private protected WebSite Site { get; private set; } = null!;

    private protected WebSite Other { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await WebSite.StartAsync(Time);
        Other = await WebSite.StartAsync(Time, "127.0.0.2");
    }

    public async Task DisposeAsync()
    {
        fetchers.ForEach(fetcher => fetcher.Dispose());
        await Site.DisposeAsync();
        await Other.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>A fetcher that may ask both sites.</summary>
    private protected PoliteFetcher Fetcher(FetchLimits? limits = null, Func<IPAddress, bool>? mayConnect = null)
    {
        fetchers.Add(new PoliteFetcher(new HostList([Site.Host, Other.Host]), Folder, Time, limits ?? new FetchLimits(), mayConnect ?? IPAddress.IsLoopback));
        return fetchers[^1];
    }

    private protected void AssertNothingLeft() => Assert.Empty(Directory.GetFiles(Folder));
}
