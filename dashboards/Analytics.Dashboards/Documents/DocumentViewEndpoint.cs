// Shows what our readers see of a document: plain HTML of our own making, which can run nothing, load nothing and go nowhere.
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
    private const string Policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-downloads; style-src 'nonce-";

    private const string Style = """
        :root { color-scheme: light dark; --line: #c9ced6; --soft: #5b6472; --mark: #1a5fb4; --doubt: #8a6308; }
        @media (prefers-color-scheme: dark) { :root { --line: #3a4450; --soft: #9aa4b2; --mark: #78aeed; --doubt: #e3b341; } body { background: #1a2028; color: #e7eaf0; } }
        body { margin: 0; padding: 12px 16px 40vh; font: 13px/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
        p { margin: 0 0 6px; white-space: pre-wrap; } h2 { margin: 16px 0 8px; font-size: 12px; font-weight: 400; color: var(--soft); border-bottom: 1px solid var(--line); }
        .wide { overflow-x: auto; margin: 8px 0 16px; } table { border-collapse: collapse; font-size: 12px; } td { border: 1px solid var(--line); padding: 3px 6px; vertical-align: middle; white-space: pre-line; min-width: 28px; }
        .gap { border: 0; } .ocr { color: var(--doubt); } .note { color: var(--soft); } [id] { scroll-margin: 30vh 40px; }
        :target
        """;

    private const string Outline = " { outline: 3px solid var(--mark); outline-offset: -1px; background: color-mix(in srgb, var(--mark) 16%, transparent); font-weight: 700; }";

    /// <summary>The addresses of documents: as a view and as a download.</summary>
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/documents/{sha256}", DocumentDownload.SendAsync);
        routes.MapGet("/documents/{sha256}/view", ShowAsync);
    }

    /// <param name="sha256">Of the document.</param>
    /// <param name="mark">Names of cells that are outlined, parted by points.</param>
    private static async Task<IResult> ShowAsync(
        string sha256, [FromQuery] string? mark, HttpContext context, Viewer viewer, DocumentAccess documents, DocumentViews views, IStringLocalizer<Texts> texts, CancellationToken cancellation)
    {
        if (!LoopbackOnly.Allows(context)) return Page(context, StatusCodes.Status403Forbidden, texts["View.Title"], Said(texts["View.NotHere"]), []);
        if (await documents.FindAsync(viewer.Scope, sha256, cancellation) is not { } found) return Page(context, StatusCodes.Status404NotFound, texts["View.Title"], Said(texts["View.Missing"]), []);
        var view = await views.OfAsync(sha256, found.Name, found.Path, cancellation);
        var body = view.Body ?? Said(texts["View.Unreadable", view.Reason!]) + $"<p><a href=\"/documents/{sha256}\" download>{DocumentHtml.Encode(texts["View.Download"])}</a></p>";
        return Page(context, StatusCodes.Status200OK, found.Name, body, CellName.Parse(mark));
    }

    private static string Said(string text) => $"<p class=\"note\">{DocumentHtml.Encode(text)}</p>";

    private static IResult Page(HttpContext context, int status, string title, string body, IReadOnlyList<string> marked)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Response.Headers.ContentSecurityPolicy = Policy + nonce + "'";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        var outlined = string.Concat(marked.Select(name => ", #" + name));
        var html = $"<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>{DocumentHtml.Encode(title)}</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style nonce=\"{nonce}\">\n{Style}{outlined}{Outline}\n</style></head>\n<body>\n{body}</body></html>\n";
        return Results.Text(html, "text/html; charset=utf-8", statusCode: status);
    }
}
