// The table of the map as a file: one row a part of the region that is looked into.
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Downloads;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboards.Components.Pages.Map;

internal static class MapDownload
{
    private static readonly string[] Heads =
    [
        "region_code", "region", "within", "level", "sector", "scope", "metric", "metric_label", "unit", "year", "state", "total", "median", "counted", "only_agency",
        "reported", "expected", "missing", "left_out_disputed", "left_out_no_unit", "left_out_small", "left_out_no_number", "data_version",
    ];

    public static async Task<IResult> SendAsync(
        string format, Viewer viewer, MapData data, Catalog.Catalog catalog, PublishedWarehouse warehouse,
        string? r, string? l, string? s, string? m, string? c, string? y, string? o, CancellationToken cancellation)
    {
        try
        {
            var state = MapState.Parse(GroupState.Parse(r, l, s, catalog), m, c, y, o);
            var result = await data.LoadAsync(viewer.Scope, state, cancellation);
            var rows = result is null ? [] : MapParts.Sorted(result.Parts, state.Sort, state.IsDescending).Select(part => Row(state, result, part)).ToList();
            return new DataSheet("map", Heads, rows, await warehouse.IsSyntheticAsync(cancellation)).Send(format);
        }
        catch (NothingPublishedException)
        {
            return Results.NotFound();
        }
    }

    private static IReadOnlyList<object?> Row(MapState state, MapResult result, MapPart part) =>
    [
        part.Code.Value, part.Name, state.Group.Region.Value, state.Group.Level, state.Group.Sector, result.Scope.ToString().ToLowerInvariant(), state.Metric.Value, result.Metric,
        result.Unit, result.Year, part.State.ToString().ToLowerInvariant(), result.IsSum ? part.Value : null, part.Median, part.Counted, part.OnlyAgency,
        part.Coverage.Reported, part.Coverage.Expected, part.Coverage.Missing, part.LeftOut.Disputed, part.LeftOut.NoUnit, part.LeftOut.Small, part.LeftOut.NoNumber, result.Version,
    ];
}
