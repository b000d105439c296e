// What is printed inside a rectangle of a scan: where, how many lines, and whether its characters are as narrow as digits.
namespace Analytics.Documents.Pdf;

/// <summary>The ink of a rectangle, in pixels.</summary>
/// <param name="IsNarrow">One line of characters narrower than they are high: a number.</param>
/// <param name="Lines">First row and the one behind the last, of each line of text.</param>
internal sealed record Ink(int Left, int Top, int Right, int Bottom, bool IsNarrow, IReadOnlyList<(int Top, int Bottom)> Lines)
{
    public int Width => Right - Left;

    public int Height => Bottom - Top;

    /// <summary>Grey level that parts ink from paper, the split with the greatest variance between both (Otsu), and how far
    /// ink and paper are apart.</summary>
    public static (int Threshold, int Contrast) Levels(GreyImage image)
    {
        var counts = new long[256];
        for (var y = 0; y < image.Height; y++)
        {
            foreach (var value in image.Row(y)) counts[value]++;
        }
        var total = counts.Sum();
        var sum = counts.Select((count, value) => (double)count * value).Sum();
        var (below, sumBelow, best, bestLevel, contrast) = (0L, 0.0, -1.0, 128, 0.0);
        for (var level = 0; level < 255; level++)
        {
            below += counts[level];
            sumBelow += (double)counts[level] * level;
            if (below == 0 || below == total) continue;
            var difference = (sumBelow / below) - ((sum - sumBelow) / (total - below));
            var between = below * (double)(total - below) * difference * difference;
            if (between > best) (best, bestLevel, contrast) = (between, level + 1, -difference);
        }
        return (Math.Clamp(bestLevel, 60, 200), (int)contrast);
    }

    /// <summary>Null where nothing is printed but specks.</summary>
    public static Ink? Of(GreyImage image, int left, int top, int right, int bottom, int dark, double pixelsPerPoint)
    {
        (left, top, right, bottom) = (Math.Max(0, left), Math.Max(0, top), Math.Min(image.Width, right), Math.Min(image.Height, bottom));
        if (right - left < 3 || bottom - top < 3) return null;
        var columns = new int[right - left];
        var rows = new int[bottom - top];
        for (var y = top; y < bottom; y++)
        {
            var row = image.Row(y);
            for (var x = left; x < right; x++)
            {
                if (row[x] >= dark || !HasNeighbour(image, x, y, dark)) continue;
                columns[x - left]++;
                rows[y - top]++;
            }
        }
        var (firstRow, lastRow) = Extent(rows);
        var (firstColumn, lastColumn) = Extent(columns);
        if (firstRow < 0 || firstColumn < 0) return null;
        var (width, height) = (lastColumn - firstColumn + 1, lastRow - firstRow + 1);
        // A speck; a dash is wide.
        if (height < 1.5 * pixelsPerPoint && width < 2 * pixelsPerPoint) return null;
        if (columns.Sum() < 4 * pixelsPerPoint) return null;
        var lines = LinesOf(rows, firstRow, lastRow, pixelsPerPoint).ConvertAll(line => (line.Top + top, line.Bottom + top));
        var isNarrow = height < 20 * pixelsPerPoint && lines.Count == 1 && WidestRun(columns.AsSpan(firstColumn, width)) < 0.8 * height;
        return new Ink(left + firstColumn, top + firstRow, left + lastColumn + 1, top + lastRow + 1, isNarrow, lines);
    }

    private static bool HasNeighbour(GreyImage image, int x, int y, int dark) =>
        (x > 0 && image.Row(y)[x - 1] < dark) || (x + 1 < image.Width && image.Row(y)[x + 1] < dark);

    private static (int First, int Last) Extent(int[] counts) => (Array.FindIndex(counts, count => count > 0), Array.FindLastIndex(counts, count => count > 0));

    private static int WidestRun(ReadOnlySpan<int> counts)
    {
        var (widest, run) = (0, 0);
        foreach (var count in counts)
        {
            run = count > 0 ? run + 1 : 0;
            widest = Math.Max(widest, run);
        }
        return widest;
    }

    // Parted where no ink is; the strokes of 三 are, too, but no line is as low as they are.
    private static List<(int Top, int Bottom)> LinesOf(int[] rows, int first, int last, double pixelsPerPoint)
    {
        var lines = new List<(int Top, int Bottom)>();
        for (var y = first; y <= last; y++)
        {
            if (rows[y] == 0) continue;
            var isNew = lines.Count == 0 || (y - lines[^1].Bottom >= pixelsPerPoint && lines[^1].Bottom - lines[^1].Top > 6.5 * pixelsPerPoint);
            if (isNew) lines.Add((y, y + 1));
            else lines[^1] = (lines[^1].Top, y + 1);
        }
        if (lines.Count > 1 && lines[^1].Bottom - lines[^1].Top < 5 * pixelsPerPoint)
        {
            lines[^2] = (lines[^2].Top, lines[^1].Bottom);
            lines.RemoveAt(lines.Count - 1);
        }
        return lines;
    }
}
