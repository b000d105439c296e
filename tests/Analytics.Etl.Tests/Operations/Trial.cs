// Operations tables of a test's own, with a clock that stands still and two nodes.
using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Analytics.Documents;
using Analytics.Etl.Operations;
using Analytics.Warehouse;

namespace Analytics.Etl.Tests.Operations;

internal sealed class Trial : IAsyncDisposable
{
    private readonly string place;

    private Trial(string place, OperationsDatabase database, string? connection)
    {
        this.place = place;
        Database = database;
        Connection = connection;
        Store = new OperationsStore(database, Clock);
    }

    public StandingClock Clock { get; } = new();

    public OperationsDatabase Database { get; }

    public string? Connection { get; }

    public OperationsStore Store { get; }

    public NodeIdentity Owner { get; } = new("owner-1", true, DateTimeOffset.UnixEpoch);

    public NodeIdentity Worker { get; } = new("worker-2", false, DateTimeOffset.UnixEpoch);

    public DataFolder Folder => new(place);

    /// <param name="kind">duckdb or postgres.</param>
    public static async Task<Trial> OpenAsync(string kind, SharedPostgres postgres)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-operations-").FullName;
        var connection = kind == "postgres" ? await postgres.CreateAsync() : null;
        return new Trial(folder, await OperationsDatabase.OpenAsync(new DataFolder(folder), connection, new StandingClock(), default), connection);
    }

    /// <summary>A document of a run; what it holds follows from its name.</summary>
    public static NewDocument Document(string run, int position, string name, DocumentState state = DocumentState.Received, DocumentKind kind = DocumentKind.Document) =>
        new(run, position, name, kind, $"/somewhere/{name}", Sha256(name), 100 + position, null, null, state, state is DocumentState.Quarantined ? "不是年度报告" : null);

    public static string Sha256(string name) => Sha256Hash.Of(System.Text.Encoding.UTF8.GetBytes(name)).ToString();

    /// <summary>A run of documents named 0, 1, 2…, all in one batch.</summary>
    public async Task<(string Run, string Batch, IReadOnlyList<NewDocument> Documents)> BatchAsync(int count, string batch = "batch", string node = "node")
    {
        var run = await Store.AddRunAsync(RunOrigin.Command, "一批", "测试", default);
        var documents = Enumerable.Range(0, count).Select(i => Document(run, i, string.Create(CultureInfo.InvariantCulture, $"{batch}-{i}.txt"))).ToList();
        await Store.AddDocumentsAsync(documents, default);
        await Store.CloseRunAsync(run, default);
        await Store.AssignAsync(batch, node, documents.ConvertAll(document => document.DocumentId), default);
        return (run, batch, documents);
    }

    public async Task<IReadOnlyList<DocumentRow>> DocumentsAsync(string run) => await Store.DocumentsAsync(run, null, int.MaxValue, 0, default);

    /// <summary>State and reason of each document of a run, in its order.</summary>
    public async Task<IReadOnlyList<string>> StatesAsync(string run) => (await DocumentsAsync(run)).Select(row => row.Reason is null ? row.State : $"{row.State}：{row.Reason}").ToList();

    /// <summary>Writes lines to the log of runs.</summary>
    public Task LogAsync(params (string Run, int Seconds, long Line, string Level, string Message)[] lines) => Database.ExecuteAsync("LogAdd", new Values
    {
        ["run_id"] = lines.Select(line => line.Run).ToArray(),
        ["logged_at"] = lines.Select(line => OperationsDatabase.Stamp(Clock.GetUtcNow().AddSeconds(line.Seconds))).ToArray(),
        ["line"] = lines.Select(line => line.Line).ToArray(),
        ["level"] = lines.Select(line => line.Level).ToArray(),
        ["message"] = lines.Select(line => line.Message).ToArray(),
        ["node"] = Owner.Name,
    }, default);

    /// <summary>Statements of <c>sql/operations</c> that nobody has run on this database.</summary>
    public IEnumerable<string> NeverRun() => Sql.In("operations").Where(path => !path.Contains("/schema/", StringComparison.Ordinal))
        .Select(path => path[(path.LastIndexOf('/') + 1)..]).Except(Texts(Database).Keys, StringComparer.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(place, recursive: true);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "texts")]
    private static extern ref ConcurrentDictionary<string, string> Texts(OperationsDatabase database);

    /// <summary>Time that passes when told to.</summary>
    internal sealed class StandingClock : TimeProvider
    {
        private DateTimeOffset now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => now;

        public void Pass(TimeSpan time) => now += time;
    }
}
