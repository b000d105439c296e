// Decisions of people are to be seen soon, and one publication serves all that were made one after another.
namespace Analytics.Etl.Jobs;

/// <summary>Remembers that somebody waits for a publication. Safe for use by many threads.</summary>
public sealed class PublishRequests(JobSettings settings, TimeProvider clock)
{
    private readonly Lock gate = new();
    private DateTimeOffset? first;
    private DateTimeOffset last;

    /// <summary>Whether it is time: nobody has asked for a moment, or the first has waited long enough.</summary>
    public bool IsDue
    {
        get
        {
            var now = clock.GetUtcNow();
            lock (gate) return first is { } asked && (now - last >= settings.DecisionsRest || now - asked >= settings.DecisionsAtLeast);
        }
    }

    /// <summary>Something was decided that is to be seen.</summary>
    public void Ask()
    {
        lock (gate)
        {
            last = clock.GetUtcNow();
            first ??= last;
        }
    }

    /// <summary>A publication begins: it shows all that was decided before.</summary>
    internal void Begin()
    {
        lock (gate) first = null;
    }
}
