// What fetching may cost others and us, in one place, with the reasons.
using Analytics.Etl.Reading;

namespace Analytics.Etl.Fetching;

/// <summary>Limits of <see cref="PoliteFetcher"/>.</summary>
public sealed record FetchLimits
{
    /// <summary>Least time between the end of a request to a host and the next one to it; a site may ask for more (Crawl-delay).</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Most that a Crawl-delay is followed. Some sites ask for hours, meant for search engines; a list of ten addresses would take days.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Hosts that are asked at the same time.</summary>
    public int Hosts { get; init; } = 8;

    /// <summary>Time for a connection, names and encryption included.</summary>
    public TimeSpan Connection { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Time for one request, from connecting to the last byte: 100 MB at half a megabyte a second.</summary>
    public TimeSpan Request { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>A connection is not used any longer than this, so that a host that moves is resolved and checked again.</summary>
    public TimeSpan KeptConnection { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Bytes of one file, unpacked where it is sent packed: what would not be read is not fetched.</summary>
    public long File { get; init; } = new ReadingLimits().File;

    /// <summary>Times that a request is made again after a failure that may pass.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Time before the first repetition; doubled for each further one.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait that a site may ask for (Retry-After) while someone waits here; with a longer one the address is left for later.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Redirects of one address.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>How long robots.txt is believed.</summary>
    public TimeSpan RobotsKept { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long a robots.txt that could not be had is not asked for again; meanwhile nothing is fetched from there.</summary>
    public TimeSpan RobotsFailureKept { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>When a failure that may pass is worth another try, where the site does not say.</summary>
    public TimeSpan Later { get; init; } = TimeSpan.FromHours(1);
}
