// What became of an address.
using Analytics.Documents;

namespace Analytics.Etl.Fetching;

public enum FetchOutcome
{
    /// <summary>The document is here.</summary>
    Fetched,

    /// <summary>It is as it was when it was fetched before.</summary>
    Unchanged,

    /// <summary>It may not be fetched: the list of hosts, robots.txt or the address forbid it. A person has to change something.</summary>
    Refused,

    /// <summary>It could not be had.</summary>
    Failed,
}

/// <summary>What a site said of a document when it was fetched before, so that it is not sent again unchanged.</summary>
/// <param name="ETag">As it came.</param>
/// <param name="LastModified">As it came.</param>
public sealed record FetchedBefore(string? ETag, string? LastModified);

/// <summary>A fetched document. Whoever asked for it moves or deletes the file.</summary>
/// <param name="Path">In the folder given to the fetcher.</param>
/// <param name="Name">As the site calls it, without folders: "年度报告.docx".</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Of the bytes.</param>
public sealed record FetchedFile(string Path, string Name, long Length, Sha256Hash Sha256);

/// <summary>What became of an address.</summary>
/// <param name="Outcome">Fetched, unchanged, refused or failed.</param>
/// <param name="Address">As asked for.</param>
/// <param name="FinalAddress">Where redirects led, as far as they were followed.</param>
/// <param name="At">When the answer was complete.</param>
/// <param name="Reason">Chinese: why there is no document and what to do; null where there is one or it is unchanged.</param>
/// <param name="File">Null unless fetched.</param>
/// <param name="ETag">For the next time; null where the site gives none.</param>
/// <param name="LastModified">For the next time; null where the site gives none.</param>
/// <param name="TryAgainAfter">The failure may pass: the earliest time at which to try again, counted from <paramref name="At"/>; null where it will not.</param>
public sealed record FetchResult(
    FetchOutcome Outcome, Uri Address, Uri FinalAddress, DateTimeOffset At, string? Reason,
    FetchedFile? File = null, string? ETag = null, string? LastModified = null, TimeSpan? TryAgainAfter = null);
