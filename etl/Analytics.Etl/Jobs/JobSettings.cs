// How jobs run, in one place, with the reasons.
namespace Analytics.Etl.Jobs;

/// <summary>Sizes and times of jobs.</summary>
public sealed record JobSettings
{
    /// <summary>Documents of a batch: enough to keep the processes that read busy, few enough that several nodes share a run fairly.</summary>
    public int BatchDocuments { get; init; } = 100;

    /// <summary>Batches at a time on a node: while one drains another fills.</summary>
    public int BatchesAtATime { get; init; } = 2;

    /// <summary>
    /// Batches that a node has in hand: one more than it reads at a time, so that it need not wait for the next. The rest is
    /// dealt out as nodes finish, so that each reads as much as it can.
    /// </summary>
    public int BatchesInHand { get; init; } = 3;

    /// <summary>Documents whose results are kept together: what a crash costs at most.</summary>
    public int KeptTogether { get; init; } = 50;

    /// <summary>Reports of one transaction; they are in memory together.</summary>
    public int LoadedTogether { get; init; } = 1000;

    /// <summary>How long what was read waits for more to be loaded with.</summary>
    public TimeSpan LoadAtLeast { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a document is taken up before it counts as what brings the program down.</summary>
    public int MostAttempts { get; init; } = 25;

    /// <summary>How long a run with new reports goes on before readers see some of them.</summary>
    public TimeSpan PublishAtLeast { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long after a person's decision readers see it, where no other follows.</summary>
    public TimeSpan DecisionsRest { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long at most, where others follow.</summary>
    public TimeSpan DecisionsAtLeast { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a file in the inbox has not changed before it is taken in: it may still be copied.</summary>
    public TimeSpan InboxRest { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a file of the inbox that could not be kept (too large, no room) is left alone, unless it changes.</summary>
    public TimeSpan InboxAgain { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long runs that came to an end stay listed.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(180);

    /// <summary>How often a batch is tried where the machine, not a document, fails.</summary>
    public int MostRetries { get; init; } = 5;

    /// <summary>Before the first of these; each further one waits twice as long.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(2);
}
