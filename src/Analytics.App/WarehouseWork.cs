// What commands do with a warehouse, here or in the process that owns the folder.
using System.Globalization;
using Analytics.Etl;
using Analytics.Warehouse;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.App;

/// <summary>What a command did, in words for a person.</summary>
internal sealed record Done(string Text);

internal static class WarehouseWork
{
    /// <summary>Does what is asked.</summary>
    /// <returns>A <see cref="LoadRunResult"/> for <c>load</c>, else <see cref="Done"/>.</returns>
    public static async Task<object> RunAsync(OwnerRequest request, DataFolder folder, WarehouseWriter writer, LoadRun load, CancellationToken cancellation) => request.Command switch
    {
        "load" => await load.RunAsync(request.Arguments, null, cancellation),
        _ => await RunAsync(request, folder, writer, cancellation),
    };

    /// <summary>The same, of what needs no documents read.</summary>
    public static async Task<Done> RunAsync(OwnerRequest request, DataFolder folder, WarehouseWriter writer, CancellationToken cancellation)
    {
        switch (request.Command)
        {
            case "publish" when request.Arguments is [var version]:
                await writer.RollBackAsync(int.Parse(version, CultureInfo.InvariantCulture), cancellation);
                return new Done($"Readers see version {version} again, until the next publication.");
            case "publish":
                var published = await writer.PublishAsync(cancellation);
                return new Done(string.Create(CultureInfo.InvariantCulture, $"Published version {published}."));
            case "backup":
                await writer.BackUpAsync(request.Arguments[0], cancellation);
                return new Done($"Wrote {request.Arguments[0]}: the warehouse and every document of {folder.Root}. ./run restore takes it back.");
            default:
                throw new ArgumentException($"The process that owns {folder.Root} does not know '{request.Command}': it is of another version. Stop it and start this one.", nameof(request));
        }
    }

    /// <summary>Does it in the process that owns the folder, else here.</summary>
    public static async Task<Done> RunAnywhereAsync(OwnerRequest request, DataFolder folder, CancellationToken cancellation)
    {
        if (await OwnerSocket.AskAsync<Done>(folder, request, cancellation) is { } done) return done;
        using var writer = await WarehouseWriter.OpenAsync(folder, CatalogData.Current, TimeProvider.System, cancellation);
        return await RunAsync(request, folder, writer, cancellation);
    }
}
