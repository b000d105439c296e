// Single requests: in their host's turn, within the limits, again after a failure that may pass.
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace Analytics.Etl.Fetching;

/// <summary>Where a body goes.</summary>
/// <param name="Open">Called when there is a body, for each attempt; what an attempt before wrote is taken back.</param>
/// <param name="Most">Bytes.</param>
/// <param name="IsCut">What is more is left off; else it is a problem.</param>
internal readonly record struct BodyTarget(Func<Stream> Open, long Most, bool IsCut);

/// <summary>Whether an address may be asked, and how long after the request before.</summary>
internal readonly record struct Permission(Answer.Problem? Problem, TimeSpan Pause);

/// <summary>Makes requests. Safe for use by many threads.</summary>
internal sealed class WebRequests : IDisposable
{
    private const int ChunkBytes = 64 << 10;
    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(1);
    private readonly FetchLimits limits;
    private readonly HostTurns turns;
    private readonly HttpClient client;
    private readonly ResiliencePipeline<Answer> retries;
    private readonly TimeProvider time;

    /// <param name="mayConnect">Whether an address of the internet protocol may be connected to.</param>
    public WebRequests(FetchLimits limits, Func<IPAddress, bool> mayConnect, TimeProvider time)
    {
        this.limits = limits;
        this.time = time;
        turns = new HostTurns(limits.Hosts, limits.LongestWait, time);
        client = new HttpClient(CheckedConnections.Handler(mayConnect, limits)) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue(PoliteFetcher.Agent, "1.0"));
        retries = new ResiliencePipelineBuilder<Answer> { TimeProvider = time }.AddRetry(new RetryStrategyOptions<Answer>
        {
            // A site that asks for a longer wait is left alone until then.
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is Answer.Problem { MayPass: true } problem && !(problem.Wait > limits.LongestWait)),
            MaxRetryAttempts = limits.Retries,
            Delay = limits.BackOff,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        }).Build();
    }

    /// <summary>Asks for an address and goes where it leads.</summary>
    /// <param name="address">http or https.</param>
    /// <param name="before">What was said of it before, null where it was not fetched.</param>
    /// <param name="ask">Asked for the address and for everything it leads to.</param>
    /// <param name="body">Where the body goes.</param>
    public async Task<(Uri Final, Answer Answer)> FollowAsync(
        Uri address, FetchedBefore? before, Func<Uri, CancellationToken, Task<Permission>> ask, BodyTarget body, CancellationToken cancellation)
    {
        for (var redirects = 0; ; redirects++)
        {
            var permission = await ask(address, cancellation);
            var answer = permission.Problem ?? await retries.ExecuteAsync(async token => await GetAsync(address, before, permission.Pause, body, token), cancellation);
            if (answer is Answer.Problem problem) return (address, redirects == 0 ? problem : FetchReasons.AtRedirect(address, problem));
            if (answer is not Answer.Elsewhere elsewhere) return (address, answer);
            if (redirects == limits.Redirects) return (address, FetchReasons.TooManyRedirects(limits.Redirects));
            address = elsewhere.To;
        }
    }

    public void Dispose()
    {
        client.Dispose();
        turns.Dispose();
    }

    private async Task<Answer> GetAsync(Uri address, FetchedBefore? before, TimeSpan pause, BodyTarget body, CancellationToken cancellation)
    {
        using var turn = await turns.TakeAsync(HostList.Name(address), pause, cancellation);
        if (!turn.MayAsk) return FetchReasons.Resting(turn.Rest);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(limits.Request);
        using var request = Request(address, before);
        try
        {
            using var response = await SendAsync(request, limit.Token);
            var answer = await UnderstandAsync(response, before, body, limit.Token);
            if (answer is Answer.Problem { Wait: { } wait }) turn.RestFor(wait < LongestRest ? wait : LongestRest);
            return answer;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return FetchReasons.TimedOut;
        }
        catch (NoAnswerException e)
        {
            return e.Problem;
        }
    }

    private static HttpRequestMessage Request(Uri address, FetchedBefore? before)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (before?.ETag is { Length: > 0 } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (before?.LastModified is { Length: > 0 } modified) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new NoAnswerException(FetchReasons.Of(e));
        }
    }

    private async Task<Answer> UnderstandAsync(HttpResponseMessage response, FetchedBefore? before, BodyTarget body, CancellationToken cancellation)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation:
                return (Answer?)await WriteAsync(response, body, cancellation)
                    ?? new Answer.Here(Raw(response.Content.Headers, "Content-Disposition"), Raw(response.Headers, "ETag"), Raw(response.Content.Headers, "Last-Modified"));
            case HttpStatusCode.NotModified:
                return before is null ? FetchReasons.NotAskedFor
                    : new Answer.Unchanged(Raw(response.Headers, "ETag") ?? before.ETag, Raw(response.Content.Headers, "Last-Modified") ?? before.LastModified);
            case HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect:
                return Location(response) is { } to ? new Answer.Elsewhere(to) : FetchReasons.NoLocation;
            default:
                return FetchReasons.Of(response.StatusCode, RetryAfter(response));
        }
    }

    /// <returns>The problem, null where all was written.</returns>
    private static async Task<Answer.Problem?> WriteAsync(HttpResponseMessage response, BodyTarget body, CancellationToken cancellation)
    {
        if (!body.IsCut && response.Content.Headers.ContentLength > body.Most) return FetchReasons.TooLarge(body.Most);
        await using var from = await response.Content.ReadAsStreamAsync(cancellation);
        var to = body.Open();
        to.SetLength(0);
        var chunk = new byte[ChunkBytes];
        var left = body.Most;
        while (await ReadAsync(from, chunk, cancellation) is > 0 and var length)
        {
            if (length > left && !body.IsCut) return FetchReasons.TooLarge(body.Most);
            await to.WriteAsync(chunk.AsMemory(0, (int)Math.Min(length, left)), cancellation);
            left -= length;
            if (left < 0) return null;
        }
        return null;
    }

    // What fails here is the site's; what fails in writing is this machine's and is thrown.
    private static async Task<int> ReadAsync(Stream from, byte[] chunk, CancellationToken cancellation)
    {
        try
        {
            return await from.ReadAsync(chunk, cancellation);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            throw new NoAnswerException(FetchReasons.Damaged);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new NoAnswerException(FetchReasons.Of(e));
        }
    }

    private static string? Raw(HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    // Addresses with bytes that are not ASCII, in whatever encoding, are meant byte for byte.
    private static Uri? Location(HttpResponseMessage response)
    {
        if (Raw(response.Headers, "Location") is not { Length: > 0 } location) return null;
        var ascii = string.Concat(location.Select(c => c < 0x7F ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"%{(int)c:X2}")));
        return Uri.TryCreate(response.RequestMessage!.RequestUri!, ascii, out var to) && to.IsAbsoluteUri && Uri.TryCreate(to.GetLeftPart(UriPartial.Query), UriKind.Absolute, out var plain) ? plain : null;
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => null,
    };

    private sealed class NoAnswerException(Answer.Problem problem) : Exception(problem.Reason)
    {
        public Answer.Problem Problem => problem;
    }
}
