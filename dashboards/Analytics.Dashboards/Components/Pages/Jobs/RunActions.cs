// What a person does to a run, asked before it is done.
using Analytics.Etl.Jobs;
using Analytics.Etl.Operations;
using Microsoft.Extensions.Localization;
using Radzen;

namespace Analytics.Dashboards.Components.Pages.Jobs;

/// <summary>Cancels runs and tries their failed documents again.</summary>
public sealed class RunActions(JobCenter jobs, OperationsStore store, DialogService dialogs, Viewer viewer, IStringLocalizer<Texts> texts)
{
    /// <summary>Cancels a run if the person really wants it.</summary>
    public async Task CancelAsync(RunRow run)
    {
        var answer = await JobQuestion.AskAsync(dialogs, texts["Run.CancelTitle"], texts["Run.CancelText", run.Title], texts["Run.CancelYes"]);
        if (answer is not null) await jobs.CancelAsync(run.RunId, viewer.Author, CancellationToken.None);
    }

    /// <summary>Tries documents of a run again that failed and were not tried again since.</summary>
    /// <returns>What to tell the person.</returns>
    public async Task<string> RetryAsync(RunRow run)
    {
        var failed = await store.FailedAsync(run.RunId, CancellationToken.None);
        if (failed.Count == 0) return texts["Run.NothingToRetry"];
        await jobs.RetryAsync(failed.Select(row => row.Sha256!).Distinct(StringComparer.Ordinal).ToList(), viewer.Author, CancellationToken.None);
        return texts["Run.Retried", failed.Count];
    }
}
