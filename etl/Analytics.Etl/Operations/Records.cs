// What the operations tables tell. Times are UTC.
namespace Analytics.Etl.Operations;

/// <summary>Where documents of a run came from.</summary>
public enum RunOrigin
{
    /// <summary>The program's <c>load</c>.</summary>
    Command,

    /// <summary>A browser.</summary>
    Upload,

    /// <summary>The inbox folder.</summary>
    Inbox,

    /// <summary>Addresses that were fetched.</summary>
    Fetch,

    /// <summary>Documents tried again.</summary>
    Retry,

    /// <summary>All documents read again by a better extractor.</summary>
    Reread,
}

public enum RunState
{
    /// <summary>Documents may still come.</summary>
    Open,
    Running,

    /// <summary>All read again; somebody is to look at what would change.</summary>
    Review,

    /// <summary>All loaded, not visible to readers yet.</summary>
    Publishing,
    Succeeded,

    /// <summary>Something failed that was no document's fault; it can be tried again.</summary>
    Failed,
    Cancelled,
}

public enum DocumentState
{
    /// <summary>Not here yet.</summary>
    Fetching,

    /// <summary>Its bytes are on disk.</summary>
    Received,

    /// <summary>A node is reading it.</summary>
    Extracting,

    /// <summary>Read; to be loaded.</summary>
    Extracted,

    /// <summary>Read again and compared with what is loaded; to be approved.</summary>
    Compared,

    /// <summary>An archive whose documents stand beside it.</summary>
    Unpacked,
    Loaded,

    /// <summary>The same content was taken in before.</summary>
    Known,

    /// <summary>Kept, not loaded; the reason says why.</summary>
    Quarantined,

    /// <summary>Not the document's fault; it can be tried again.</summary>
    Failed,
    Cancelled,
}

public enum DocumentKind
{
    Document,
    Archive,

    /// <summary>Normalized facts.</summary>
    Facts,

    /// <summary>Who is expected to report.</summary>
    Roster,
}

/// <summary>A run with what became of its documents.</summary>
/// <param name="RunId">Sorts by time.</param>
/// <param name="Waiting">Documents that have not come to an end.</param>
/// <param name="Extracted">Of those, read and waiting to be loaded.</param>
/// <param name="Failed">Failed or cancelled.</param>
/// <param name="Facts">Values read in all.</param>
/// <param name="PublishedVersion">The version that readers see it in; null where nothing changed or it is not published yet.</param>
/// <param name="Error">What went wrong with the run as a whole.</param>
/// <param name="Total">Runs in all, of the state asked for.</param>
public sealed record RunRow(
    string RunId, string Origin, string Title, string? Author, string State, DateTime CreatedAt, DateTime? StartedAt, DateTime? FinishedAt,
    int? PublishedVersion, string? Error, long Documents, long Waiting, long Extracted, long Loaded, long Known, long Quarantined, long Failed, long Facts,
    long Total)
{
    public RunState Status => Enum.Parse<RunState>(State, ignoreCase: true);

    /// <summary>It goes on without anybody's doing.</summary>
    public bool IsActive => Status is RunState.Open or RunState.Running or RunState.Publishing;
}

/// <summary>A document's way through a run.</summary>
/// <param name="Path">Where it was given, for people.</param>
/// <param name="Sha256">Null: its bytes are not here yet.</param>
/// <param name="Reason">Why it was not loaded, or what is known of it.</param>
/// <param name="Attempts">How often a node took it up.</param>
/// <param name="Total">Documents in all, of the state asked for.</param>
public sealed record DocumentRow(
    string DocumentId, string RunId, string? ParentId, int Position, string Name, string Kind, string? Path, string? Sha256, long Bytes, string? Source,
    string State, string? Reason, string? Agency, short? Year, int Facts, int Errors, int Warnings, int Attempts, string? Node,
    DateTime ReceivedAt, DateTime? StartedAt, DateTime? ExtractedAt, DateTime? FinishedAt, long Total)
{
    public DocumentState Status => Enum.Parse<DocumentState>(State, ignoreCase: true);
}

/// <summary>A document as jobs take it up.</summary>
/// <param name="Sidecar">JSON of what came beside it.</param>
public sealed record WorkRow(
    string DocumentId, string RunId, string? ParentId, int Position, string Name, string Kind, string? Path, string? Sha256, long Bytes, string? Source,
    string? Sidecar, int Attempts, string Origin, string? ApprovedBy)
{
    /// <summary>It is compared with what is loaded before it is loaded.</summary>
    public bool IsToCompare => ApprovedBy is null && Enum.Parse<RunOrigin>(Origin, ignoreCase: true) == RunOrigin.Reread;

    /// <summary>It is read again, and what is known of it makes room.</summary>
    public bool IsAgain => Enum.Parse<RunOrigin>(Origin, ignoreCase: true) is RunOrigin.Retry or RunOrigin.Reread;

    public DocumentKind What => Enum.Parse<DocumentKind>(Kind, ignoreCase: true);
}

/// <summary>A document that is added to a run.</summary>
public sealed record NewDocument(
    string RunId, int Position, string Name, DocumentKind Kind, string? Path, string? Sha256, long Bytes, string? Source, string? Sidecar,
    DocumentState State, string? Reason = null, string? ParentId = null, string? BatchId = null, string? Node = null)
{
    public string DocumentId { get; init; } = Guid.CreateVersion7().ToString("n");
}

/// <summary>What became of a document.</summary>
public sealed record DocumentResult(
    string DocumentId, DocumentState State, string? Reason, string? Agency = null, short? Year = null, int Facts = 0, int Errors = 0, int Warnings = 0);

/// <summary>A line of a run's log.</summary>
/// <param name="Level">info, warning or error.</param>
public sealed record LogRow(DateTime LoggedAt, long Line, string Level, string Node, string Message);

/// <summary>What is going on in all runs together.</summary>
/// <param name="LoadedSince">Documents loaded since a time.</param>
/// <param name="Quarantined">Documents in quarantine that nobody has dealt with.</param>
public sealed record QueueCounts(long Queued, long Running, long LoadedSince, long Failed, long Quarantined);

/// <summary>A process that takes part.</summary>
public sealed record NodeRow(
    string Node, string Role, string Host, int ProcessId, int Cores, DateTime StartedAt, DateTime SeenAt, long InHand, long ExtractedSince);

/// <summary>A recurring job's times as set by a person.</summary>
public sealed record ScheduleRow(string Job, string Cron, bool IsEnabled, string ChangedBy, DateTime ChangedAt);

/// <summary>A document put aside.</summary>
public sealed record DismissedRow(string Sha256, string? Name, string Reason, string Author, DateTime DismissedAt);

/// <summary>A document with its place in the quarantine.</summary>
/// <param name="State">After its last attempt.</param>
/// <param name="DismissedFor">Why it was put aside; null where it was not.</param>
/// <param name="Previous">Content of the one before it in the queue.</param>
/// <param name="Next">Content of the one after it.</param>
/// <param name="Place">From 1; null where it is not in the queue.</param>
public sealed record HeldRow(
    string RunId, string Name, string? Path, string Sha256, long Bytes, string? Source, string State, string? Reason, DateTime ReceivedAt, DateTime? FinishedAt,
    string? DismissedFor, string? DismissedBy, string? Previous, string? Next, long? Place, long? Total)
{
    public DocumentState Status => Enum.Parse<DocumentState>(State, ignoreCase: true);
}

/// <summary>What would change in a cell, or in a whole document, if it were loaded as it is read now.</summary>
/// <param name="Agency">Name.</param>
/// <param name="Metric">Null: the document as a whole.</param>
/// <param name="Before">As loaded, null: not there.</param>
/// <param name="After">As read now, null: not there.</param>
/// <param name="Total">Changes in all.</param>
public sealed record ChangeRow(
    string DocumentId, string Name, string? Sha256, string? Agency, short? Year, string? Metric, string? Before, string? After, long Total);

/// <summary>An address that is listed, with what became of it when it was fetched last.</summary>
/// <param name="Agency">As the list says.</param>
/// <param name="Outcome">fetched, unchanged, refused or failed; null: not yet.</param>
public sealed record AddressRow(
    string Url, string? Agency, short? Year, string? Etag, string? LastModified, string? Sha256, DateTime? FetchedAt, string? Outcome, string? Reason,
    DateTime ListedAt, long Total);
