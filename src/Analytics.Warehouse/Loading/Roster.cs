// Who is expected to report: what coverage and lateness are told by.
namespace Analytics.Warehouse;

/// <summary>An agency that is expected to report.</summary>
/// <param name="Agency">Known or not.</param>
/// <param name="FirstYear">First report year.</param>
/// <param name="LastYear">Last report year; null: still expected.</param>
public sealed record RosterEntry(Catalog.Agency Agency, Catalog.ReportYear FirstYear, Catalog.ReportYear? LastYear);

internal static class Roster
{
    /// <summary>Loads a roster: what was expected of the agencies it names is replaced, others stay as they are.</summary>
    /// <param name="source">Name of the file.</param>
    public static Task LoadAsync(WriterDatabase writer, IReadOnlyList<RosterEntry> entries, string source, CancellationToken cancellation) => writer.RunAsync(async session =>
    {
        await session.ExecuteAsync("load/RosterStaging");
        session.Stage("roster", entries.Select(entry => new RosterRow(
            LoadReport.CodeOf(entry.Agency), entry.Agency.Name, entry.Agency.ShortName, entry.Agency.Office, entry.Agency.Region?.Value, entry.Agency.Sector,
            (short)entry.FirstYear.Value, (short?)entry.LastYear?.Value, source)));
        return await session.TransactAsync(async () =>
        {
            await session.ExecuteAsync("load/Roster");
            return true;
        });
    }, cancellation);
}
