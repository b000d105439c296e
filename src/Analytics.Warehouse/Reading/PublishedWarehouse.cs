// The reading side: opens the published version that the pointer names, and answers queries from it.
using Dapper;
using DuckDB.NET.Data;
using Microsoft.Extensions.Caching.Memory;

namespace Analytics.Warehouse;

/// <summary>Nothing has been published yet.</summary>
public sealed class NothingPublishedException(string path)
    : InvalidOperationException($"The data folder {path} has no published warehouse yet. Load some reports first: ./run load PATH");

/// <summary>Read-only access to what is published. Safe for use by many threads. A new version is picked up by the next
/// query; queries that run finish on the version they began with.</summary>
public sealed class PublishedWarehouse : IDisposable
{
    // Some 200 bytes each: what is kept of answers must stay small beside what the people who ask them cost.
    private const int CachedRows = 250_000;
    private readonly DataFolder folder;
    private readonly Lock switching = new();
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = CachedRows });
    private Lease? current;

    public PublishedWarehouse(DataFolder folder) => this.folder = folder;

    /// <summary>The version that the next query is answered from, null before the first publication.</summary>
    public int? Version => folder.CurrentVersion();

    /// <summary>Rows of a query file, cached by version, scope, query and parameters.</summary>
    /// <param name="query">Path under <c>sql</c> without ending.</param>
    /// <param name="scope">Which regions the asker may see; <c>$scope</c> in the query is where they lie, as <c>$within</c> is where a
    /// <c>$region</c> lies.</param>
    /// <param name="parameters">The other parameters.</param>
    /// <exception cref="NothingPublishedException">Before the first publication.</exception>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string query, Scope scope, SqlParameters parameters, CancellationToken cancellation)
    {
        using var lease = Take();
        var places = await PlacesAsync(lease, cancellation);
        parameters["scope"] = PlacesOf(scope.Codes, places);
        if (parameters.Find("region") is string region) parameters["within"] = PlacesOf([region], places);
        return await RowsAsync<T>(lease, query, parameters, cancellation);
    }

    /// <summary>Whether what is published is made up, whoever asks: every page and every export says so then.</summary>
    /// <exception cref="NothingPublishedException">Before the first publication.</exception>
    public async Task<bool> IsSyntheticAsync(CancellationToken cancellation)
    {
        using var lease = Take();
        return (await RowsAsync<bool>(lease, "queries/shared/IsSynthetic", new SqlParameters(), cancellation))[0];
    }

    /// <summary>Runs a person's own read-only SQL and hands the reader over while it is open.</summary>
    /// <exception cref="NothingPublishedException">Before the first publication.</exception>
    /// <exception cref="DuckDBException">The SQL is wrong; the message says where.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, also while DuckDB was at it.</exception>
    public async Task ReadAsync(string sql, Func<System.Data.Common.DbDataReader, Task> read, CancellationToken cancellation)
    {
        using var lease = Take();
        await AnsweredAsync(
            async () =>
            {
                await using var connection = lease.File.Connect();
                await using var command = connection.CreateCommand();
                command.CommandText = sql;
                command.UseStreamingMode = true;
                await using var reader = await command.ExecuteReaderAsync(cancellation);
                await read(reader);
                return true;
            }, cancellation);
    }

    public void Dispose()
    {
        lock (switching)
        {
            current?.File.Release();
            current = null;
        }
        cache.Dispose();
    }

    // Where regions lie, looked up here: every question asks.
    private async Task<Dictionary<string, RegionSpan>> PlacesAsync(Lease lease, CancellationToken cancellation)
    {
        if (cache.TryGetValue(lease.Version, out Dictionary<string, RegionSpan>? known)) return known!;
        var places = (await RowsAsync<RegionSpan>(lease, "queries/shared/Places", new SqlParameters(), cancellation)).ToDictionary(place => place.Code, StringComparer.Ordinal);
        cache.Set(lease.Version, places, new MemoryCacheEntryOptions { Size = places.Count });
        return places;
    }

    // First and last place of regions, one pair after the other; of what is no region there is none.
    private static List<int> PlacesOf(IEnumerable<string> codes, Dictionary<string, RegionSpan> places) => codes
        .SelectMany<string, int>(code => places.TryGetValue(code, out var place) ? [place.FirstPlace, place.LastPlace] : []).ToList();

    private async Task<IReadOnlyList<T>> RowsAsync<T>(Lease lease, string query, SqlParameters parameters, CancellationToken cancellation)
    {
        var key = (lease.Version, query, parameters.Key, typeof(T));
        if (cache.TryGetValue(key, out IReadOnlyList<T>? known)) return known!;
        var rows = await AnsweredAsync(
            () => Task.Run(
                async () =>
                {
                    using var connection = lease.File.Connect();
                    return (await connection.QueryAsync<T>(new CommandDefinition(Sql.Text(query), parameters, cancellationToken: cancellation))).AsList();
                }, cancellation), cancellation);
        cache.Set(key, (IReadOnlyList<T>)rows, new MemoryCacheEntryOptions { Size = rows.Count + 1 });
        return rows;
    }

    /// <summary>Asks DuckDB. A question that is not wanted any more, as when its page is left, is no error.</summary>
    /// <exception cref="OperationCanceledException">Cancelled, also while DuckDB was at it.</exception>
    internal static async Task<T> AnsweredAsync<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            return await ask();
        }
        catch (DuckDBException e) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException("Nobody waits for the answer any more.", e, cancellation);
        }
    }

    private Lease Take()
    {
        lock (switching)
        {
            var version = folder.CurrentVersion() ?? throw new NothingPublishedException(folder.Root);
            if (current is null || current.Version != version)
            {
                var next = new Lease(version, PublishedFile.Take(folder.PublishedFile(version)));
                current?.File.Release();
                current = next;
            }
            current.File.Join();
            return current with { };
        }
    }

    private sealed record RegionSpan(string Code, int FirstPlace, int LastPlace);

    // A version, held open until disposed.
    private sealed record Lease(int Version, PublishedFile File) : IDisposable
    {
        public void Dispose() => File.Release();
    }
}
