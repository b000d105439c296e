// What became of letters to agencies, asked of a file and of a PostgreSQL server alike.
using Analytics.Catalog;
using Analytics.Etl.Operations;
using Analytics.Warehouse;

namespace Analytics.Etl.Tests.Operations;

[Collection(nameof(SharedPostgres))]
public sealed class AgencyNotesTests(SharedPostgres postgres)
{
    private const string Agency = "140900.教育局";
    private static readonly DateOnly Sent = new(2026, 11, 1);
    private static readonly DateOnly Due = new(2026, 11, 16);

    [Theory, OnDuckDb, OnPostgres]
    public async Task A_letter_goes_from_sent_to_closed_with_days_and_names(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var notes = new AgencyNotes(trial.Database, trial.Clock);
        var id = await notes.SendAsync(Note(2020), "甲", default);
        Assert.Equal((NoteState.Sent, NoteState.Overdue), (await OneAsync(notes)) is { } sent ? (sent.StateOn(Due), sent.StateOn(Due.AddDays(1))) : default);

        await notes.ExtendAsync(id, Due.AddDays(5), "乙", default);
        Assert.Equal((NoteState.Sent, "乙", "甲"), (await OneAsync(notes)) is { } later ? (later.StateOn(Due.AddDays(5)), later.DueBy, later.SentBy) : default);

        await notes.AnswerAsync(id, Due, " 已重新公布 ", "丙", default);
        var answered = await OneAsync(notes);
        Assert.Equal((NoteState.Answered, "2026-11-16", "已重新公布", "丙"), (answered.StateOn(Due.AddYears(1)), answered.Answered, answered.Answer, answered.AnsweredBy));

        await notes.CloseAsync(id, Due.AddDays(1), "核实无误", "丁", default);
        var closed = await OneAsync(notes);
        Assert.Equal((NoteState.Closed, "2026-11-17", "核实无误", "丁", "函", 3), (closed.StateOn(Due), closed.Closed, closed.Closing, closed.ClosedBy, closed.Letter, closed.Findings));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task Letters_of_one_agency_and_year_are_found_and_what_is_due_comes_first(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var notes = new AgencyNotes(trial.Database, trial.Clock);
        var answered = await notes.SendAsync(Note(2019), "甲", default);
        await notes.AnswerAsync(answered, Sent, "好", "甲", default);
        await notes.SendAsync(Note(2020), "甲", default);
        await notes.SendAsync(Note(2021) with { DueOn = Due.AddDays(-3) }, "甲", default);

        Assert.Equal([2021, 2020, 2019], (await notes.ListAsync(null, null, default)).Select(note => note.Year));
        Assert.Equal(2020, Assert.Single(await notes.ListAsync(Agency, new ReportYear(2020), default)).Year);
        Assert.Empty(await notes.ListAsync("other", null, default));
    }

    [Theory, OnDuckDb, OnPostgres]
    public async Task What_does_not_fit_is_refused_and_nothing_changes(string kind)
    {
        await using var trial = await Trial.OpenAsync(kind, postgres);
        var notes = new AgencyNotes(trial.Database, trial.Clock);
        await RefusedAsync(() => notes.SendAsync(Note(2020) with { DueOn = Sent.AddDays(-1) }, "甲", default));
        Assert.Empty(await notes.ListAsync(null, null, default));

        var id = await notes.SendAsync(Note(2020), "甲", default);
        await RefusedAsync(() => notes.ExtendAsync(id, Sent.AddDays(-1), "甲", default));
        await RefusedAsync(() => notes.AnswerAsync(id, Sent.AddDays(-1), "好", "甲", default));
        await RefusedAsync(() => notes.AnswerAsync(id, Due, " ", "甲", default));
        await RefusedAsync(() => notes.CloseAsync(id, Due, "", "甲", default));
        await RefusedAsync(() => notes.CloseAsync("none", Due, "好", "甲", default));
        Assert.Equal(NoteState.Sent, (await OneAsync(notes)).StateOn(Due));

        await notes.CloseAsync(id, Due, "好", "甲", default);
        await RefusedAsync(() => notes.AnswerAsync(id, Due, "好", "甲", default));
        Assert.Null((await OneAsync(notes)).Answered);
    }

    private static NewNote Note(int year) => new(Agency, new ReportYear(year), 3, "函", Sent, Due);

    private static async Task<NoteRow> OneAsync(AgencyNotes notes) => Assert.Single(await notes.ListAsync(null, null, default));

    private static Task RefusedAsync(Func<Task> work) => Assert.ThrowsAsync<DecisionRefusedException>(work);
}
