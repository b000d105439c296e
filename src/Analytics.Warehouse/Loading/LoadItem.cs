// What the loader takes: reports and documents in the warehouse's own terms.
using System.Security.Cryptography;
using System.Text;
using Analytics.Catalog;

namespace Analytics.Warehouse;

/// <summary>State of a value: number, blank (printed empty) or unread (printed, without an honest reading).</summary>
public enum ValueState
{
    Number,
    Blank,
    Unread,
}

/// <summary>One value with the place it was printed at.</summary>
/// <param name="Metric">What it is.</param>
/// <param name="State">Number, blank or unread.</param>
/// <param name="Value">Null unless a number; at most twelve digits before and six after the point.</param>
/// <param name="HasUnit">False for an amount of money without a printed unit.</param>
/// <param name="Cell">Where it was printed.</param>
public sealed record LoadValue(MetricKey Metric, ValueState State, decimal? Value, bool HasUnit, LoadCell Cell)
{
    private const decimal Limit = 1_000_000_000_000;

    /// <summary>Whether the warehouse holds the number exactly: at most twelve digits before the point and six after it.</summary>
    public static bool Fits(decimal number) => Math.Abs(number) < Limit && (number.Scale <= 6 || decimal.Truncate(number * 1_000_000) == number * 1_000_000);
}

/// <summary>Where a value was printed; positions count from 1, null where the format has none.</summary>
public sealed record LoadCell(
    int FormTable, int? Grid, int? Row, int? Column, int? Line, int? Page, string Text, string? Unit, string RowLabel, string ColumnLabel, bool IsOcr);

/// <summary>What was read out of a document.</summary>
public sealed record LoadReport(
    Agency Agency, string? AgencyPrinted, ReportYear Year, ReportScope Scope, IReadOnlyDictionary<string, string> Forms,
    IReadOnlyList<LoadValue> Values, IReadOnlyList<Finding> Findings)
{
    /// <summary>Region and office make the body, however its name is printed.</summary>
    public static string CodeOf(Agency agency) => agency.Region is { } region ? $"{region.Value}.{agency.Office}".TrimEnd('.') : $"-.{agency.Name}";

    // Part of what is hashed: these names never change.
    private static string NameOf(ValueState state) => state switch
    {
        ValueState.Number => "Number",
        ValueState.Blank => "Blank",
        _ => "Unread",
    };

    /// <summary>SHA-256 of metrics, states and values: two copies of the same facts have the same.</summary>
    public string FactsSha256() => Hash(Values.OrderBy(value => value.Metric));

    /// <summary>The same of values that are in order of metric already.</summary>
    internal static string Hash(IEnumerable<LoadValue> inOrder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // A line is a metric's key, a state and a number of at most 32 characters.
        Span<byte> lines = stackalloc byte[4096];
        Span<char> number = stackalloc char[32];
        var length = 0;
        foreach (var value in inOrder)
        {
            var key = value.Metric.Value;
            if (length + key.Length + 64 > lines.Length)
            {
                hash.AppendData(lines[..length]);
                length = 0;
                if (key.Length + 64 > lines.Length) lines = new byte[key.Length + 64];
            }
            length += Encoding.ASCII.GetBytes(key, lines[length..]);
            lines[length++] = (byte)'=';
            length += Encoding.ASCII.GetBytes(NameOf(value.State), lines[length..]);
            lines[length++] = (byte)' ';
            if (value.Value is { } printed) length += Encoding.ASCII.GetBytes(number[..PlainNumber.Write(printed, number)], lines[length..]);
            lines[length++] = (byte)'\n';
        }
        hash.AppendData(lines[..length]);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>A document to load.</summary>
/// <param name="Sha256">Of its bytes.</param>
/// <param name="File">File name.</param>
/// <param name="Source">Where it came from, null where unknown.</param>
/// <param name="Published">Date of publication, null where unknown.</param>
/// <param name="Note">What a reader must know of it.</param>
/// <param name="ExtractorVersion">Which extractor read it.</param>
/// <param name="Report">Null where it is quarantined.</param>
/// <param name="Reason">Why it is quarantined, null where it is not.</param>
/// <param name="Extracted">What was read of a quarantined document, as <c>extract</c> prints it.</param>
public sealed record LoadItem(
    string Sha256, string File, string? Source, DateOnly? Published, string? Note, string ExtractorVersion,
    LoadReport? Report, string? Reason, string? Extracted)
{
    /// <summary>It is read again: what is known of it makes room for this.</summary>
    public bool IsAgain { get; init; }
}

/// <summary>A document as it is loaded: one cell of its report, or that it is quarantined.</summary>
/// <param name="Agency">Code; null where it is quarantined.</param>
/// <param name="Reason">Why it is quarantined.</param>
/// <param name="Metric">Null where it has no cells.</param>
public sealed record ReadCell(string Sha256, string? Agency, short? Year, string? ReportScope, string? Reason, string? Metric, string? State, decimal? Value);

/// <summary>A document that another extractor read.</summary>
public sealed record ReadDocument(string Sha256, string File, string? Source);
