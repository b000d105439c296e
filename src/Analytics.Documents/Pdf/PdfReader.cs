// PDF files: words from pdftotext, rules from a picture of the pages that may hold tables, pages without text by OCR.
using System.Globalization;
using System.Xml;

namespace Analytics.Documents.Pdf;

/// <summary>Reads PDF files, born digital or scanned.</summary>
internal sealed class PdfReader : IFormatReader
{
    private const int MostPages = 300;
    private const int MostScans = 60;

    // A page with less text than this may have none of its own: a scanner prints its name or the page's number.
    private const int LeastText = 8;
    private const int MostText = 96 * 1024 * 1024;
    private const int MostPixels = 400 * 1024 * 1024;
    private const double Dpi = 75;

    private static readonly string[] Crisp = ["-aa", "no", "-aaVector", "no"];
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public string Format => "pdf";

    public (string? Title, IReadOnlyList<Block> Blocks) Read(ReadOnlyMemory<byte> bytes)
    {
        if (!IsWhole(bytes.Span)) throw new UnreadableDocumentException("PDF 文件已损坏：文件尾部缺失，可能没有下载完整，请重新下载后再提交。");
        using var folder = new WorkFolder();
        var file = folder.Write("in.pdf", bytes.Span);
        var (title, pages) = Words(file);
        var layout = new PageLayout();
        var parts = new List<PagePart>();
        var rules = RulesOf(file, pages);
        var recognition = new TextRecognition(folder);
        foreach (var page in pages)
        {
            var isScan = page.Words.Sum(word => word.Text.Length) < LeastText && page.Number <= MostScans;
            var picture = isScan ? Picture(file, page) : null;
            parts.AddRange(picture is not null && (page.Words.Count == 0 || ScannedPage.IsPicture(picture, page))
                ? ScannedPage.Read(picture, page, recognition, layout)
                : layout.Lay(page, rules.GetValueOrDefault(page.Number) ?? []));
        }
        return (title, BlockBuilder.Build(parts));
    }

    /// <summary>The blocks of a PDF whose pages are pictures, whatever text it says they have.</summary>
    public static IReadOnlyList<Block> ReadScan(string file, TextRecognition recognition)
    {
        var layout = new PageLayout();
        var parts = new List<PagePart>();
        foreach (var page in Words(file).Pages.Take(MostScans))
        {
            if (Picture(file, page) is { } picture) parts.AddRange(ScannedPage.Read(picture, page, recognition, layout));
        }
        return BlockBuilder.Build(parts);
    }

    private static GreyImage? Picture(string file, PageText page) =>
        Draw(file, page.Number, page.Number, ["-scale-to", ScannedPage.LongerSide.ToString(CultureInfo.InvariantCulture)]) is [var picture] ? picture : null;

    // A file cut off has lost its table of contents; what poppler then finds is not the whole document.
    private static bool IsWhole(ReadOnlySpan<byte> bytes) => bytes[Math.Max(0, bytes.Length - 65_536)..].IndexOf("startxref"u8) >= 0;

    private static (string? Title, List<PageText> Pages) Words(string file)
    {
        var result = ExternalTool.PdfToText.Run(["-bbox-layout", "-l", MostPages.ToString(CultureInfo.InvariantCulture), file, "-"], Limit, MostText);
        if (result.ExitCode != 0) throw Refusal(result);
        try
        {
            var (title, pages) = PageTexts.Parse(result.Output);
            if (pages.Count == 0) throw new UnreadableDocumentException("PDF 文件已损坏：里面没有页面，请重新下载或另存后再提交。");
            return (title, pages);
        }
        catch (XmlException inner)
        {
            throw new UnreadableDocumentException("PDF 文件已损坏：文字内容无法解析，请重新下载或另存后再提交。", inner);
        }
    }

    private static UnreadableDocumentException Refusal(ToolOutput result)
    {
        if (result.Error.Contains("password", StringComparison.OrdinalIgnoreCase) || result.ExitCode == 3)
            return new UnreadableDocumentException("PDF 文件已加密：打开需要密码，请解除密码后再提交。");
        return new UnreadableDocumentException("PDF 文件已损坏，无法打开，请重新下载或另存后再提交。");
    }

    private static Dictionary<int, List<Rule>> RulesOf(string file, List<PageText> pages)
    {
        var rules = new Dictionary<int, List<Rule>>();
        var tabular = pages.Where(page => LooseTables.LooksTabular(TextLine.Of(page.Words))).ToList();
        for (var i = 0; i < tabular.Count;)
        {
            // Pages that follow each other are drawn by one process, but not so many that their pixels fill the memory.
            var last = i;
            while (last + 1 < tabular.Count && tabular[last + 1].Number == tabular[last].Number + 1 && last - i < 7) last++;
            var run = tabular.GetRange(i, last - i + 1);
            var dpi = Math.Min(Dpi, Dpi * 2_400 / run.Max(page => Math.Max(page.Width, page.Height)));
            foreach (var (page, image) in run.Zip(Draw(file, run[0].Number, run[^1].Number, [.. Crisp, "-r", dpi.ToString("0.###", CultureInfo.InvariantCulture)])))
            {
                var found = new RuleFinder(image, dpi / 72, RuleTraits.Drawn).Find().ConvertAll(page.FromPage);
                rules[page.Number] = found.Where(rule => !Strokes.IsStroke(rule, page.Words)).ToList();
            }
            i = last + 1;
        }
        return rules;
    }

    private static List<GreyImage> Draw(string file, int first, int last, string[] options)
    {
        var result = ExternalTool.PdfToPpm.Run(
            ["-q", "-gray", .. options, "-f", first.ToString(CultureInfo.InvariantCulture), "-l", last.ToString(CultureInfo.InvariantCulture), file], Limit, MostPixels);
        try
        {
            return GreyImage.ParseAll(result.Output);
        }
        catch (FormatException)
        {
            // Without a picture there are no rules; the words still line up.
            return [];
        }
    }
}
