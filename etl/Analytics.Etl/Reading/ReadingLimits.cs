// What reading one document may cost, in one place, with the reasons.
using Analytics.Sandbox;

namespace Analytics.Etl.Reading;

/// <summary>Limits of <see cref="DocumentIntake"/>.</summary>
public sealed record ReadingLimits
{
    /// <summary>
    /// Wall-clock time for one document. The slowest honest ones are converted by LibreOffice (a few seconds with its
    /// start) or scanned (a few seconds a page); what takes a minute hangs or is made to.
    /// </summary>
    public TimeSpan Document { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Wall-clock time for documents that share a run of LibreOffice. The converter itself gives up a document on which
    /// nothing has moved for a minute and goes on with the rest: there must be time for one such, and for the rest.
    /// </summary>
    public TimeSpan Batch { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>
    /// Documents that share a run of LibreOffice. Its start costs as much as ten documents; with more of them the share
    /// of the start hardly falls, and one bad document costs the others more when they are read again, each by itself.
    /// </summary>
    public int BatchDocuments { get; init; } = 25;

    /// <summary>Bytes of the documents that share a run, so that a batch is not much heavier than one document may be.</summary>
    public int BatchBytes { get; init; } = 16 << 20;

    /// <summary>
    /// Resident bytes of a worker with LibreOffice, poppler or tesseract below it. The most seen with real reports is
    /// 130 MB of ours and 330 MB with LibreOffice; twice that leaves room, and three workers still fit a machine of 4 GB.
    /// </summary>
    public long Memory { get; init; } = 800L << 20;

    /// <summary>Bytes of one answer: the contents of an archive, unpacked, or the reports of a batch.</summary>
    public int Output { get; init; } = 64 << 20;

    /// <summary>
    /// Bytes of one document as read (two for a character, some for a cell). What comes after reading takes time and
    /// memory with it, some seconds and 300 MB at this size. The largest of the reports tried has 20,000 bytes.
    /// </summary>
    public int Content { get; init; } = 4 << 20;

    /// <summary>Bytes of one file: it is held in memory here and in a worker. A scan has a third of a megabyte a page.</summary>
    public long File { get; init; } = 100L << 20;

    /// <summary>
    /// Documents in hand at a time, read or being read, because results come in the order of the files. Enough for each
    /// of a few workers to have a batch while another one fills.
    /// </summary>
    public int DocumentsInHand { get; init; } = 25 * (Environment.ProcessorCount + 2);

    /// <summary>Bytes of the documents in hand; one that is larger is taken alone.</summary>
    public long BytesInHand { get; init; } = 128L << 20;

    /// <summary>One more than there are processors: while a worker waits for its next document, or for a tool, another one works.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount + 1;

    internal SandboxOptions Options(string program, IReadOnlyList<string> arguments) => new()
    {
        FileName = program,
        Arguments = arguments,
        Workers = Workers,
        TimeLimit = Document,
        MemoryLimit = Memory,
        OutputLimit = Output,
        // Workers are many and young: 500 docx take them a third less time when their code is not compiled yet another time.
        Variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_TieredPGO"] = "0" },
    };
}
