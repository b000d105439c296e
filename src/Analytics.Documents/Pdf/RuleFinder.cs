// Ruling lines as a reader sees them: long thin dark marks in the picture of a page. However a file draws its rules
// (strokes, thin rectangles, dashes, a scan), they end up here.
using System.Buffers;
using System.Numerics;

namespace Analytics.Documents.Pdf;

/// <summary>A line in points.</summary>
/// <param name="At">Its y where it is horizontal, else its x.</param>
/// <param name="From">Where it begins on the other axis.</param>
internal readonly record struct Rule(bool IsHorizontal, double At, double From, double To)
{
    public double Length => To - From;
}

/// <summary>What counts as a rule in a picture of some kind.</summary>
/// <param name="Contrast">How much darker than the paper beside it a rule is.</param>
/// <param name="SmoothAcross">Points to average along a horizontal line; 0 for a clean drawing.</param>
/// <param name="SmoothDown">The same along a vertical one.</param>
/// <param name="ShortestAcross">In points.</param>
/// <param name="ShortestDown">In points.</param>
/// <param name="LongestGap">Points that may be missing: a rule that crosses another is no thin line there.</param>
internal sealed record RuleTraits(int Contrast, double SmoothAcross, double SmoothDown, double ShortestAcross, double ShortestDown, double LongestGap)
{
    /// <summary>Drawn from a file: every dark pixel is meant.</summary>
    public static readonly RuleTraits Drawn = new(24, 0, 0, 7, 7, 2.5);

    /// <summary>Scanned: only what stays dark over more than the width of a character is a rule.</summary>
    /// <param name="contrast">Between ink and paper.</param>
    public static RuleTraits Scanned(int contrast) => new(Math.Max(20, contrast * 35 / 100), 15, 5, 26, 8, 2);
}

/// <summary>Finds rules in one picture.</summary>
internal sealed class RuleFinder(GreyImage image, double pixelsPerPoint, RuleTraits traits)
{
    private const byte White = 255;
    private readonly int near = Math.Max(2, (int)Math.Round(1.2 * pixelsPerPoint));
    private readonly int far = (int)Math.Ceiling(5 * pixelsPerPoint);

    public List<Rule> Find()
    {
        var across = Along(image.Pixels, image.Width, image.Height, traits.SmoothAcross, traits.ShortestAcross);
        var turned = ArrayPool<byte>.Shared.Rent(image.Pixels.Length);
        try
        {
            Transpose(turned);
            var down = Along(turned.AsSpan(0, image.Pixels.Length), image.Height, image.Width, traits.SmoothDown, traits.ShortestDown);
            return [.. Merge(across, true), .. Merge(down, false)];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(turned);
        }
    }

    private List<(int Y, int From, int To)> Along(ReadOnlySpan<byte> pixels, int width, int height, double smooth, double shortest) =>
        Runs(Smooth(pixels, width, height, (int)(smooth * pixelsPerPoint)), width, height, (int)(shortest * pixelsPerPoint));

    private void Transpose(byte[] turned)
    {
        const int tile = 32;
        turned.AsSpan().Fill(White);
        for (var left = 0; left < image.Width; left += tile)
        {
            for (var y = 0; y < image.Height; y++)
            {
                var row = image.Row(y)[left..Math.Min(left + tile, image.Width)];
                // Most of a page is.
                var x = row.IndexOfAnyExcept(White);
                if (x < 0) continue;
                for (; x < row.Length; x++) turned[((left + x) * image.Height) + y] = row[x];
            }
        }
    }

    private static ReadOnlySpan<byte> Smooth(ReadOnlySpan<byte> pixels, int width, int height, int smooth)
    {
        if (smooth <= 1) return pixels;
        var half = smooth / 2;
        var result = new byte[pixels.Length];
        for (var y = 0; y < height; y++)
        {
            var row = pixels.Slice(y * width, width);
            var sum = 0;
            var count = 0;
            for (var x = 0; x < Math.Min(half, width); x++, count++) sum += row[x];
            for (var x = 0; x < width; x++)
            {
                if (x + half < width) (sum, count) = (sum + row[x + half], count + 1);
                if (x - half - 1 >= 0) (sum, count) = (sum - row[x - half - 1], count - 1);
                result[(y * width) + x] = (byte)(sum / count);
            }
        }
        return result;
    }

    // Marks what is darker than something near on both sides: a thin line is, the inside and the edge of a shaded cell are not.
    private void Mark(ReadOnlySpan<byte> pixels, int width, int height, int y, byte[] above, byte[] below, byte[] marks)
    {
        above.AsSpan().Clear();
        below.AsSpan().Clear();
        for (var d = near; d <= far; d++)
        {
            if (y - d >= 0) Brighter(above, pixels.Slice((y - d) * width, width));
            if (y + d < height) Brighter(below, pixels.Slice((y + d) * width, width));
        }
        var row = pixels.Slice(y * width, width);
        var lanes = Vector<byte>.Count;
        var contrast = new Vector<byte>((byte)traits.Contrast);
        var x = 0;
        for (; x + lanes <= width; x += lanes)
        {
            var beside = Vector.Min(new Vector<byte>(above, x), new Vector<byte>(below, x));
            Vector.GreaterThanOrEqual(Vector.SubtractSaturate(beside, new Vector<byte>(row[x..])), contrast).CopyTo(marks, x);
        }
        for (; x < width; x++) marks[x] = row[x] + traits.Contrast <= Math.Min(above[x], below[x]) ? byte.MaxValue : (byte)0;
    }

    private static void Brighter(byte[] most, ReadOnlySpan<byte> row)
    {
        var width = Vector<byte>.Count;
        var x = 0;
        for (; x + width <= row.Length; x += width)
        {
            Vector.Max(new Vector<byte>(most, x), new Vector<byte>(row[x..])).CopyTo(most, x);
        }
        for (; x < row.Length; x++) most[x] = Math.Max(most[x], row[x]);
    }

    private List<(int Y, int From, int To)> Runs(ReadOnlySpan<byte> pixels, int width, int height, int shortest)
    {
        var runs = new List<(int, int, int)>();
        var gap = (int)(traits.LongestGap * pixelsPerPoint);
        var (above, below, marks) = (new byte[width], new byte[width], new byte[width]);
        for (var y = 0; y < height; y++)
        {
            if (pixels.Slice(y * width, width).IndexOfAnyExceptInRange((byte)(White - traits.Contrast), White) < 0) continue;
            Mark(pixels, width, height, y, above, below, marks);
            var row = marks.AsSpan();
            for (var x = row.IndexOfAnyExcept((byte)0); x >= 0 && x < width;)
            {
                var (from, to, dark) = (x, x, 0);
                for (; x < width && x - to <= gap; x++)
                {
                    if (row[x] == 0) continue;
                    to = x;
                    dark++;
                }
                if (to - from + 1 >= shortest && dark * 4 >= (to - from + 1) * 3) runs.Add((y, from, to + 1));
                var next = x < width ? row[x..].IndexOfAnyExcept((byte)0) : -1;
                x = next < 0 ? -1 : x + next;
            }
        }
        return runs;
    }

    // A line is a few pixels thick and may wander by one or two: runs that lie close together are one.
    private List<Rule> Merge(List<(int Y, int From, int To)> runs, bool isHorizontal)
    {
        var thick = Math.Max(2, (int)Math.Ceiling(1.5 * pixelsPerPoint));
        var gap = traits.LongestGap * pixelsPerPoint;
        var open = new List<(int Y, int Last, int From, int To, double Sum, int Count)>();
        var done = new List<(int Y, int Last, int From, int To, double Sum, int Count)>();
        foreach (var (y, from, to) in runs)
        {
            for (var i = open.Count - 1; i >= 0; i--)
            {
                if (y - open[i].Last <= thick) continue;
                done.Add(open[i]);
                open.RemoveAt(i);
            }
            var merged = (Y: y, Last: y, From: from, To: to, Sum: (double)y * (to - from), Count: to - from);
            for (var i = open.Count - 1; i >= 0; i--)
            {
                var line = open[i];
                if (from > line.To + gap || to < line.From - gap || y - line.Y > 4 * thick) continue;
                merged = (Math.Min(line.Y, merged.Y), y, Math.Min(line.From, merged.From), Math.Max(line.To, merged.To), line.Sum + merged.Sum, line.Count + merged.Count);
                open.RemoveAt(i);
            }
            open.Add(merged);
        }
        done.AddRange(open);
        return done.Select(line => new Rule(isHorizontal, ((line.Sum / line.Count) + 0.5) / pixelsPerPoint, line.From / pixelsPerPoint, line.To / pixelsPerPoint)).ToList();
    }
}
