// The sentences of a report: its paragraphs without the tables, lines that a page broke joined again.
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Documents;

namespace Analytics.Extraction;

/// <summary>A sentence, squeezed (<see cref="NormalText.Squeeze"/>), without its stop.</summary>
/// <param name="Text">What it says; where its heading runs into it, the heading too.</param>
/// <param name="IsPlan">It stands under 五、存在的主要问题及改进情况, which speaks of what is to come.</param>
/// <param name="OnRequests">Disclosure on request was spoken of before in the same passage or in its heading.</param>
/// <param name="IsProse">It ends with a stop or has a comma: no line of a list or of a menu.</param>
internal sealed record Sentence(string Text, bool IsPlan, bool OnRequests, bool IsProse);

/// <summary>The text of a document beside its tables.</summary>
/// <param name="Title">The lines above the first part.</param>
/// <param name="Sentences">In order.</param>
internal sealed partial record NarrativeText(string Title, IReadOnlyList<Sentence> Sentences)
{
    private const int TitleParagraphs = 12;
    private const int LongestTitle = 60;
    private const int LongestHeading = 40;

    /// <summary>A line that a page broke is not shorter than that.</summary>
    private const int ShortestBroken = 15;

    /// <summary>A cell with so much text holds narrative, where a page is laid out by tables.</summary>
    private const int NarrativeCell = 40;

    /// <summary>Digits read from a picture with less confidence are not compared with anything.</summary>
    private const double SureOcr = 0.8;

    private const string Stops = "。!?！？";

    public static NarrativeText Of(Document document)
    {
        var passages = Passages(document);
        var title = new StringBuilder();
        foreach (var line in passages.Take(TitleParagraphs).TakeWhile(line => !Sections.BeginsOverview(line)))
        {
            if (line.Length <= LongestTitle && !line.EndsWith('。')) title.Append(line).Append('\n');
        }
        var sentences = new List<Sentence>();
        var isPlan = false;
        var onRequests = false;
        foreach (var passage in passages)
        {
            if (Numbering().IsMatch(passage)) onRequests = false;
            var start = 0;
            while (start < passage.Length)
            {
                var length = passage.AsSpan(start).IndexOfAny(Stops);
                var end = length < 0 ? passage.Length : start + length;
                if (end > start)
                {
                    var text = passage[start..end].TrimEnd('.');
                    if (Plans().IsMatch(text)) isPlan = true;
                    sentences.Add(new Sentence(text, isPlan, onRequests, length >= 0 || text.Contains(',', StringComparison.Ordinal)));
                    if (Others().IsMatch(text)) isPlan = false;
                    onRequests |= IsOnRequests(text);
                }
                start = end + 1;
            }
        }
        return new NarrativeText(title.ToString(), sentences);
    }

    private static bool IsOnRequests(string text) => text.Contains("依申请", StringComparison.Ordinal) || text.Contains("信息公开申请", StringComparison.Ordinal);

    private static bool IsHeading(string line) => line.Length <= LongestHeading && !line.Contains('。', StringComparison.Ordinal) && Numbering().IsMatch(line);

    private static List<string> Passages(Document document)
    {
        var passages = new List<string>();
        var open = new StringBuilder();
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case Paragraph { OcrConfidence: < SureOcr }:
                    Close();
                    break;
                case Paragraph paragraph:
                    Add(NormalText.Squeeze(paragraph.Text), paragraph.Text);
                    break;
                case Table table:
                    Close();
                    foreach (var cell in table.Rows.SelectMany(row => row))
                    {
                        if (cell.Text.Length < NarrativeCell || !cell.Text.Contains('。', StringComparison.Ordinal) || cell.OcrConfidence < SureOcr) continue;
                        passages.AddRange(cell.Text.Split('\n').Select(NormalText.Squeeze).Where(line => line.Length > 0));
                    }
                    break;
            }
        }
        Close();
        return passages;

        void Add(string line, string printed)
        {
            if (line.Length == 0 || Pattern.PageNumber().IsMatch(printed)) return;
            if (open.Length > 0 && Continues(line)) open.Append(line);
            else
            {
                Close();
                open.Append(line);
            }
            if (line.Length < ShortestBroken || Stops.Contains(line[^1], StringComparison.Ordinal) || IsHeading(line)) Close();
        }

        void Close()
        {
            if (open.Length > 0) passages.Add(open.ToString());
            open.Clear();
        }
    }

    // Prose has letters; a line of its own that is a number, a heading or a list entry continues nothing.
    private static bool Continues(string line) => line.Length > 1 && line.AsSpan().ContainsAnyInRange('\u3400', '\u9fff') && !Numbering().IsMatch(line);

    [GeneratedRegex(@"^[#*\-\s]*([一二三四五六七八九十]{1,3}[、.,]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.](?!\d)|第[一二三四五六七八九十]{1,2}部分)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbering();

    [GeneratedRegex("(五[、.,]|^).{0,12}存在的?(主要)?(问题|不足)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plans();

    [GeneratedRegex("其他(需要|应当)报告", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Others();
}
