// A real web server on this machine that says what a test wants and remembers who asked for what.
using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Tests.Fetching;

/// <summary>A request as the server saw it.</summary>
internal sealed record Seen(string Path, DateTimeOffset At, IHeaderDictionary Headers);

internal sealed class WebSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private int atOnce;

    private WebSite(WebApplication app) => this.app = app;

    /// <summary>What is not here is answered with 404.</summary>
    public ConcurrentDictionary<string, RequestDelegate> Pages { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<Seen> Requests { get; } = [];

    public int MostAtOnce { get; private set; }

    /// <summary>"127.0.0.1:40001"</summary>
    public string Host => new Uri(app.Urls.First()).Authority;

    public IEnumerable<string> Asked => Requests.Select(request => request.Path);

    public Uri this[string path] => new($"http://{Host}{path}");

    public static async Task<WebSite> StartAsync(TimeProvider time, string address = "127.0.0.1")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Parse(address), 0);
            options.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
        });
        var site = new WebSite(builder.Build());
        site.app.Run(async context =>
        {
            var path = context.Request.Path.Value + context.Request.QueryString;
            site.Requests.Enqueue(new Seen(path, time.GetUtcNow(), new HeaderDictionary(context.Request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase))));
            var now = Interlocked.Increment(ref site.atOnce);
            lock (site.Requests) site.MostAtOnce = Math.Max(site.MostAtOnce, now);
            try
            {
                if (site.Pages.TryGetValue(path, out var page)) await page(context);
                else context.Response.StatusCode = 404;
            }
            finally
            {
                Interlocked.Decrement(ref site.atOnce);
            }
        });
        await site.app.StartAsync();
        return site;
    }

    public void Text(string path, string text) => Pages[path] = context => context.Response.WriteAsync(text);

    public void Status(string path, int status, string? retryAfter = null) => Pages[path] = context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };

    public void Redirect(string path, string to) => Pages[path] = context =>
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    };

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }
}
