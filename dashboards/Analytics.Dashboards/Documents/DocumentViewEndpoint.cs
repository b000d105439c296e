// Shows documents to people: as our readers see them, as plain HTML of our own making, or as they were published. Either can
// run nothing, load nothing and go nowhere; our own page may look into the frame, to outline cells in it.
using System.Security.Cryptography;
using Analytics.Dashboards.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Documents;

internal static class DocumentViewEndpoint
{
    // For the frame of our pages. Nothing is loaded but the style in the page itself; the one link there may be is a download.
    // Scripts are forbidden twice; only therefore may the frame belong to our origin.
    private const string Policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-downloads allow-same-origin; style-src ";

    // A published page is styled by itself, and may hold pictures.
    private const string PublishedStyles = "'unsafe-inline'; img-src data:";

    private const string Style = """
        :root { color-scheme: light dark; --line: #c9ced6; --soft: #5b6472; --mark: #1a5fb4; --doubt: #8a6308; }
        @media (prefers-color-scheme: dark) { :root { --line: #3a4450; --soft: #9aa4b2; --mark: #78aeed; --doubt: #e3b341; } body { background: #1a2028; color: #e7eaf0; } }
        body { margin: 0; padding: 12px 16px 40vh; font: 13px/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
        p { margin: 0 0 6px; white-space: pre-wrap; } h2 { margin: 16px 0 8px; font-size: 12px; font-weight: 400; color: var(--soft); border-bottom: 1px solid var(--line); }
        pre { margin: 0; font: inherit; white-space: pre-wrap; tab-size: 8; }
        .wide { overflow-x: auto; margin: 8px 0 16px; } table { border-collapse: collapse; font-size: 12px; } td { border: 1px solid var(--line); padding: 3px 6px; vertical-align: middle; white-space: pre-line; min-width: 28px; }
        .gap { border: 0; } .ocr { color: var(--doubt); } .note { color: var(--soft); } [id] { scroll-margin: 30vh 40px; }
        [data-over] { outline: 2px dashed var(--mark); outline-offset: -1px; }
        :target, [data-mark]
        """;

    private const string Outline = " { outline: 3px solid var(--mark); outline-offset: -1px; background: color-mix(in srgb, var(--mark) 16%, transparent); font-weight: 700; }";

    // What we add to a published page, which is shown on white as it was made for.
    private const string PublishedStyle = """
        :root { color-scheme: light; } body { background: #fff; color: #000; padding-bottom: 40vh; } [id] { scroll-margin: 30vh 40px; }
        [data-over] { outline: 2px dashed #1a5fb4 !important; } [data-mark] { outline: 3px solid #1a5fb4 !important; background: #d6e4f5 !important; }
        """;

    /// <summary>The addresses of documents: as a view, as published, as a download, and where its cells are on its pages.</summary>
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/documents/{sha256}", DocumentDownload.SendAsync);
        routes.MapGet("/documents/{sha256}/view", ShowAsync);
        routes.MapGet("/documents/{sha256}/original", ShowPublishedAsync);
        routes.MapGet("/documents/{sha256}/places", PlacesAsync);
    }

    /// <param name="sha256">Of the document.</param>
    /// <param name="mark">Names of cells that are outlined, parted by points.</param>
    private static async Task<IResult> ShowAsync(
        string sha256, [FromQuery] string? mark, HttpContext context, Viewer viewer, DocumentAccess documents, DocumentViews views, IStringLocalizer<Texts> texts, CancellationToken cancellation)
    {
        if (Refusal(context, texts) is { } refusal) return refusal;
        if (await documents.FindAsync(viewer.Scope, sha256, cancellation) is not { } found) return Missing(context, texts);
        var view = await views.OfAsync(sha256, found.Name, found.Path, cancellation);
        return Page(context, StatusCodes.Status200OK, found.Name, view.Body ?? Unreadable(sha256, view, texts), CellName.Parse(mark));
    }

    private static async Task<IResult> ShowPublishedAsync(
        string sha256, HttpContext context, Viewer viewer, DocumentAccess documents, DocumentViews views, IStringLocalizer<Texts> texts, CancellationToken cancellation)
    {
        if (Refusal(context, texts) is { } refusal) return refusal;
        if (await documents.FindAsync(viewer.Scope, sha256, cancellation) is not { } found) return Missing(context, texts);
        var view = await views.PublishedAsync(sha256, found.Name, found.Path, cancellation);
        if (view.Body is not { } body) return Page(context, StatusCodes.Status200OK, found.Name, Unreadable(sha256, view with { Reason = view.Reason ?? texts["Report.NoPage"] }, texts), []);
        // A text takes the style of our own view; a page brings its own.
        if (!view.IsPage) return Page(context, StatusCodes.Status200OK, found.Name, body, []);
        SetHeaders(context, PublishedStyles);
        return Html(StatusCodes.Status200OK, found.Name, body + $"<style>{PublishedStyle}</style>", "");
    }

    private static async Task<IResult> PlacesAsync(string sha256, HttpContext context, Viewer viewer, DocumentAccess documents, DocumentViews views, CancellationToken cancellation) =>
        !LoopbackOnly.Allows(context) ? Results.StatusCode(StatusCodes.Status403Forbidden)
        : await documents.FindAsync(viewer.Scope, sha256, cancellation) is { } found ? Results.Json((await views.OfAsync(sha256, found.Name, found.Path, cancellation)).Places)
        : Results.NotFound();

    private static IResult? Refusal(HttpContext context, IStringLocalizer<Texts> texts) =>
        LoopbackOnly.Allows(context) ? null : Page(context, StatusCodes.Status403Forbidden, texts["View.Title"], Said(texts["View.NotHere"]), []);

    private static IResult Missing(HttpContext context, IStringLocalizer<Texts> texts) => Page(context, StatusCodes.Status404NotFound, texts["View.Title"], Said(texts["View.Missing"]), []);

    private static string Unreadable(string sha256, DocumentView view, IStringLocalizer<Texts> texts) =>
        Said(texts["View.Unreadable", view.Reason!]) + $"<p><a href=\"/documents/{sha256}\" download>{DocumentHtml.Encode(texts["View.Download"])}</a></p>";

    private static string Said(string text) => $"<p class=\"note\">{DocumentHtml.Encode(text)}</p>";

    private static IResult Page(HttpContext context, int status, string title, string body, IReadOnlyList<string> marked)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        SetHeaders(context, $"'nonce-{nonce}'");
        var outlined = string.Concat(marked.Select(name => ", #" + name));
        return Html(status, title, body, $"<style nonce=\"{nonce}\">\n{Style}{outlined}{Outline}\n</style>");
    }

    private static void SetHeaders(HttpContext context, string styles)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy + styles;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private static IResult Html(int status, string title, string body, string style) => Results.Text(
        $"<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>{DocumentHtml.Encode(title)}</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{style}</head>\n<body>\n{body}</body></html>\n",
        "text/html; charset=utf-8", statusCode: status);
}
