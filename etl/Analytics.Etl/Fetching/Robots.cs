// The robots.txt of every site that is asked, kept for a day.
using System.Collections.Concurrent;
using System.Text;

namespace Analytics.Etl.Fetching;

/// <summary>Whether sites let an address be fetched. Safe for use by many threads.</summary>
/// <param name="web">Makes the requests.</param>
/// <param name="mayAsk">Whether robots.txt may be asked for there, and where it leads.</param>
internal sealed class Robots(WebRequests web, Func<Uri, Answer.Problem?> mayAsk, FetchLimits limits, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, Site> sites = new(StringComparer.Ordinal);

    /// <summary>A site that says no, or whose robots.txt cannot be had, is a problem.</summary>
    /// <param name="address">Of a host that may be asked.</param>
    public async Task<Permission> AskAsync(Uri address, CancellationToken cancellation)
    {
        var (file, problem) = await FileAsync(address, cancellation);
        if (file is null) return new Permission(problem, limits.Pause);
        var asked = file.Delay is { } delay && delay > limits.LongestPause ? limits.LongestPause : file.Delay ?? TimeSpan.Zero;
        return new Permission(file.Allows(address) ? null : FetchReasons.NotAllowedByRobots, asked > limits.Pause ? asked : limits.Pause);
    }

    public void Dispose()
    {
        foreach (var site in sites.Values) site.Asking.Dispose();
    }

    private async Task<(RobotsFile? File, Answer.Problem? Problem)> FileAsync(Uri address, CancellationToken cancellation)
    {
        var site = sites.GetOrAdd(address.GetLeftPart(UriPartial.Authority), _ => new Site());
        await site.Asking.WaitAsync(cancellation);
        try
        {
            if (site.Until > time.GetUtcNow()) return (site.File, site.Problem);
            (site.File, site.Problem) = await FetchAsync(new Uri(address, "/robots.txt"), cancellation);
            var failureKept = site.Problem?.Wait > limits.RobotsFailureKept ? site.Problem.Wait.Value : limits.RobotsFailureKept;
            site.Until = time.GetUtcNow() + (site.File is null ? failureKept : limits.RobotsKept);
            return (site.File, site.Problem);
        }
        finally
        {
            site.Asking.Release();
        }
    }

    private async Task<(RobotsFile? File, Answer.Problem? Problem)> FetchAsync(Uri address, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        var (_, answer) = await web.FollowAsync(address, null, (to, _) => Task.FromResult(new Permission(mayAsk(to), limits.Pause)),
            new BodyTarget(() => body, RobotsFile.MostBytes, IsCut: true), cancellation);
        return answer switch
        {
            Answer.Here => (RobotsFile.Parse(Encoding.UTF8.GetString(body.GetBuffer().AsSpan(0, (int)body.Length)), PoliteFetcher.Agent), null),
            // No such file: no wishes. Asked to wait (429), we wait.
            Answer.Problem { Status: { } status, MayPass: false } when (int)status is >= 400 and < 500 => (RobotsFile.Everything, null),
            Answer.Problem problem => (null, FetchReasons.NoRobots(problem)),
            _ => (null, FetchReasons.NoRobots(FetchReasons.NoLocation)),
        };
    }

    private sealed class Site
    {
        public SemaphoreSlim Asking { get; } = new(1);

        public DateTimeOffset Until { get; set; }

        public RobotsFile? File { get; set; }

        public Answer.Problem? Problem { get; set; }
    }
}
