// Which documents a person may see: those of loaded reports by region; those that are not loaded belong to no region, so
// only who sees the country sees them.
using Analytics.Etl.Operations;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Documents;

/// <summary>Finds documents for people.</summary>
internal sealed class DocumentAccess(SourceQueries queries, OperationsStore store, DataFolder folder)
{
    /// <summary>A document's file name and the path of its bytes; null where there is none that the asker may see.</summary>
    public async Task<(string Name, string Path)?> FindAsync(Scope scope, string sha256, CancellationToken cancellation)
    {
        if (await NameAsync(scope, sha256, cancellation) is not { } name) return null;
        var path = folder.DocumentFile(sha256);
        return File.Exists(path) ? (name, path) : null;
    }

    private async Task<string?> NameAsync(Scope scope, string sha256, CancellationToken cancellation)
    {
        try
        {
            if (await queries.FileOfAsync(scope, sha256, cancellation) is { } loaded) return loaded;
        }
        catch (NothingPublishedException)
        {
            // What is not loaded can be there all the same.
        }
        return scope.IsCountry && await store.BySha256Async([sha256], cancellation) is [var row] ? row.Name : null;
    }
}
