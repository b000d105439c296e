// The writing side of the warehouse: owns the data folder, loads and publishes.
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Warehouse;

/// <summary>A document that is taken in already.</summary>
/// <param name="Sha256">Of its bytes.</param>
/// <param name="IsLoaded">False where it is quarantined.</param>
/// <param name="Reason">Why it is quarantined.</param>
public sealed record KnownDocument(string Sha256, bool IsLoaded, string? Reason);

/// <summary>The one writer of a data folder. Safe for use by many threads; calls queue up.</summary>
public sealed class WarehouseWriter : IDisposable
{
    private readonly IDisposable owned;
    private readonly WriterDatabase writer;
    private readonly Loader loader;
    private readonly Publisher publisher;
    private readonly Marts marts;
    private readonly Decisions decisions;

    private WarehouseWriter(
        IDisposable owned, WriterDatabase writer, Loader loader, Publisher publisher, Marts marts, WideSql wide, Decisions decisions)
    {
        this.owned = owned;
        this.writer = writer;
        this.loader = loader;
        this.publisher = publisher;
        this.marts = marts;
        Wide = wide;
        this.decisions = decisions;
    }

    /// <summary>The statements made from the catalog.</summary>
    internal WideSql Wide { get; }

    /// <summary>Opens or creates the warehouse of a folder, its schema and definitions brought up to date.</summary>
    /// <exception cref="DataFolderInUseException">Another process owns the folder.</exception>
    /// <exception cref="SchemaMismatchException">The warehouse was written by a newer program.</exception>
    public static async Task<WarehouseWriter> OpenAsync(DataFolder folder, CatalogData catalog, TimeProvider clock, CancellationToken cancellation)
    {
        var taken = folder.Own();
        WriterDatabase? database = null;
        try
        {
            database = new WriterDatabase(folder.Warehouse);
            await Migrations.ApplyAsync(database, clock, cancellation);
            var isNew = await Dimensions.FillAsync(database, catalog, cancellation);
            var numbers = await MetricNumbers.ReadAsync(database, cancellation);
            var wide = new WideSql(catalog, numbers);
            var readModels = new Marts(wide, catalog.Pinyin);
            if (isNew) await readModels.RebuildAsync(database, cancellation);
            var labels = await LabelBook.ReadAsync(database, cancellation);
            var loading = new Loader(database, new ReportCells(numbers, labels), labels, new SourceRanks(), wide, clock);
            return new WarehouseWriter(taken, database, loading, new Publisher(database, readModels, folder), readModels, wide, new Decisions(database, catalog, clock));
        }
        catch
        {
            database?.Dispose();
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Which of these documents are taken in already.</summary>
    public Task<IReadOnlyList<KnownDocument>> KnownAsync(IEnumerable<string> hashes, CancellationToken cancellation) =>
        writer.RunAsync(session => session.QueryAsync<KnownDocument>("load/KnownDocuments", new SqlParameters { ["hashes"] = hashes.ToList() }), cancellation);

    /// <summary>What documents are loaded as.</summary>
    public Task<IReadOnlyList<ReadCell>> CellsOfAsync(IEnumerable<string> hashes, CancellationToken cancellation) =>
        writer.RunAsync(session => session.QueryAsync<ReadCell>("load/ReadCells", new SqlParameters { ["hashes"] = hashes.ToList() }), cancellation);

    /// <summary>Documents that another extractor than this read, the newest first.</summary>
    public Task<IReadOnlyList<ReadDocument>> ReadByOthersAsync(string version, CancellationToken cancellation) =>
        writer.RunAsync(session => session.QueryAsync<ReadDocument>("load/ReadDocuments", new SqlParameters { ["version"] = version }), cancellation);

    /// <summary>Whether the loaded reports are synthetic; null where none is loaded.</summary>
    public Task<bool?> IsSyntheticAsync(CancellationToken cancellation) => loader.IsSyntheticAsync(cancellation);

    /// <summary>Loads a batch, all of it or nothing. What is known already is left as it is.</summary>
    /// <exception cref="MixedReportsException">Real and synthetic reports would come together; nothing is loaded.</exception>
    public Task LoadAsync(IReadOnlyList<LoadItem> items, CancellationToken cancellation) => loader.LoadAsync(items, cancellation);

    /// <summary>Takes in who is expected to report. What was expected of the agencies it names is replaced; others stay.</summary>
    /// <param name="source">Name of the file.</param>
    public Task LoadRosterAsync(IReadOnlyList<RosterEntry> entries, string source, CancellationToken cancellation) => Roster.LoadAsync(writer, entries, source, cancellation);

    /// <summary>Puts a person's value in the place of a printed one, from the next publication on. The printed value stays
    /// visible, and the correction counts as long as the current report prints what it expects.</summary>
    /// <exception cref="DecisionRefusedException">The cell prints something else, or something is lacking; the message says what.</exception>
    public Task CorrectAsync(CellKey cell, CellValue expected, CellValue corrected, string reason, string author, CancellationToken cancellation) =>
        decisions.CorrectAsync(cell, expected, corrected, reason, author, cancellation);

    /// <summary>Takes the corrections of a cell back.</summary>
    /// <exception cref="DecisionRefusedException">There is none.</exception>
    public Task WithdrawAsync(CellKey cell, string author, CancellationToken cancellation) => decisions.WithdrawAsync(cell, author, cancellation);

    /// <summary>Decides about findings, any number of them at once; what is derived from them follows at the next publication.</summary>
    /// <exception cref="DecisionRefusedException">One is not found any more, or something is lacking; nothing is changed.</exception>
    public Task MarkFindingsAsync(IReadOnlyList<FindingKey> findings, FindingState state, string reason, string author, CancellationToken cancellation) =>
        decisions.MarkAsync(findings, state, reason, author, cancellation);

    /// <summary>Says who reports in a document and on which year; it counts when the document is read again.</summary>
    /// <exception cref="DecisionRefusedException">Something is lacking; the message says what.</exception>
    public Task AssignAsync(
        string sha256, RegionCode region, string agency, ReportYear year, ReportScope scope, string reason, string author, CancellationToken cancellation) =>
        decisions.AssignAsync(sha256, region, agency, year, scope, reason, author, cancellation);

    /// <summary>What people said of documents.</summary>
    public Task<IReadOnlyList<Assignment>> AssignmentsAsync(IEnumerable<string> hashes, CancellationToken cancellation) =>
        writer.RunAsync(session => session.QueryAsync<Assignment>("decisions/Assigned", new SqlParameters { ["hashes"] = hashes.ToList() }), cancellation);

    /// <summary>Whether something was loaded or decided that no publication has shown yet.</summary>
    public async Task<bool> IsWaitingAsync(CancellationToken cancellation) => (await writer.RunAsync(session => session.QueryAsync<long>("marts/Waiting"), cancellation))[0] > 0;

    /// <summary>Makes what is loaded visible to readers; returns the new version.</summary>
    /// <exception cref="PublishException">The copy could not be made; the version before goes on serving.</exception>
    public Task<int> PublishAsync(CancellationToken cancellation) => publisher.PublishAsync(cancellation);

    /// <summary>Publishes anew where what readers see was made by another version of the program; returns the new version then.</summary>
    /// <exception cref="PublishException">The copy could not be made.</exception>
    public Task<int?> CatchUpAsync(CancellationToken cancellation) => publisher.CatchUpAsync(cancellation);

    /// <summary>Takes readers back to an earlier version, until the next publication.</summary>
    /// <exception cref="PublishException">There is no such version, or another version of the program made it.</exception>
    public Task RollBackAsync(int version, CancellationToken cancellation) => publisher.RollBackAsync(version, cancellation);

    /// <summary>Writes a consistent copy of the warehouse and all documents into one file; loading waits for its first part only.</summary>
    /// <param name="operations">A copy of the operations tables, made before; null where they are not in the folder.</param>
    /// <exception cref="BackupException">It could not be written.</exception>
    public Task BackUpAsync(string target, string? operations, CancellationToken cancellation) => publisher.BackUpAsync(Path.GetFullPath(target), operations, cancellation);

    /// <summary>Fills an empty data folder from a backup and publishes it; returns the version.</summary>
    /// <exception cref="BackupException">The folder holds a warehouse, or the file is no sound backup.</exception>
    public static Task<int> RestoreAsync(DataFolder folder, string source, CatalogData catalog, TimeProvider clock, CancellationToken cancellation) =>
        Backup.RestoreAsync(folder, Path.GetFullPath(source), catalog, clock, cancellation);

    /// <summary>One text for all that is loaded and found: the same documents in any order give the same.</summary>
    public async Task<string> ContentHashAsync(CancellationToken cancellation) =>
        (await writer.RunAsync(session => session.QueryAsync<string>("load/ContentHash"), cancellation))[0];

    /// <summary>Runs the rules over years and between reports for all reports, whatever changed; publish to show what they find.</summary>
    public Task RecheckAsync(CancellationToken cancellation) => marts.RecheckAsync(writer, cancellation);

    /// <summary>Counts what the rules find in all current reports, R01–R04 among them; writes nothing.</summary>
    public Task<IReadOnlyList<RuleCount>> CountBreachesAsync(CancellationToken cancellation) => marts.CountAsync(writer, cancellation);

    /// <summary>Runs the checks of <c>sql/checks</c>.</summary>
    public Task<IReadOnlyList<CheckResult>> CheckAsync(CancellationToken cancellation) => IntegrityChecks.RunAsync(writer, cancellation);

    public void Dispose()
    {
        writer.Dispose();
        owned.Dispose();
    }
}
