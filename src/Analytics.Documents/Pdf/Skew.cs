// Scans lie a little askew. The right angle is the one at which lines of text and rules gather in the fewest rows.
namespace Analytics.Documents.Pdf;

/// <summary>A page turned straight.</summary>
internal sealed class Skew
{
    private const double Most = 4;

    private readonly double slope;
    private readonly double centerX;
    private readonly double centerY;

    private Skew(double slope, GreyImage image)
    {
        this.slope = slope;
        (centerX, centerY) = (image.Width / 2.0, image.Height / 2.0);
    }

    /// <summary>The picture with its lines level.</summary>
    public static (GreyImage Straight, Skew Skew) Correct(GreyImage image, int dark)
    {
        var step = Math.Max(1, image.Width / 550);
        var points = new List<(int X, int Y)>();
        for (var y = 0; y < image.Height; y += step)
        {
            var row = image.Row(y);
            for (var x = 0; x < image.Width; x += step)
            {
                if (row[x] < dark) points.Add((x, y));
            }
        }
        var best = 0.0;
        foreach (var width in (double[])[0.2, 0.04])
        {
            var (from, count) = width > 0.1 ? (-Most, (int)(2 * Most / width)) : (best - 0.2, 10);
            best = Enumerable.Range(0, count + 1).Select(i => from + (i * width)).MaxBy(degrees => Gathered(points, Math.Tan(degrees * Math.PI / 180), image, Math.Max(1, width > 0.1 ? step : 1)) - Math.Abs(degrees));
        }
        var skew = new Skew(Math.Abs(best) < 0.03 ? 0 : Math.Tan(best * Math.PI / 180), image);
        return (skew.slope == 0 ? image : skew.Turn(image), skew);
    }

    /// <summary>Where a point of the straight picture stands in the picture as it is.</summary>
    public (double X, double Y) Original(double x, double y) => (x - (slope * (y - centerY)), y + (slope * (x - centerX)));

    private static double Gathered(List<(int X, int Y)> points, double slope, GreyImage image, int step)
    {
        var reach = (int)(Math.Abs(slope) * image.Width) + 2;
        var rows = new int[((image.Height + (2 * reach)) / step) + 2];
        foreach (var (x, y) in points) rows[(int)((y - (slope * x) + reach) / step)]++;
        return rows.Sum(count => (double)count * count);
    }

    private GreyImage Turn(GreyImage image)
    {
        var pixels = new byte[image.Width * image.Height];
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                var (fromX, fromY) = Original(x, y);
                var isInside = fromX >= 0 && fromY >= 0 && fromX < image.Width && fromY < image.Height;
                pixels[(y * image.Width) + x] = isInside ? image.At(fromX, fromY) : (byte)255;
            }
        }
        return new GreyImage(image.Width, image.Height, pixels);
    }
}
