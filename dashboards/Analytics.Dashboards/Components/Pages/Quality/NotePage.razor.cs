// A letter to an agency about its report of a year: written from the findings, taken away, and followed up.
using System.Globalization;
using Analytics.Catalog;
using Analytics.Etl.Operations;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Analytics.Dashboards.Components.Pages.Quality;

/// <summary>Writes and follows up a letter.</summary>
public sealed partial class NotePage : IAsyncDisposable
{
    /// <summary>How long an agency is given to answer unless another day is chosen.</summary>
    public const int DaysToAnswer = 15;

    internal const string DayFormat = "yyyy-MM-dd";

    private readonly CancellationTokenSource leaving = new();
    private IJSObjectReference? script;
    private AgencyHead? head;
    private IReadOnlyList<int> years = [];
    private IReadOnlyList<NoteLine> lines = [];
    private IReadOnlyList<NoteRow> notes = [];
    private int year;
    private string sender = "";
    private DateOnly due;
    private DateOnly sentOn;
    private string? letter;
    private string? translation;
    private string? told;
    private string? problem;
    private bool isCopied;
    private bool isLoaded;
    private bool isNothingPublished;

    [SupplyParameterFromQuery(Name = "agency")]
    private string? AgencyInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "year")]
    private string? YearInAddress { get; set; }

    [Inject]
    private AgencyQueries Agencies { get; set; } = default!;

    [Inject]
    private QualityQueries Quality { get; set; } = default!;

    [Inject]
    private AgencyNotes Notes { get; set; } = default!;

    [Inject]
    private NoteLetter Letters { get; set; } = default!;

    [Inject]
    private AgencyCalendar Calendar { get; set; } = default!;

    [Inject]
    private Viewer Viewer { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        leaving.Dispose();
        try
        {
            if (script is not null) await script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has left.
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if (due == default) (due, sentOn) = (Calendar.Today.AddDays(DaysToAnswer), Calendar.Today);
        (told, problem, isCopied) = (null, null, false);
        try
        {
            head = await Agencies.HeadAsync(Viewer.Scope, AgencyInAddress ?? "", leaving.Token);
            isNothingPublished = false;
            years = head?.Years.Select(known => (int)known).ToList() ?? [];
            year = AddressParts.Year(YearInAddress) is { } asked && years.Contains(asked) ? asked : years is [.., var last] ? last : 0;
            if (years.Count == 0) head = null;
            await ReloadAsync();
            isLoaded = true;
        }
        catch (NothingPublishedException)
        {
            isNothingPublished = true;
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    internal static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    internal static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private async Task ReloadAsync()
    {
        if (head is null) return;
        lines = await Quality.NoteAsync(Viewer.Scope, head.Code, new ReportYear(year), leaving.Token);
        notes = await Notes.ListAsync(head.Code, new ReportYear(year), leaving.Token);
        Write();
    }

    private void Write()
    {
        isCopied = false;
        letter = lines.Count == 0 ? null : Letters.Write(lines, sender, Calendar.Today, due);
        translation = lines.Count > 0 && MetricNames.IsEnglish ? Letters.Translate(lines, sender, Calendar.Today, due) : null;
    }

    private void SetDue(ChangeEventArgs change)
    {
        due = Day((string?)change.Value) ?? due;
        Write();
    }

    private void SetSent(ChangeEventArgs change) => sentOn = Day((string?)change.Value) ?? sentOn;

    private async Task SendAsync()
    {
        problem = null;
        try
        {
            await Notes.SendAsync(new NewNote(head!.Code, new ReportYear(year), NoteLetter.Findings(lines), letter!, sentOn, due), Viewer.Author, leaving.Token);
            told = T["Note.Noted"];
            await ReloadAsync();
        }
        catch (DecisionRefusedException e)
        {
            problem = e.Message;
        }
    }

    private async Task CopyAsync()
    {
        try
        {
            await (await ScriptAsync()).InvokeVoidAsync("copyText", "letter-text");
            isCopied = true;
        }
        catch (JSException)
        {
            // The browser does not allow it; the text can be marked and copied, or taken as a file.
        }
    }

    private async Task PrintAsync() => await (await ScriptAsync()).InvokeVoidAsync("printPage");

    private async Task<IJSObjectReference> ScriptAsync() => script ??= await Js.InvokeAsync<IJSObjectReference>("import", "/_content/Analytics.Dashboards/js/page.js");
}
