// Grey pixels as pdftoppm -gray prints them (PGM, binary, one picture behind the other).
namespace Analytics.Documents.Pdf;

/// <summary>A picture; 0 is black.</summary>
internal sealed class GreyImage(int width, int height, byte[] pixels, int start = 0)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    /// <summary>All rows, top to bottom.</summary>
    public ReadOnlySpan<byte> Pixels => pixels.AsSpan(start, Width * Height);

    public ReadOnlySpan<byte> Row(int y) => pixels.AsSpan(start + (y * Width), Width);

    /// <summary>Grey level between pixels, of the four around the point.</summary>
    public byte At(double x, double y)
    {
        var (left, top) = (Math.Clamp((int)x, 0, Width - 2), Math.Clamp((int)y, 0, Height - 2));
        var (a, b) = ((int)(Math.Clamp(x - left, 0, 1) * 256), (int)(Math.Clamp(y - top, 0, 1) * 256));
        var at = start + (top * Width) + left;
        return (byte)(((((pixels[at] * (256 - a)) + (pixels[at + 1] * a)) * (256 - b)) + (((pixels[at + Width] * (256 - a)) + (pixels[at + Width + 1] * a)) * b)) >> 16);
    }

    /// <summary>All pictures in the output, in order.</summary>
    /// <exception cref="FormatException">Not PGM.</exception>
    public static List<GreyImage> ParseAll(byte[] bytes)
    {
        var images = new List<GreyImage>();
        var at = 0;
        while (at < bytes.Length)
        {
            if (bytes.Length - at < 8 || bytes[at] != 'P' || bytes[at + 1] != '5') throw new FormatException("Not a PGM.");
            at += 2;
            var (width, height, depth) = (Number(bytes, ref at), Number(bytes, ref at), Number(bytes, ref at));
            at++;
            if (width < 2 || height < 2 || depth != 255 || (long)width * height > bytes.Length - at) throw new FormatException("Not a PGM of 8 bits.");
            images.Add(new GreyImage(width, height, bytes, at));
            at += width * height;
        }
        return images;
    }

    /// <summary>The picture as a file.</summary>
    public byte[] ToPgm()
    {
        var head = System.Text.Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"P5\n{Width} {Height}\n255\n"));
        return [.. head, .. Pixels];
    }

    private static int Number(byte[] bytes, ref int at)
    {
        while (at < bytes.Length && (bytes[at] <= ' ' || bytes[at] == '#'))
        {
            if (bytes[at] == '#') while (at < bytes.Length && bytes[at] != '\n') at++;
            else at++;
        }
        var value = 0;
        while (at < bytes.Length && bytes[at] is >= (byte)'0' and <= (byte)'9' && value < 100_000_000) value = (value * 10) + bytes[at++] - '0';
        return value;
    }
}
