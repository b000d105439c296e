// Marks findings after asking for the reason: open ones as explained, those that were dealt with as open again.
using Analytics.Dashboards.Components.Pages.Jobs;
using Analytics.Warehouse;
using Microsoft.Extensions.Localization;
using Radzen;

namespace Analytics.Dashboards.Components.Pages.Review;

/// <summary>Asks and marks.</summary>
public sealed class FindingMarks(WarehouseWriter writer, DialogService dialogs, Viewer viewer, IStringLocalizer<Texts> texts)
{
    /// <param name="findings">All in the same state.</param>
    /// <returns>Whether they were marked: the person may not want to.</returns>
    /// <exception cref="DecisionRefusedException">One is not found any more; none is marked.</exception>
    public async Task<bool> AskAsync(IReadOnlyList<ListedFinding> findings, CancellationToken cancellation)
    {
        if (findings.Count == 0) return false;
        var isOpen = findings[0].State == "open";
        var reason = isOpen
            ? await JobQuestion.AskAsync(dialogs, texts["Findings.ExplainTitle"], texts["Findings.ExplainText", findings.Count], texts["Findings.Explain"], texts["Findings.ExplainReason"])
            : await JobQuestion.AskAsync(dialogs, texts["Findings.ReopenTitle"], texts["Findings.ReopenText", findings.Count], texts["Findings.Reopen"], texts["Findings.ReopenReason"]);
        if (reason is null) return false;
        await writer.MarkFindingsAsync(findings.Select(FindingsState.KeyOf).ToList(), isOpen ? FindingState.Explained : FindingState.Open, reason, viewer.Author, cancellation);
        return true;
    }
}
