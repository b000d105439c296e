// The search of every page.
namespace Analytics.Warehouse;

/// <summary>Something found.</summary>
/// <param name="Kind">agency or region.</param>
/// <param name="Code">Code of the agency or region.</param>
/// <param name="Label">Chinese name.</param>
/// <param name="Detail">Path of the region.</param>
public sealed record FoundEntry(string Kind, string Code, string Label, string Detail);

/// <summary>Finds agencies and regions within the asker's scope; metrics are the catalog's.</summary>
public sealed class SearchQueries(PublishedWarehouse warehouse)
{
    /// <param name="text">Part of a Chinese name, an alias or pinyin, of an agency several parted by spaces; empty finds nothing.</param>
    /// <param name="limit">Of each kind.</param>
    public Task<IReadOnlyList<FoundEntry>> FindAsync(Scope scope, string text, int limit, CancellationToken cancellation) =>
        warehouse.QueryAsync<FoundEntry>("queries/search/Everything", scope, new SqlParameters { ["text"] = text.Trim().ToLowerInvariant(), ["limit"] = limit }, cancellation);
}
