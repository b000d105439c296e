// Tesseract on many small pictures at once: starting it costs more than reading a cell.
using System.Globalization;

namespace Analytics.Documents.Pdf;

/// <summary>What was read of one picture.</summary>
/// <param name="Confidence">0 to 1, of its least certain word.</param>
internal sealed record Recognised(string Text, double Confidence, IReadOnlyList<Word> Words);

/// <summary>Reads the pictures of one document; they are files of its work folder.</summary>
internal sealed class TextRecognition(WorkFolder folder)
{
    private const int MostOutput = 64 * 1024 * 1024;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);

    private int runs;

    /// <summary>Lines of Chinese text.</summary>
    public IReadOnlyList<Recognised> Text(IReadOnlyList<byte[]> pictures, int pageMode) => Read(pictures, ["-l", "chi_sim", "--psm", Number(pageMode), "-c", "preserve_interword_spaces=1"]);

    /// <summary>Numbers. The Chinese model reads digits on their own with more certainty than the English one.</summary>
    public IReadOnlyList<Recognised> Digits(IReadOnlyList<byte[]> pictures) => Read(pictures, ["-l", "chi_sim", "--psm", "8", "-c", "tessedit_char_whitelist=0123456789.,-+/"]);

    /// <summary>A picture of any format as a PDF with one page for each picture in it; what it reads of them is not used.</summary>
    public string ToPdf(ReadOnlySpan<byte> picture)
    {
        var source = folder.Write("picture", picture);
        var result = ExternalTool.Tesseract.Run([source, folder.PathOf("picture"), "--psm", "13", "-l", "eng", "-c", "tessedit_create_pdf=1"], Limit, MostOutput);
        var pdf = folder.PathOf("picture.pdf");
        if (result.ExitCode != 0 || !File.Exists(pdf) || new FileInfo(pdf).Length == 0) throw new UnreadableDocumentException("图片已损坏，无法解码，请重新导出或扫描后再提交。");
        return pdf;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private List<Recognised> Read(IReadOnlyList<byte[]> pictures, IReadOnlyList<string> options)
    {
        if (pictures.Count == 0) return [];
        runs++;
        var paths = pictures.Select((picture, i) => folder.Write(string.Create(CultureInfo.InvariantCulture, $"{runs}-{i}.pgm"), picture)).ToList();
        var list = folder.PathOf(string.Create(CultureInfo.InvariantCulture, $"{runs}.txt"));
        File.WriteAllLines(list, paths);
        var result = ExternalTool.Tesseract.Run([list, "stdout", "--dpi", "200", .. options, "-c", "tessedit_create_tsv=1"], Limit, MostOutput);
        foreach (var path in paths) File.Delete(path);
        if (result.ExitCode != 0)
        {
            throw new UnreadableDocumentException(result.Error.Contains("chi_sim", StringComparison.Ordinal)
                ? "本机的 tesseract 缺少中文语言包，无法识别扫描件：请安装 Debian 软件包 tesseract-ocr-chi-sim。"
                : "扫描件识别失败：tesseract 未能读取页面图像，请重新扫描后再提交。");
        }
        return Parse(System.Text.Encoding.UTF8.GetString(result.Output), pictures.Count);
    }

    // Columns: level page block par line word left top width height conf text. Level 4 is a line, 5 a word.
    private static List<Recognised> Parse(string tsv, int pictures)
    {
        var words = Enumerable.Range(0, pictures).Select(_ => new List<Word>()).ToList();
        var (top, bottom, least) = (0.0, 0.0, 0.0);
        foreach (var line in tsv.Split('\n'))
        {
            var fields = line.TrimEnd('\r').Split('\t');
            if (fields.Length < 11 || !int.TryParse(fields[0], CultureInfo.InvariantCulture, out var level) || level < 4) continue;
            var page = int.Parse(fields[1], CultureInfo.InvariantCulture) - 1;
            var (x, y, width, height) = (Of(fields[6]), Of(fields[7]), Of(fields[8]), Of(fields[9]));
            if (level == 4)
            {
                (top, bottom, least) = (y, y + height, x);
                continue;
            }
            var text = fields.Length > 11 ? Glyphs.Clean(fields[11].Trim()) : "";
            if (text.Length == 0 || page < 0 || page >= pictures) continue;
            // A word is as high as its line: 一 would else stand apart. The order is right even where the places are not.
            x = Math.Max(x, least);
            least = x + 0.1;
            words[page].Add(new Word(text, x, top, Math.Max(x, Of(fields[6]) + width), bottom, Math.Clamp(double.Parse(fields[10], CultureInfo.InvariantCulture) / 100, 0, 1)));
        }
        return words.Select(list => new Recognised(Brackets(string.Join('\n', TextLine.Of(list).Select(line => line.Text))), list.Count == 0 ? 0 : list.Min(word => word.Confidence!.Value), list)).ToList();

        // An opening bracket that nothing closes but a round one was round.
        static string Brackets(string text) => text.AsSpan().IndexOfAny("〉》") < 0 ? text.Replace('〈', '（').Replace('《', '（') : text;

        static double Of(string field) => double.Parse(field, CultureInfo.InvariantCulture);
    }
}
