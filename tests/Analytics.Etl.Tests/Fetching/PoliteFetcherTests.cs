// Fetching from a real server: what is asked, in what order, how often, and what is made of the answers.
using System.Text;
using Analytics.Documents;
using Analytics.Etl.Fetching;
using Microsoft.AspNetCore.Http;

namespace Analytics.Etl.Tests.Fetching;

public sealed class PoliteFetcherTests : FetcherTests
{
    [Fact]
    public async Task A_document_is_fetched_with_its_name_and_hash_and_what_the_site_says_of_it()
    {
        Site.Pages["/a"] = context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            context.Response.Headers.LastModified = "Sun, 01 Feb 2026 00:00:00 GMT";
            context.Response.Headers.SetCookie = "a=b";
            context.Response.Headers.ContentDisposition = Encoding.Latin1.GetString(Encoding.GetEncoding("gb18030").GetBytes("attachment; filename=\"年报.docx\""));
            return context.Response.WriteAsync("report");
        };
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var fetcher = Fetcher();

        var result = await fetcher.FetchAsync(Site["/a"], null, default);
        await fetcher.FetchAsync(Site["/a"], null, default);

        Assert.Equal((FetchOutcome.Fetched, null, "年报.docx", 6L, "\"1\"", "Sun, 01 Feb 2026 00:00:00 GMT"),
            (result.Outcome, result.Reason, result.File!.Name, result.File.Length, result.ETag, result.LastModified));
        Assert.Equal(Sha256Hash.Of("report"u8), result.File.Sha256);
        Assert.Equal("report", await File.ReadAllTextAsync(result.File.Path));
        Assert.Equal(["/robots.txt", "/a", "/a"], Site.Asked);
        Assert.All(Site.Requests, request => Assert.Equal("AnalyticsFetcher/1.0", request.Headers.UserAgent));
        Assert.All(Site.Requests, request => Assert.Equal(0, request.Headers.Cookie.Count));
    }

    [Fact]
    public async Task What_did_not_change_is_not_sent_again()
    {
        Site.Pages["/a"] = context =>
        {
            if (context.Request.Headers.IfNoneMatch == "\"1\"" && context.Request.Headers.IfModifiedSince == "then") context.Response.StatusCode = 304;
            else return context.Response.WriteAsync("report");
            return Task.CompletedTask;
        };
        var fetcher = Fetcher();

        var same = await fetcher.FetchAsync(Site["/a"], new FetchedBefore("\"1\"", "then"), default);
        var other = await fetcher.FetchAsync(Site["/a"], new FetchedBefore("\"0\"", "then"), default);

        Assert.Equal((FetchOutcome.Unchanged, null, "\"1\"", "then"), (same.Outcome, same.File, same.ETag, same.LastModified));
        Assert.Equal(FetchOutcome.Fetched, other.Outcome);
        Assert.Single(Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task An_answer_of_unchanged_to_who_has_nothing_is_a_failure()
    {
        Site.Status("/a", 304);

        Assert.Equal(FetchOutcome.Failed, (await Fetcher().FetchAsync(Site["/a"], null, default)).Outcome);
    }

    [Theory]
    [InlineData(503, 2)]
    [InlineData(500, 1)]
    public async Task A_failure_that_may_pass_is_tried_again(int status, int failures)
    {
        Site.Pages["/a"] = context =>
        {
            if (failures-- <= 0) return context.Response.WriteAsync("report");
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };

        Assert.Equal(FetchOutcome.Fetched, (await Fetcher().FetchAsync(Site["/a"], null, default)).Outcome);
    }

    [Theory]
    [InlineData(404, 1, false)]
    [InlineData(403, 1, false)]
    [InlineData(501, 1, false)]
    [InlineData(204, 1, false)]
    [InlineData(503, 3, true)]
    [InlineData(429, 3, true)]
    public async Task A_failure_is_told_and_others_are_not_tried_again(int status, int times, bool mayPass)
    {
        Site.Status("/a", status);
        var result = await Fetcher().FetchAsync(Site["/a"], null, default);

        Assert.Equal((FetchOutcome.Failed, times, mayPass), (result.Outcome, Site.Asked.Count(path => path == "/a"), result.TryAgainAfter is not null));
        Assert.Contains($"{status}", result.Reason, StringComparison.Ordinal);
        AssertNothingLeft();
    }

    [Fact]
    public async Task A_site_that_asks_for_a_short_wait_gets_it()
    {
        var isFirst = true;
        Site.Pages["/a"] = context =>
        {
            if (!isFirst) return context.Response.WriteAsync("report");
            isFirst = false;
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "40";
            return Task.CompletedTask;
        };
        var result = await Fetcher().FetchAsync(Site["/a"], null, default);

        Assert.Equal(FetchOutcome.Fetched, result.Outcome);
        var times = Site.Requests.Where(request => request.Path == "/a").Select(request => request.At).ToList();
        Assert.InRange(times[1] - times[0], TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_site_that_asks_for_a_long_wait_is_left_alone_until_then()
    {
        Site.Text("/b", "report");
        Site.Status("/a", 429, "3600");
        var fetcher = Fetcher();

        var first = await fetcher.FetchAsync(Site["/a"], null, default);
        var second = await fetcher.FetchAsync(Site["/b"], null, default);
        Time.Pass(TimeSpan.FromHours(1));
        var third = await fetcher.FetchAsync(Site["/b"], null, default);

        Assert.Equal([FetchOutcome.Failed, FetchOutcome.Failed, FetchOutcome.Fetched], new[] { first, second, third }.Select(result => result.Outcome));
        Assert.Equal(TimeSpan.FromHours(1), first.TryAgainAfter);
        Assert.InRange(second.TryAgainAfter!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));
        Assert.Equal(["/robots.txt", "/a", "/b"], Site.Asked);
    }

    [Fact]
    public async Task What_is_too_large_is_not_fetched_however_its_size_is_told()
    {
        Site.Text("/fits", new string('x', 1000));
        Site.Text("/told", new string('x', 1001));
        Site.Pages["/untold"] = async context =>
        {
            for (var i = 0; i < 1001; i++) await context.Response.WriteAsync("x");
        };
        Site.Pages["/packed"] = async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new System.IO.Compression.GZipStream(context.Response.Body, System.IO.Compression.CompressionLevel.Fastest);
            for (var i = 0; i < 100; i++) await packed.WriteAsync(new byte[100_000]);
        };
        var fetcher = Fetcher(new FetchLimits { File = 1000 });

        Assert.Equal(FetchOutcome.Fetched, (await fetcher.FetchAsync(Site["/fits"], null, default)).Outcome);
        Directory.GetFiles(Folder).ToList().ForEach(File.Delete);
        foreach (var path in new[] { "/told", "/untold", "/packed" })
        {
            var result = await fetcher.FetchAsync(Site[path], null, default);
            Assert.Equal((FetchOutcome.Failed, null), (result.Outcome, result.TryAgainAfter));
            Assert.Contains("文件过大", result.Reason, StringComparison.Ordinal);
        }
        AssertNothingLeft();
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_damaged_packed_body_a_broken_connection_and_nothing_at_all_are_failures(string encoding)
    {
        Site.Pages["/damaged"] = context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            return context.Response.WriteAsync("this is not packed at all, but long enough to be looked at");
        };
        Site.Pages["/broken"] = async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("half");
            await context.Response.Body.FlushAsync();
            context.Abort();
        };
        Site.Text("/empty", "");
        var fetcher = Fetcher();

        foreach (var path in new[] { "/damaged", "/broken", "/empty" })
            Assert.Equal(FetchOutcome.Failed, (await fetcher.FetchAsync(Site[path], null, default)).Outcome);
        AssertNothingLeft();
    }

    [Fact]
    public async Task A_site_that_does_not_end_is_given_up()
    {
        Site.Pages["/a"] = async context =>
        {
            await context.Response.WriteAsync("begin");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        var result = await Fetcher(new FetchLimits { Request = TimeSpan.FromSeconds(1), Retries = 1 }).FetchAsync(Site["/a"], null, default);

        Assert.Equal((FetchOutcome.Failed, true), (result.Outcome, result.TryAgainAfter is not null));
        Assert.Contains("限定时间", result.Reason, StringComparison.Ordinal);
        Assert.Equal(2, Site.Asked.Count(path => path == "/a"));
        AssertNothingLeft();
    }

    [Fact]
    public async Task Who_no_longer_wants_it_ends_it_and_nothing_is_left()
    {
        using var stop = new CancellationTokenSource();
        Site.Pages["/a"] = async context =>
        {
            await context.Response.WriteAsync("begin");
            await context.Response.Body.FlushAsync();
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        var fetcher = Fetcher();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(Site["/a"], null, stop.Token));
        AssertNothingLeft();
        Site.Text("/b", "report");
        Assert.Equal(FetchOutcome.Fetched, (await fetcher.FetchAsync(Site["/b"], null, default)).Outcome);
    }

    [Fact]
    public async Task A_host_is_asked_one_at_a_time_with_pauses()
    {
        foreach (var i in Enumerable.Range(0, 6)) Site.Text($"/{i}", "report");
        var fetcher = Fetcher();

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => fetcher.FetchAsync(Site[$"/{i}"], null, default)));

        Assert.All(results, result => Assert.Equal(FetchOutcome.Fetched, result.Outcome));
        Assert.Equal(7, Site.Requests.Count);
        Assert.Equal(1, Site.MostAtOnce);
        Assert.All(Site.Requests.Zip(Site.Requests.Skip(1)), pair => Assert.InRange(pair.Second.At - pair.First.At, TimeSpan.FromSeconds(1), TimeSpan.MaxValue));
    }

    [Theory]
    [InlineData("5", 5)]
    [InlineData("3600", 30)]
    [InlineData("0.1", 1)]
    public async Task A_site_that_asks_for_pauses_gets_them_within_reason(string delay, int seconds)
    {
        Site.Text("/robots.txt", $"User-agent: *\nCrawl-delay: {delay}");
        Site.Text("/a", "report");
        var fetcher = Fetcher();

        await fetcher.FetchAsync(Site["/a"], null, default);
        await fetcher.FetchAsync(Site["/a"], null, default);

        Assert.Equal([seconds, seconds], Site.Requests.Zip(Site.Requests.Skip(1)).Select(pair => (int)(pair.Second.At - pair.First.At).TotalSeconds));
    }

    [Fact]
    public async Task Other_hosts_are_asked_meanwhile()
    {
        // Each answers only when the other one was asked.
        TaskCompletionSource here = new(), there = new();
        Site.Pages["/a"] = Page(here, there);
        Other.Pages["/a"] = Page(there, here);
        var fetcher = Fetcher();

        var results = await Task.WhenAll(fetcher.FetchAsync(Site["/a"], null, default), fetcher.FetchAsync(Other["/a"], null, default));

        Assert.All(results, result => Assert.Equal(FetchOutcome.Fetched, result.Outcome));

        static RequestDelegate Page(TaskCompletionSource mine, TaskCompletionSource others) => async context =>
        {
            mine.SetResult();
            await others.Task;
            await context.Response.WriteAsync("report");
        };
    }

    [Fact]
    public async Task No_more_hosts_are_asked_at_once_than_allowed()
    {
        int now = 0, most = 0;
        RequestDelegate page = async context =>
        {
            var atOnce = Interlocked.Increment(ref now);
            InterlockedMax(atOnce);
            await Task.Yield();
            Interlocked.Decrement(ref now);
            await context.Response.WriteAsync("report");
        };
        foreach (var i in Enumerable.Range(0, 20)) (Site.Pages[$"/{i}"], Other.Pages[$"/{i}"]) = (page, page);
        var fetcher = Fetcher(new FetchLimits { Hosts = 1 });

        await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(i => new[] { Site, Other }.Select(site => fetcher.FetchAsync(site[$"/{i}"], null, default))));

        Assert.Equal(1, most);

        void InterlockedMax(int value)
        {
            int seen;
            while (value > (seen = Volatile.Read(ref most)) && Interlocked.CompareExchange(ref most, value, seen) != seen)
            {
            }
        }
    }
}
