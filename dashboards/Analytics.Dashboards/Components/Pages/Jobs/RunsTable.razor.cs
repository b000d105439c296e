// The live list of runs: rows that go on are kept up to date, the list is read again when runs begin or end.
using Analytics.Dashboards.Formatting;
using Analytics.Dashboards.Jobs;
using Analytics.Etl.Operations;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboards.Components.Pages.Jobs;

/// <summary>Runs with their progress.</summary>
public sealed partial class RunsTable
{
    private const int Size = 20;
    private readonly string id = ElementIds.Next("runs");
    private List<RunRow>? rows;
    private long total;
    private (JobsState? State, string Shape) shown = (null, "");
    private string? said;

    [Parameter, EditorRequired]
    public JobsState State { get; set; } = default!;

    [Parameter, EditorRequired]
    public JobsNow Now { get; set; } = default!;

    [Inject]
    private OperationsStore Store { get; set; } = default!;

    [Inject]
    private Times Times { get; set; } = default!;

    [Inject]
    private RunActions Actions { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        if (shown == (State, Now.Shape))
        {
            var active = Now.Active.ToDictionary(run => run.RunId, StringComparer.Ordinal);
            rows = rows?.ConvertAll(row => active.GetValueOrDefault(row.RunId) ?? row);
            return;
        }
        shown = (State, Now.Shape);
        var read = await Store.RunsAsync(State.Runs, Size, (State.Page - 1) * Size, CancellationToken.None);
        (rows, total) = ([.. read], read.Count > 0 ? read[0].Total : 0);
    }

    private static string Named(string filter) => filter.Length == 0 ? "all" : filter;

    private async Task RetryAsync(RunRow run) => said = await Actions.RetryAsync(run);
}
