// A PDF as small as can be: text at places, lines, pages of any size and turn. Its font is not embedded, so it has words
// and no shapes; files with shapes come from LibreOffice.
using System.Globalization;
using System.Text;

namespace Analytics.Synthetic;

/// <summary>Pages drawn one after the other; places are in points from the top left corner.</summary>
public sealed class PdfFile
{
    private readonly List<(double Width, double Height, int Rotate, StringBuilder Content)> pages = [];

    private StringBuilder Content => pages[^1].Content;

    private double Height => pages[^1].Height;

    /// <summary>Goes on on a new page.</summary>
    /// <param name="width">In points.</param>
    /// <param name="height">In points.</param>
    /// <param name="rotate">Degrees clockwise that a viewer turns the page by.</param>
    public PdfFile Page(double width = 595, double height = 842, int rotate = 0)
    {
        pages.Add((width, height, rotate, new StringBuilder()));
        return this;
    }

    /// <summary>One line of text.</summary>
    /// <param name="x">Of its beginning.</param>
    /// <param name="y">Of the top of the characters.</param>
    /// <param name="text">What is printed; ASCII is half as wide as anything else.</param>
    /// <param name="size">Of the font, in points.</param>
    public PdfFile Text(double x, double y, string text, double size = 10)
    {
        Content.Append(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf 1 0 0 1 {x} {Height - y - (0.88 * size)} Tm <{Hex(text)}> Tj ET\n");
        return this;
    }

    /// <summary>Text that runs downwards from a place.</summary>
    public PdfFile TextDown(double x, double y, string text, double size = 10)
    {
        Content.Append(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf 0 -1 1 0 {x} {Height - y} Tm <{Hex(text)}> Tj ET\n");
        return this;
    }

    /// <summary>A thin line.</summary>
    public PdfFile Line(double x1, double y1, double x2, double y2)
    {
        Content.Append(CultureInfo.InvariantCulture, $"0.6 w {x1} {Height - y1} m {x2} {Height - y2} l S\n");
        return this;
    }

    /// <summary>All lines of a grid.</summary>
    public PdfFile Grid(double[] xs, double[] ys)
    {
        foreach (var x in xs) Line(x, ys[0], x, ys[^1]);
        foreach (var y in ys) Line(xs[0], y, xs[^1], y);
        return this;
    }

    /// <summary>The whole file.</summary>
    public byte[] Bytes()
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{6 + (2 * i)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 126 500] >>",
            Stream("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"),
        };
        for (var i = 0; i < pages.Count; i++)
        {
            var (width, height, rotate, content) = pages[i];
            objects.Add(string.Create(CultureInfo.InvariantCulture,
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Rotate {rotate} /Resources << /Font << /F1 3 0 R >> >> /Contents {7 + (2 * i)} 0 R >>"));
            objects.Add(Stream(content.ToString()));
        }
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static string Hex(string text) => string.Concat(text.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)));
}
