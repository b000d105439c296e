// Pages and texts as they were published, for people to look at: a page without all that runs, loads or leads away, with
// the cells that are read from it named; a text as it is.
using Analytics.Documents.Office;
using Analytics.Documents.Pdf;

namespace Analytics.Documents;

/// <summary>A page or a text as published.</summary>
/// <param name="IsPage">Whether <paramref name="Text"/> is clean HTML; else it is plain text.</param>
/// <param name="Text">A whole page, or the text with its lines.</param>
public sealed record PublishedText(bool IsPage, string Text)
{
    /// <summary>Null where the document is neither a page nor a text.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <exception cref="UnreadableDocumentException">It is damaged, or in no known encoding.</exception>
    public static PublishedText? Of(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty || OfficeFormats.Reader(bytes) is not null || PdfFormats.Reader("", bytes) is not null) return null;
        if (MhtmlFile.Looks(bytes.Span)) return new PublishedText(true, CleanPage.Of(MhtmlFile.Html(bytes.Span)));
        var text = TextDecoder.Decode(bytes.Span);
        return HtmlReader.Looks(text) ? new PublishedText(true, CleanPage.Of(text)) : new PublishedText(false, text);
    }
}
