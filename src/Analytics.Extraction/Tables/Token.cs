// The document as a flat sequence of cells: tables row by row, short paragraphs as rows of one cell.
using System.Text.RegularExpressions;
using Analytics.Documents;

namespace Analytics.Extraction;

/// <summary>One cell of the sequence.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Row">Number of its row in the sequence; cells of one printed row share it.</param>
/// <param name="Value">Its text as a value.</param>
/// <param name="Anchor">Where it was printed.</param>
/// <param name="InTable">It stands in a table of the document, not in a paragraph.</param>
internal sealed record Token(string Text, int Row, NumberText Value, Anchor Anchor, bool InTable)
{
    public bool IsValue => Value.Kind is CellKind.Number or CellKind.BlankMark;

    public bool IsEmpty => Value.Kind == CellKind.Empty;

    public bool IsText => Value.Kind == CellKind.Text;

    public NormalText Normal { get; } = NormalText.Of(Text);
}

internal static class Tokens
{
    /// <summary>Longer paragraphs are narrative; no label or value of the forms is that long.</summary>
    private const int LongestParagraph = 80;

    public static List<Token> Of(Document document)
    {
        var tokens = new List<Token>();
        var row = 0;
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case Paragraph paragraph when paragraph.Text.Length <= LongestParagraph && !Pattern.PageNumber().IsMatch(paragraph.Text):
                    tokens.Add(new Token(paragraph.Text, ++row, NumberText.Read(paragraph.Text), paragraph.Anchor, false));
                    break;
                case Table table:
                    foreach (var cells in table.Rows)
                    {
                        row++;
                        foreach (var cell in cells) tokens.Add(new Token(cell.Text, row, NumberText.Read(cell.Text), cell.Anchor, true));
                    }
                    break;
            }
        }
        return tokens;
    }
}

internal static partial class Pattern
{
    [GeneratedRegex(@"^\s*([-—–]\s*\d+\s*[-—–]|第\s*\d+\s*页.*)\s*$", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex PageNumber();
}
