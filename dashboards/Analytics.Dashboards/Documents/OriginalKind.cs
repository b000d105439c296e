// How the original of a document can be shown, told by its first bytes.
using System.Text;

namespace Analytics.Dashboards.Documents;

/// <summary>What kind of document it is to those who look at it.</summary>
public enum OriginalKind
{
    /// <summary>Word processors' files, sheets, pictures: only what is read of them can be shown.</summary>
    Other,
    Page,
    Text,
    Pdf,
}

internal static class OriginalKinds
{
    private const int Head = 4096;
    private static readonly string[] Tags = ["<!doctype html", "<html", "<body", "<div", "<table", "<p", "<span", "<meta"];

    /// <summary>Kind of a file that is there. A wrong guess is told in the frame, with a way on.</summary>
    public static async Task<OriginalKind> OfAsync(string path, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous);
        var head = new byte[Head];
        return Of(head.AsSpan(0, await file.ReadAtLeastAsync(head, Head, throwOnEndOfStream: false, cancellation)));
    }

    /// <param name="head">The first bytes.</param>
    public static OriginalKind Of(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf("%PDF-"u8) is >= 0 and < 1024) return OriginalKind.Pdf;
        // UTF-16 has zeros between its letters.
        var text = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal);
        if (Array.Exists(Tags, tag => text.Contains(tag, StringComparison.OrdinalIgnoreCase)) || text.Contains("MIME-Version:", StringComparison.OrdinalIgnoreCase)) return OriginalKind.Page;
        return head.IsEmpty || head.StartsWith("PK"u8) || head.StartsWith("{\\rt"u8) || text.StartsWith("<?xml", StringComparison.Ordinal) || IsBinary(text) ? OriginalKind.Other : OriginalKind.Text;
    }

    private static bool IsBinary(string text) => text.Any(letter => letter < ' ' && letter is not ('\t' or '\n' or '\r' or '\f' or '\v'));
}
