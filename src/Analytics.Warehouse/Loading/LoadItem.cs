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
    // Part of what is hashed: these names never change.
    private static string NameOf(ValueState state) => state switch
    {
        ValueState.Number => "Number",
        ValueState.Blank => "Blank",
        _ => "Unread",
    };

    /// <summary>SHA-256 of metrics, states and values: two copies of the same facts have the same.</summary>
    public string FactsSha256()
    {
        var text = new StringBuilder(Values.Count * 48);
        Span<char> number = stackalloc char[32];
        foreach (var value in Values.OrderBy(value => value.Metric))
        {
            text.Append(value.Metric.Value).Append('=').Append(NameOf(value.State)).Append(' ');
            if (value.Value is { } printed) text.Append(number[..PlainNumber.Write(printed, number)]);
            text.Append('\n');
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
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
    LoadReport? Report, string? Reason, string? Extracted);
