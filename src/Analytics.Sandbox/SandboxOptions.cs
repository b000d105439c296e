// What a pool is told: which program its workers are, and what one request may cost.
namespace Analytics.Sandbox;

/// <summary>Settings of a <see cref="SandboxPool"/>. Only the command has no default.</summary>
public sealed record SandboxOptions
{
    /// <summary>The worker's program, by path or found in PATH. It must call <see cref="SandboxWorker.RunAsync"/> and print nothing before.</summary>
    public required string FileName { get; init; }

    /// <summary>Arguments of the worker's program, each passed as it is.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>How many workers may run at a time, at least 1. They are started as they are needed.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>How long a worker may take from its start to its first sign of life.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Wall-clock time for one request, counted from when a worker is given it; waiting in the queue is free. A request may bring its own.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Resident bytes of a worker with all its descendants. Looked at ten times a second, a hundred times once half is
    /// reached, so that a process which grows fast passes it by a little; pages that two processes share count twice.
    /// </summary>
    public long MemoryLimit { get; init; } = 800L << 20;

    /// <summary>Bytes of the worker's own managed heap (DOTNET_GCHeapHardLimit). Null: no limit but <see cref="MemoryLimit"/>.</summary>
    public long? HeapLimit { get; init; } = 300L << 20;

    /// <summary>Bytes of one response.</summary>
    public int OutputLimit { get; init; } = 64 << 20;

    /// <summary>A worker is replaced after this many requests, so that what leaks cannot add up.</summary>
    public int RequestsPerWorker { get; init; } = 20_000;

    /// <summary>False starts workers with the network as it is.</summary>
    public bool IsolateNetwork { get; init; } = true;

    /// <summary>
    /// Variables that workers get besides PATH, LANG and DOTNET_* of this process and their own HOME and TMPDIR. Nothing
    /// else is inherited.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where the pool makes the workers' private folders; deleted with the worker, or by a later pool if this process was killed.</summary>
    public string TemporaryFolder { get; init; } = Path.GetTempPath();
}
