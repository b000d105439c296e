// Files come as plain requests, one a file, whose body is the file: streamed to disk, then taken in, then acknowledged.
using System.Globalization;
using System.Text;
using Analytics.Dashboards.Formatting;
using Analytics.Etl.Jobs;
using Analytics.Etl.Operations;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Jobs;

/// <summary>The addresses that the page's script sends files to.</summary>
internal static class UploadEndpoints
{
    /// <summary>Names the header with the length of the sidecar that stands before the file.</summary>
    private const string SidecarLength = "Sidecar-Length";

    private const int BufferBytes = 1 << 16;

    /// <summary>What the script needs to begin.</summary>
    internal sealed record Opening(string Token, string Header);

    internal sealed record Opened(string Run);

    /// <summary>What became of a file.</summary>
    /// <param name="State">received, known, quarantined or failed.</param>
    internal sealed record Taken(string State, string? Reason);

    internal sealed record Refused(string Error);

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        var uploads = routes.MapGroup("/jobs/uploads").AddEndpointFilter(GuardAsync).DisableAntiforgery();
        uploads.MapGet("/token", (HttpContext context, IAntiforgery antiforgery) =>
        {
            var tokens = antiforgery.GetAndStoreTokens(context);
            return new Opening(tokens.RequestToken!, tokens.HeaderName!);
        });
        uploads.MapPost("", OpenAsync);
        uploads.MapPost("/{run}/files", AddAsync);
        uploads.MapPost("/{run}/close", async (string run, UploadRuns runs, CancellationToken cancellation) => await runs.CloseAsync(run, cancellation));
    }

    private static async ValueTask<object?> GuardAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();
        if (!LoopbackOnly.Allows(context)) return Refuse(StatusCodes.Status403Forbidden, texts["Upload.NotHere"]);
        if (!HttpMethods.IsGet(context.Request.Method) && !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
            return Refuse(StatusCodes.Status400BadRequest, texts["Upload.NoToken"]);
        return await next(invocation);
    }

    private static async Task<IResult> OpenAsync([FromQuery] int files, [FromQuery] string? name, UploadRuns runs, Viewer viewer, IStringLocalizer<Texts> texts, CancellationToken cancellation)
    {
        var title = files == 1 ? texts["Upload.TitleOne", UploadName.Of(name, texts["Upload.Unnamed"]).Name] : texts["Upload.TitleMany", files];
        return Results.Ok(new Opened(await runs.OpenAsync(title, viewer.Author, cancellation)));
    }

    private static async Task<IResult> AddAsync(
        string run, [FromQuery] int position, [FromQuery] string? name, HttpContext context, UploadRuns runs, UploadSettings settings, IStringLocalizer<Texts> texts, CancellationToken cancellation)
    {
        var before = await runs.StateAsync(run, cancellation);
        if (before != UploadRunState.Open) return Gone(before, texts);
        var sidecar = int.TryParse(context.Request.Headers[SidecarLength], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : 0;
        if (sidecar > settings.MostSidecarBytes) return Refuse(StatusCodes.Status413PayloadTooLarge, texts["Upload.SidecarTooLarge", settings.MostSidecarBytes >> 10]);
        var most = settings.MostBytes + sidecar;
        var tooLarge = Refuse(StatusCodes.Status413PayloadTooLarge, texts["Upload.TooLarge", Sizes.Show(settings.MostBytes)]);
        if (context.Request.ContentLength > most) return tooLarge;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature) feature.MaxRequestBodySize = null;

        var given = UploadName.Of(name, texts["Upload.Unnamed"]);
        var temporary = Path.Combine(runs.Incoming, Guid.NewGuid().ToString("n") + given.Ending);
        try
        {
            var taken = await runs.AddAsync(run, position, async () =>
            {
                var beside = await ReadSidecarAsync(context.Request.Body, sidecar, cancellation);
                await ReceiveAsync(context.Request.Body, temporary, settings.MostBytes, cancellation);
                return new GivenFile(given.Name, temporary, given.Shown, beside, null);
            }, cancellation);
            if (taken is null) return Gone(await runs.StateAsync(run, cancellation), texts);
            // What the disk would not take is told as such, and can be sent again.
            return taken.State == DocumentState.Failed
                ? Refuse(StatusCodes.Status507InsufficientStorage, taken.Reason!)
                : Results.Ok(new Taken(taken.State.ToString().ToLowerInvariant(), taken.Reason));
        }
        catch (DocumentTooLargeException)
        {
            return tooLarge;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static async Task<string?> ReadSidecarAsync(Stream body, int length, CancellationToken cancellation)
    {
        if (length == 0) return null;
        var bytes = new byte[length];
        await body.ReadExactlyAsync(bytes, cancellation);
        return Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
    }

    private static async Task ReceiveAsync(Stream body, string path, long most, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = new byte[BufferBytes];
        var length = 0L;
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            length += read;
            if (length > most) throw new DocumentTooLargeException(most);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
    }

    private static IResult Gone(UploadRunState state, IStringLocalizer<Texts> texts) => state == UploadRunState.Cancelled
        ? Refuse(StatusCodes.Status410Gone, texts["Upload.RunCancelled"])
        : Refuse(StatusCodes.Status409Conflict, texts["Upload.RunClosed"]);

    private static IResult Refuse(int status, string error) => Results.Json(new Refused(error), statusCode: status);
}
