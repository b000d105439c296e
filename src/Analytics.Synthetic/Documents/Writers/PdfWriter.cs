// PDF files as word processors print them: A4 pages, wrapped lines, ruled tables. The font is named and not embedded.
using System.Globalization;

namespace Analytics.Synthetic;

/// <summary>Writes PDF files.</summary>
public sealed class PdfWriter : IReportWriter
{
    private const double PageHeight = 842;
    private const double Margin = 50;
    private const double Width = 495;
    private const double TitleSize = 18;
    private const double HeadingSize = 14;
    private const double TextSize = 12;
    private const double LargestInTable = 10;
    private const double SmallestInTable = 5;
    private const double LineHeight = 1.5;
    private const string Indent = "　　";

    public string Extension => "pdf";

    public byte[] Write(PrintedReport report)
    {
        var paper = new Paper();
        paper.Centred(report.Title, TitleSize);
        for (var i = 0; i < report.Blocks.Count; i++)
        {
            switch (report.Blocks[i])
            {
                case PrintedHeading heading:
                    // A heading stands on the page of its table.
                    if (i + 1 < report.Blocks.Count && report.Blocks[i + 1] is PrintedTable below) paper.Need((2 * HeadingSize * LineHeight) + HeightOf(below));
                    paper.Text(heading.Text, HeadingSize);
                    break;
                case PrintedParagraph paragraph: paper.Text(Indent + paragraph.Text, TextSize); break;
                case PrintedTable table: paper.Table(Fit(table)); break;
            }
        }
        return paper.Bytes();
    }

    private static double HeightOf(PrintedTable table) => Fit(table).Rows[^1];

    // The largest print in which the table stands on one page.
    private static TableLayout Fit(PrintedTable table)
    {
        for (var size = LargestInTable; ; size -= 0.5)
        {
            var layout = TableLayout.Of(table, Width, size);
            if (layout.Rows[^1] <= PageHeight - (2 * Margin) - (2 * HeadingSize * LineHeight) || size <= SmallestInTable) return layout;
        }
    }

    /// <summary>Pages that fill from the top.</summary>
    private sealed class Paper
    {
        private readonly PdfFile file = new PdfFile().Page();
        private double y = Margin;
        private int page = 1;

        public void Need(double height)
        {
            if (y + height <= PageHeight - Margin) return;
            Number();
            file.Page();
            y = Margin;
            page++;
        }

        public void Centred(string text, double size)
        {
            foreach (var line in TableLayout.Wrap(text, (int)(2 * Width / size)))
            {
                file.Text(Margin + ((Width - TableLayout.WidthOf(line, size)) / 2), y, line, size);
                y += size * LineHeight;
            }
            y += size;
        }

        public void Text(string text, double size)
        {
            foreach (var line in TableLayout.Wrap(text, (int)(2 * Width / size)))
            {
                Need(size * LineHeight);
                file.Text(Margin, y, line, size);
                y += size * LineHeight;
            }
        }

        public void Table(TableLayout table)
        {
            Need(table.Rows[^1]);
            foreach (var (left, top, right, bottom, lines) in table.Cells)
            {
                file.Grid([Margin + left, Margin + right], [y + top, y + bottom]);
                var at = y + top + ((bottom - top - (lines.Count * table.Size * TableLayout.LineHeight)) / 2);
                foreach (var line in lines)
                {
                    file.Text(Margin + left + ((right - left - TableLayout.WidthOf(line, table.Size)) / 2), at, line, table.Size);
                    at += table.Size * TableLayout.LineHeight;
                }
            }
            y += table.Rows[^1] + (TextSize * LineHeight);
        }

        public byte[] Bytes()
        {
            Number();
            return file.Bytes();
        }

        private void Number() => file.Text(Margin + (Width / 2) - TextSize, PageHeight - (Margin / 2) - TextSize, string.Create(CultureInfo.InvariantCulture, $"- {page} -"), TextSize);
    }
}
