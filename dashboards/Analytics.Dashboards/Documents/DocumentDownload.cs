// Hands out a document as it was taken in: as a download only, since foreign bytes are never shown as a page of ours.
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboards.Documents;

internal static class DocumentDownload
{
    public static async Task<IResult> SendAsync(string sha256, Viewer viewer, DocumentAccess documents, CancellationToken cancellation) =>
        await documents.FindAsync(viewer.Scope, sha256, cancellation) is { } found
            ? Results.File(found.Path, "application/octet-stream", Path.GetFileName(found.Name))
            : Results.NotFound();
}
