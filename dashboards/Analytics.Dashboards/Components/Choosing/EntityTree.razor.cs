// Behaviour of the tree: opens level by level, ticks agencies, moves by arrow keys.
using Analytics.Catalog;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Analytics.Dashboards.Components.Choosing;

/// <summary>Chooses agencies by where they are.</summary>
public sealed partial class EntityTree : IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private readonly List<Row> rows = [];
    private readonly HashSet<string> chosen = new(StringComparer.Ordinal);
    private string sector = "";
    private int active;

    /// <summary>Codes of the agencies that are chosen when it opens.</summary>
    [Parameter]
    public IReadOnlyList<string> Chosen { get; set; } = [];

    /// <summary>No more than this many may be chosen.</summary>
    [Parameter]
    public int Most { get; set; }

    /// <summary>An agency was ticked or its tick taken away.</summary>
    [Parameter]
    public EventCallback<EntityKey> OnToggle { get; set; }

    [Inject]
    private ChoosingQueries Queries { get; set; } = default!;

    [Inject]
    private Viewer Viewer { get; set; } = default!;

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        chosen.UnionWith(Chosen);
        await FillAsync();
    }

    private async Task SetSectorAsync(ChangeEventArgs change)
    {
        sector = change.Value?.ToString() ?? "";
        await FillAsync();
    }

    private async Task FillAsync()
    {
        rows.Clear();
        active = 0;
        rows.AddRange(await LoadAsync(RegionCode.Country, 0));
    }

    // The agencies of a region itself come before the regions in it.
    private async Task<List<Row>> LoadAsync(RegionCode region, int depth)
    {
        try
        {
            var inside = await Queries.InsideAsync(Viewer.Scope, region, leaving.Token);
            var parts = await Queries.PartsAsync(Viewer.Scope, region, leaving.Token);
            return
            [
                .. inside.Where(agency => sector.Length == 0 || agency.Sector == sector).Select(agency => new Row(agency.Code, depth, null, agency)),
                .. parts.Select(part => new Row(part.Code, depth, part, null)),
            ];
        }
        catch (OperationCanceledException)
        {
            return [];
        }
    }

    // Nothing to compare, or no room for more.
    private bool IsShut(Row row) => row.Agency is { } agency && !chosen.Contains(agency.Code) && (agency.Years.Count == 0 || chosen.Count >= Most);

    private async Task PressAsync(int at)
    {
        active = at;
        var row = rows[at];
        if (row.Region is not null)
        {
            await (row.IsOpen ? CloseAsync(at) : OpenAsync(at));
        }
        else if (!IsShut(row))
        {
            if (!chosen.Remove(row.Id)) chosen.Add(row.Id);
            await OnToggle.InvokeAsync(new EntityKey(false, row.Id));
        }
    }

    private async Task OpenAsync(int at)
    {
        var row = rows[at];
        row.IsOpen = true;
        var below = await LoadAsync(new RegionCode(row.Id), row.Depth + 1);
        // It may have been closed, or moved, while it was loading.
        var now = rows.IndexOf(row);
        if (row.IsOpen && now >= 0 && Below(now) == now + 1) rows.InsertRange(now + 1, below);
    }

    private Task CloseAsync(int at)
    {
        rows[at].IsOpen = false;
        rows.RemoveRange(at + 1, Below(at) - at - 1);
        return Task.CompletedTask;
    }

    // The first row after a row and all that lies under it.
    private int Below(int at)
    {
        var next = rows.FindIndex(at + 1, row => row.Depth <= rows[at].Depth);
        return next < 0 ? rows.Count : next;
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        if (rows.Count == 0) return;
        var row = rows[active];
        switch (key.Key)
        {
            case "ArrowDown":
                await FocusAsync(Math.Min(active + 1, rows.Count - 1));
                break;
            case "ArrowUp":
                await FocusAsync(Math.Max(active - 1, 0));
                break;
            case "Home":
                await FocusAsync(0);
                break;
            case "End":
                await FocusAsync(rows.Count - 1);
                break;
            case "ArrowRight" when row is { Region: not null, IsOpen: false }:
                await OpenAsync(active);
                break;
            case "ArrowRight" when row.IsOpen:
                await FocusAsync(Math.Min(active + 1, rows.Count - 1));
                break;
            case "ArrowLeft" when row.IsOpen:
                await CloseAsync(active);
                break;
            case "ArrowLeft" when row.Depth > 0:
                await FocusAsync(rows.FindLastIndex(active, other => other.Depth < row.Depth));
                break;
            case " " or "Enter":
                await PressAsync(active);
                break;
        }
    }

    private async Task FocusAsync(int at)
    {
        active = at;
        await rows[at].Element.FocusAsync();
    }

    // A line of the tree: a region or an agency.
    private sealed class Row(string id, int depth, RegionPart? region, AgencyEntry? agency)
    {
        public string Id { get; } = id;

        public int Depth { get; } = depth;

        public RegionPart? Region { get; } = region;

        public AgencyEntry? Agency { get; } = agency;

        public bool IsOpen { get; set; }

        public ElementReference Element { get; set; }
    }
}
