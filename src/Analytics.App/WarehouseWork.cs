// What commands do with a warehouse, here or in the process that owns the folder.
using System.Globalization;
using Analytics.App.Commands;
using Analytics.Etl.Jobs;
using Analytics.Etl.Operations;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.App;

/// <summary>What a command did, in words for a person.</summary>
internal sealed record Done(string Text);

/// <summary>What the checks and rules found.</summary>
/// <param name="Rules">Empty where a check is broken.</param>
/// <param name="Version">Published then; null where a check is broken.</param>
internal sealed record Checked(IReadOnlyList<CheckResult> Checks, IReadOnlyList<RuleCount> Rules, int? Version);

internal static class WarehouseWork
{
    /// <summary>Does what is asked.</summary>
    /// <returns>A <see cref="FinishedRun"/> for <c>load</c>, <see cref="Fetched"/> for <c>fetch</c>, <see cref="Checked"/> for <c>check</c>, else <see cref="Done"/>.</returns>
    public static async Task<object> RunAsync(
        OwnerRequest request, DataFolder folder, WarehouseWriter writer, OperationsDatabase tables, JobCenter jobs, CancellationToken cancellation) =>
        request.Command switch
        {
            "check" => await CheckAsync(writer, cancellation),
            "fetch" => await Loading.FetchAsync(jobs, request.Arguments[0], cancellation),
            "load" => await Loading.RunAsync(jobs, request.Arguments, null, cancellation),
            "backup" => await BackUpAsync(request.Arguments[0], folder, writer, tables, cancellation),
            _ => await PublishAsync(request, folder, writer, cancellation),
        };

    /// <summary>Runs the integrity checks and, where all pass, the rules for all reports; then publishes.</summary>
    public static async Task<Checked> CheckAsync(WarehouseWriter writer, CancellationToken cancellation)
    {
        var checks = await writer.CheckAsync(cancellation);
        if (checks.Any(check => check.Failing.Count > 0)) return new Checked(checks, [], null);
        await writer.RecheckAsync(cancellation);
        var version = await writer.PublishAsync(cancellation);
        return new Checked(checks, await writer.CountBreachesAsync(cancellation), version);
    }

    /// <summary>Publishes in the process that owns the folder, else here.</summary>
    public static async Task<Done> PublishAnywhereAsync(OwnerRequest request, DataFolder folder, CancellationToken cancellation)
    {
        if (await OwnerSocket.AskAsync<Done>(folder, request, cancellation) is { } done) return done;
        using var writer = await WarehouseWriter.OpenAsync(folder, CatalogData.Current, TimeProvider.System, cancellation);
        return await PublishAsync(request, folder, writer, cancellation);
    }

    /// <summary>Writes a backup in the process that owns the folder, else here.</summary>
    public static async Task<Done> BackUpAnywhereAsync(string file, DataFolder folder, CancellationToken cancellation)
    {
        if (await OwnerSocket.AskAsync<Done>(folder, new OwnerRequest("backup", [file]), cancellation) is { } done) return done;
        using var writer = await WarehouseWriter.OpenAsync(folder, CatalogData.Current, TimeProvider.System, cancellation);
        await using var tables = await OperationsDatabase.OpenAsync(folder, Cluster.Operations, TimeProvider.System, cancellation);
        return await BackUpAsync(file, folder, writer, tables, cancellation);
    }

    // The operations tables first: what they do not know yet of the warehouse is found out again.
    private static async Task<Done> BackUpAsync(string file, DataFolder folder, WarehouseWriter writer, OperationsDatabase tables, CancellationToken cancellation)
    {
        var copy = folder.Operations + ".backup";
        try
        {
            var isHere = await tables.CopyAsync(copy, cancellation);
            await writer.BackUpAsync(file, isHere ? copy : null, cancellation);
            return new Done($"Wrote {file}: the warehouse and every document of {folder.Root}{(isHere ? ", its runs, saved views and letters" : "")}. ./run restore takes it back."
                + (isHere ? "" : $" Runs, saved views and letters are in {tables.Place}: back them up with pg_dump."));
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static async Task<Done> PublishAsync(OwnerRequest request, DataFolder folder, WarehouseWriter writer, CancellationToken cancellation)
    {
        switch (request.Command)
        {
            case "publish" when request.Arguments is [var version]:
                await writer.RollBackAsync(int.Parse(version, CultureInfo.InvariantCulture), cancellation);
                return new Done($"Readers see version {version} again, until the next publication.");
            case "publish":
                var published = await writer.PublishAsync(cancellation);
                return new Done(string.Create(CultureInfo.InvariantCulture, $"Published version {published}."));
            default:
                throw new ArgumentException($"The process that owns {folder.Root} does not know '{request.Command}': it is of another version. Stop it and start this one.", nameof(request));
        }
    }
}
