// What came of one request.
using System.Net;

namespace Analytics.Etl.Fetching;

/// <summary>What came of one request.</summary>
internal abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>The body was written to where it was to go.</summary>
    /// <param name="Disposition">Content-Disposition as its bytes (Latin-1).</param>
    public sealed record Here(string? Disposition, string? ETag, string? LastModified) : Answer;

    /// <summary>It is as it was before.</summary>
    public sealed record Unchanged(string? ETag, string? LastModified) : Answer;

    /// <summary>It stands elsewhere.</summary>
    public sealed record Elsewhere(Uri To) : Answer;

    /// <summary>Nothing came.</summary>
    /// <param name="Outcome">Refused or failed.</param>
    /// <param name="Reason">Chinese: why, and what to do.</param>
    /// <param name="MayPass">Another try may bring it.</param>
    /// <param name="Wait">When, as the site says; null where it does not.</param>
    /// <param name="Status">The site's answer, null where there was none.</param>
    public sealed record Problem(FetchOutcome Outcome, string Reason, bool MayPass = false, TimeSpan? Wait = null, HttpStatusCode? Status = null) : Answer;
}
