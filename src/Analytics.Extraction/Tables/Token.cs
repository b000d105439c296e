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
    /// <summary>0 to 1 where the text was read from a picture, null elsewhere.</summary>
    public double? OcrConfidence { get; init; }

    /// <summary>Numbers of several cells run together.</summary>
    public bool IsGlued { get; init; }

    public bool IsValue => IsGlued || Value.Kind is CellKind.Number or CellKind.BlankMark;

    public bool IsEmpty => !IsGlued && Value.Kind == CellKind.Empty;

    public bool IsText => Value.Kind == CellKind.Text;

    public NormalText Normal { get; } = NormalText.Of(Text);
}

internal static class Tokens
{
    /// <summary>Longer paragraphs are narrative; no label or value of the forms is that long.</summary>
    private const int LongestParagraph = 80;

    public static List<Token> Of(Document document, Labels labels, GluedText glued)
    {
        var tokens = new List<Token>();
        var row = 0;
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case Paragraph paragraph when paragraph.Text.Length <= LongestParagraph && !Pattern.PageNumber().IsMatch(paragraph.Text):
                    row++;
                    foreach (var part in Parts(paragraph.Text, labels)) tokens.Add(new Token(part, row, NumberText.Read(part), paragraph.Anchor, false) { OcrConfidence = paragraph.OcrConfidence });
                    break;
                case Paragraph paragraph when paragraph.Text.Length > LongestParagraph:
                    foreach (var piece in glued.Split(paragraph.Text).Where(piece => piece.Length <= LongestParagraph))
                    {
                        // What reads as one number may still be several: 00411 is 0, 0 and 411.
                        var value = NumberText.Read(piece);
                        var isNumbers = value.Kind == CellKind.Number || GluedText.IsNumbers(piece);
                        if (!isNumbers) row++;
                        tokens.Add(new Token(piece, row, isNumbers ? default : value, paragraph.Anchor, false) { IsGlued = isNumbers });
                    }
                    break;
                case Table table:
                    foreach (var cells in table.Rows)
                    {
                        row++;
                        // A column of units (条, 件) says nothing of a count; a unit of money does.
                        foreach (var cell in cells.Where(cell => !Pattern.CountUnit().IsMatch(cell.Text))) tokens.Add(new Token(cell.Text, row, NumberText.Read(cell.Text), cell.Anchor, true) { OcrConfidence = cell.OcrConfidence });
                    }
                    break;
            }
        }
        return tokens;
    }

    // A row printed as one line of text: labels, then numbers parted by spaces; or nothing but labels.
    private static IEnumerable<string> Parts(string text, Labels labelsOfForms)
    {
        var match = Pattern.RowInLine().Match(text);
        if (!match.Success)
        {
            var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            return words.Length > 1 && words.All(labelsOfForms.IsKnown) ? words : [text];
        }
        var labels = Pattern.BeforeNumbering().Split(match.Groups["label"].Value.Trim()).Where(label => label.Length > 0);
        return labels.Concat(match.Groups["values"].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}

internal static partial class Pattern
{
    [GeneratedRegex(@"^\s*[条件次篇个人份宗起项]\s*$", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex CountUnit();

    [GeneratedRegex(@"^(?<label>.*?)(?<values>(?<=^|\s)[+\-]?\d[\d,.]*(\s+[+\-]?\d[\d,.]*)*)\s*$", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex RowInLine();

    [GeneratedRegex(@"\s+(?=\d{1,2}[.、．])", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex BeforeNumbering();

    [GeneratedRegex(@"^\s*([-—–]\s*\d+\s*[-—–]|第\s*\d+\s*页.*)\s*$", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex PageNumber();
}
