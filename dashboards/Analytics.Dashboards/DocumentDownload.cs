// Hands out a document as it was taken in: as a download only, since foreign bytes are never shown as a page of ours.
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboards;

internal static class DocumentDownload
{
    public static async Task<IResult> SendAsync(string sha256, Viewer viewer, SourceQueries queries, DataFolder folder, CancellationToken cancellation)
    {
        try
        {
            if (await queries.FileOfAsync(viewer.Scope, sha256, cancellation) is not { } name) return Results.NotFound();
            var path = Path.Combine(folder.Documents, sha256);
            return File.Exists(path) ? Results.File(path, "application/octet-stream", name) : Results.NotFound();
        }
        catch (NothingPublishedException)
        {
            return Results.NotFound();
        }
    }
}
