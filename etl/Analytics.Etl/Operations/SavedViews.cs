// Views that people keep: addresses of pages under names of their own, beside the other things that are done on this machine.
namespace Analytics.Etl.Operations;

/// <summary>A view someone keeps.</summary>
/// <param name="Name">Unique for its author.</param>
/// <param name="Address">Within the site, without the leading slash.</param>
/// <param name="SavedAt">UTC.</param>
public sealed record SavedView(string Name, string Address, DateTime SavedAt);

/// <summary>Each person's views.</summary>
public sealed class SavedViews(OperationsDatabase database, TimeProvider clock)
{
    /// <summary>Characters a name may have.</summary>
    public const int LongestName = 60;

    /// <summary>By name.</summary>
    public Task<IReadOnlyList<SavedView>> ListAsync(string author, CancellationToken cancellation) =>
        database.QueryAsync<SavedView>("Views", new Values { ["author"] = author }, cancellation);

    /// <summary>Keeps a view; one of the same name is replaced.</summary>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public Task SaveAsync(string author, string name, string address, CancellationToken cancellation)
    {
        name = name.Trim();
        if (name.Length is 0 or > LongestName) throw new ArgumentException($"The name of a view has 1 to {LongestName} characters.", nameof(name));
        return database.TransactAsync(
            [
                ("ViewForget", new Values { ["author"] = author, ["name"] = name }),
                ("ViewSave", new Values { ["author"] = author, ["name"] = name, ["address"] = address, ["now"] = OperationsDatabase.Stamp(clock.GetUtcNow()) }),
            ], cancellation);
    }

    /// <summary>Forgets a view; nothing happens where there is none of the name.</summary>
    public Task ForgetAsync(string author, string name, CancellationToken cancellation) =>
        database.ExecuteAsync("ViewForget", new Values { ["author"] = author, ["name"] = name }, cancellation);
}
