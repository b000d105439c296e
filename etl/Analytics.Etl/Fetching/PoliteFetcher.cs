// Documents from public web sites, as their sites like to be asked: one at a time, with pauses, and not what they keep back.
using System.Net;
using System.Security.Cryptography;
using Analytics.Documents;

namespace Analytics.Etl.Fetching;

/// <summary>
/// Fetches addresses. Ask for many at once: those of one host wait for each other, those of others go on. Only hosts of the
/// list are connected to, and only at addresses of the public internet. Safe for use by many threads; one for the whole program.
/// </summary>
public sealed class PoliteFetcher : IDisposable
{
    /// <summary>What we call ourselves to sites, and look for in their robots.txt.</summary>
    public const string Agent = "AnalyticsFetcher";

    private readonly HostList hosts;
    private readonly string folder;
    private readonly FetchLimits limits;
    private readonly TimeProvider time;
    private readonly WebRequests web;
    private readonly Robots robots;

    /// <param name="hosts">Which hosts may be asked.</param>
    /// <param name="folder">Fetched files are written here, made where it does not exist.</param>
    /// <param name="time">Pauses and waits; limits on the time of a request are the machine's.</param>
    /// <param name="limits">The usual ones where null.</param>
    public PoliteFetcher(HostList hosts, string folder, TimeProvider time, FetchLimits? limits = null)
        : this(hosts, folder, time, limits ?? new FetchLimits(), PublicAddresses.IsPublic)
    {
    }

    /// <summary>With another check of addresses, so that a server on this machine can be asked.</summary>
    internal PoliteFetcher(HostList hosts, string folder, TimeProvider time, FetchLimits limits, Func<IPAddress, bool> mayConnect)
    {
        (this.hosts, this.folder, this.limits, this.time) = (hosts, folder, limits, time);
        web = new WebRequests(limits, mayConnect, time);
        robots = new Robots(web, MayAsk, limits, time);
    }

    /// <summary>Fetches one address.</summary>
    /// <param name="address">Absolute.</param>
    /// <param name="before">What the last result said of it (ETag, Last-Modified); null where there is none or the document is not kept.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public async Task<FetchResult> FetchAsync(Uri address, FetchedBefore? before, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.part");
        FileStream? file = null;
        var isKept = false;
        try
        {
            var (final, answer) = await web.FollowAsync(address, before, AskAsync, new BodyTarget(() => file ??= Create(path), limits.File, IsCut: false), cancellation);
            if (answer is Answer.Here && file!.Length == 0) answer = FetchReasons.Empty;
            switch (answer)
            {
                case Answer.Here here:
                    var fetched = new FetchedFile(path, SentName.Of(here.Disposition, final), file!.Length, await HashAsync(file, cancellation));
                    isKept = true;
                    return new FetchResult(FetchOutcome.Fetched, address, final, time.GetUtcNow(), null, fetched, here.ETag, here.LastModified);
                case Answer.Unchanged same:
                    return new FetchResult(FetchOutcome.Unchanged, address, final, time.GetUtcNow(), null, null, same.ETag, same.LastModified);
                case Answer.Problem problem:
                    return new FetchResult(problem.Outcome, address, final, time.GetUtcNow(), problem.Reason, TryAgainAfter: problem.MayPass ? problem.Wait ?? limits.Later : null);
                default:
                    throw new InvalidOperationException($"Redirects were not followed to their end: {answer}.");
            }
        }
        finally
        {
            if (file is not null)
            {
                await file.DisposeAsync();
                if (!isKept) File.Delete(path);
            }
        }
    }

    /// <summary>Ends all connections.</summary>
    public void Dispose()
    {
        robots.Dispose();
        web.Dispose();
    }

    private async Task<Permission> AskAsync(Uri address, CancellationToken cancellation) =>
        MayAsk(address) is { } problem ? new Permission(problem, limits.Pause) : await robots.AskAsync(address, cancellation);

    private Answer.Problem? MayAsk(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https")) return FetchReasons.Scheme;
        if (address.UserInfo.Length > 0) return FetchReasons.Credentials;
        if (hosts.IsEmpty) return FetchReasons.NoHosts;
        return hosts.Allows(address) ? null : FetchReasons.NotListed(address);
    }

    private FileStream Create(string path)
    {
        Directory.CreateDirectory(folder);
        return new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, 0, FileOptions.Asynchronous);
    }

    private static async Task<Sha256Hash> HashAsync(FileStream file, CancellationToken cancellation)
    {
        file.Position = 0;
        return new Sha256Hash(Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)));
    }
}
