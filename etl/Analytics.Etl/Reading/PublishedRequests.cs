// To show a page or a text as it was published: what this process asks its workers and what they answer.
using Analytics.Documents;

namespace Analytics.Etl.Reading;

internal static class PublishedRequests
{
    public const byte Mark = 5;

    private const byte IsText = 1;
    private const byte IsPage = 2;
    private const byte IsOther = 0;
    private const int Overhead = 64;

    /// <param name="bytes">The whole file.</param>
    /// <param name="content">Most content, <see cref="ReadingLimits.Content"/>.</param>
    public static ReadOnlyMemory<byte> Ask(ReadOnlyMemory<byte> bytes, int content)
    {
        var to = new BytesWriter(bytes.Length + Overhead);
        to.Byte(Mark);
        to.Number(content);
        to.Blob(bytes.Span);
        return to.Written;
    }

    /// <summary>The worker's side.</summary>
    public static ReadOnlyMemory<byte> Answer(int content, ReadOnlyMemory<byte> bytes)
    {
        var to = new BytesWriter();
        try
        {
            var published = PublishedText.Of(bytes);
            if (published is not null && published.Text.Length * (long)sizeof(char) > content)
            {
                to.Text(FailureReasons.TooMuch(content));
                return to.Written;
            }
            to.Text("");
            to.Byte(published is null ? IsOther : published.IsPage ? IsPage : IsText);
            if (published is not null) to.Text(published.Text);
        }
        catch (UnreadableDocumentException e)
        {
            to.Text(e.Message);
        }
        return to.Written;
    }

    /// <summary>The text, or a Chinese reason why there is none, or neither where the document is of another kind; null where
    /// the worker answered something else.</summary>
    public static (PublishedText? Text, string? Reason)? Answer(ReadOnlyMemory<byte> answer)
    {
        try
        {
            var from = new BytesReader(answer);
            if (from.Text() is { Length: > 0 } reason) return from.IsAtEnd ? (null, reason) : null;
            var kind = from.Byte();
            var text = kind == IsOther ? null : new PublishedText(kind == IsPage, from.Text());
            return from.IsAtEnd ? (text, null) : null;
        }
        catch (Exception e) when (e is InvalidDataException or OverflowException)
        {
            return null;
        }
    }
}
