// Recurring jobs, and when they run.
using Analytics.Dashboards.Formatting;
using Analytics.Dashboards.Jobs;
using Analytics.Etl.Jobs;
using Microsoft.AspNetCore.Components;

namespace Analytics.Dashboards.Components.Pages.Jobs;

/// <summary>Shows and sets the times of recurring jobs.</summary>
public sealed partial class SchedulesTab
{
    private readonly string id = ElementIds.Next("schedules");
    private IReadOnlyList<JobSchedule>? schedules;
    private string? edited;
    private string cron = "";
    private bool isEnabled;
    private string? problem;
    private string? said;

    /// <summary>Each look at the jobs is a reason to look when they run next.</summary>
    [Parameter, EditorRequired]
    public JobsNow Now { get; set; } = default!;

    [Inject]
    private JobSchedules Schedules { get; set; } = default!;

    [Inject]
    private CronWords Words { get; set; } = default!;

    [Inject]
    private Viewer Viewer { get; set; } = default!;

    protected override async Task OnParametersSetAsync() => schedules = await Schedules.AllAsync(CancellationToken.None);

    private void Edit(JobSchedule schedule)
    {
        (edited, cron, isEnabled) = (schedule.Job, schedule.Cron, schedule.IsEnabled);
        (problem, said) = (null, null);
    }

    private async Task SaveAsync()
    {
        try
        {
            await Schedules.SetAsync(edited!, cron.Trim(), isEnabled, Viewer.Author, CancellationToken.None);
            said = T["Schedule.Saved", T["Schedule." + edited]];
            edited = null;
            schedules = await Schedules.AllAsync(CancellationToken.None);
        }
        catch (ScheduleRefusedException e)
        {
            problem = e.Message;
        }
    }

    private async Task RunAsync(JobSchedule schedule)
    {
        await Schedules.RunNowAsync(schedule.Job, CancellationToken.None);
        said = T["Schedule.Started", T["Schedule." + schedule.Job]];
    }
}
