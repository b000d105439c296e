// Letters sent to agencies about their reports, and their follow-up: sent, answered, due, closed.
using System.Globalization;
using Analytics.Catalog;
using Analytics.Warehouse;

namespace Analytics.Etl.Operations;

/// <summary>How a letter stands.</summary>
public enum NoteState
{
    /// <summary>The day is over and there is no answer.</summary>
    Overdue,

    /// <summary>Sent; the answer is not due yet.</summary>
    Sent,

    /// <summary>There is an answer; somebody is to look whether the report is mended.</summary>
    Answered,
    Closed,
}

/// <summary>A letter that was sent. Days are written as the tables keep them, yyyy-MM-dd.</summary>
/// <param name="Agency">Code.</param>
/// <param name="Year">Of the report.</param>
/// <param name="Findings">That the letter names.</param>
/// <param name="Letter">As sent.</param>
/// <param name="DueBy">Who set the day last.</param>
/// <param name="AnsweredBy">Who noted the answer.</param>
/// <param name="Closing">How it ended.</param>
public sealed record NoteRow(
    string NoteId, string Agency, short Year, int Findings, string Letter, string Sent, string SentBy, string Due, string DueBy,
    string? Answered, string? AnsweredBy, string? Answer, string? Closed, string? ClosedBy, string? Closing)
{
    /// <summary>By when an answer is asked for.</summary>
    public DateOnly DueOn => DateOnly.ParseExact(Due, AgencyNotes.Day, CultureInfo.InvariantCulture);

    /// <summary>When it was sent.</summary>
    public DateOnly SentOn => DateOnly.ParseExact(Sent, AgencyNotes.Day, CultureInfo.InvariantCulture);

    /// <summary>How it stands on a day.</summary>
    public NoteState StateOn(DateOnly day) => this switch
    {
        { Closed: not null } => NoteState.Closed,
        { Answered: not null } => NoteState.Answered,
        _ when DueOn < day => NoteState.Overdue,
        _ => NoteState.Sent,
    };
}

/// <summary>A letter to be noted as sent.</summary>
/// <param name="Agency">Code.</param>
public sealed record NewNote(string Agency, ReportYear Year, int Findings, string Letter, DateOnly SentOn, DateOnly DueOn);

/// <summary>Letters to agencies, in the operations tables: they are work in hand, seen by all at once without a publication.</summary>
public sealed class AgencyNotes(OperationsDatabase database, TimeProvider clock)
{
    internal const string Day = "yyyy-MM-dd";

    /// <summary>Letters, those that wait for an answer first.</summary>
    /// <param name="agency">Code; null is any.</param>
    /// <param name="year">Of the report; null is any.</param>
    public Task<IReadOnlyList<NoteRow>> ListAsync(string? agency, ReportYear? year, CancellationToken cancellation) =>
        database.QueryAsync<NoteRow>("Notes", new Values { ["note_id"] = "", ["agency"] = agency ?? "", ["year"] = year?.Value ?? 0 }, cancellation);

    /// <summary>Notes that a letter was sent.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="DecisionRefusedException">The days do not fit; the message says what to do.</exception>
    public async Task<string> SendAsync(NewNote note, string author, CancellationToken cancellation)
    {
        if (note.DueOn < note.SentOn) throw new DecisionRefusedException("回复期限不能早于发函日期，请改填日期。");
        var id = Guid.CreateVersion7().ToString("n");
        await database.ExecuteAsync("NoteAdd", new Values
        {
            ["note_id"] = id,
            ["agency"] = note.Agency,
            ["year"] = (short)note.Year.Value,
            ["findings"] = note.Findings,
            ["letter"] = note.Letter,
            ["sent_on"] = Text(note.SentOn),
            ["due_on"] = Text(note.DueOn),
            ["author"] = author,
            ["now"] = Now,
        }, cancellation);
        return id;
    }

    /// <summary>Sets another day by which an answer is asked for.</summary>
    /// <exception cref="DecisionRefusedException">The letter is closed or not known, or the day is before it was sent; the message says what to do.</exception>
    public async Task ExtendAsync(string note, DateOnly due, string author, CancellationToken cancellation)
    {
        if (due < (await OpenAsync(note, cancellation)).SentOn) throw new DecisionRefusedException("回复期限不能早于发函日期，请改填日期。");
        await database.ExecuteAsync("NoteDue", new Values { ["note_id"] = note, ["due_on"] = Text(due), ["author"] = author, ["now"] = Now }, cancellation);
    }

    /// <summary>Notes what the agency answered.</summary>
    /// <exception cref="DecisionRefusedException">The letter is closed or not known, something is lacking, or the day is before it was sent; the message says what to do.</exception>
    public async Task AnswerAsync(string note, DateOnly on, string answer, string author, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(answer)) throw new DecisionRefusedException("请写明机关如何答复。");
        if (on < (await OpenAsync(note, cancellation)).SentOn) throw new DecisionRefusedException("答复日期不能早于发函日期，请改填日期。");
        await database.ExecuteAsync("NoteAnswered", new Values { ["note_id"] = note, ["answered_on"] = Text(on), ["answer"] = answer.Trim(), ["author"] = author, ["now"] = Now }, cancellation);
    }

    /// <summary>Closes a letter.</summary>
    /// <exception cref="DecisionRefusedException">The letter is closed already or not known, something is lacking, or the day is before it was sent; the message says what to do.</exception>
    public async Task CloseAsync(string note, DateOnly on, string closing, string author, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(closing)) throw new DecisionRefusedException("请写明如何办结，例如“机关已重新公布”。");
        if (on < (await OpenAsync(note, cancellation)).SentOn) throw new DecisionRefusedException("办结日期不能早于发函日期，请改填日期。");
        await database.ExecuteAsync("NoteClosed", new Values { ["note_id"] = note, ["closed_on"] = Text(on), ["closing"] = closing.Trim(), ["author"] = author, ["now"] = Now }, cancellation);
    }

    private DateTime Now => OperationsDatabase.Stamp(clock.GetUtcNow());

    private async Task<NoteRow> OpenAsync(string note, CancellationToken cancellation) =>
        (await database.QueryAsync<NoteRow>("Notes", new Values { ["note_id"] = note, ["agency"] = "", ["year"] = 0 }, cancellation)).SingleOrDefault() is { Closed: null } open
            ? open
            : throw new DecisionRefusedException("这份函已办结或不存在，可能已被他人处理。请刷新页面。");

    private static string Text(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);
}
