// A page that is only a picture: rules first, then every cell read by itself; what stands outside tables is read as lines.
namespace Analytics.Documents.Pdf;

/// <summary>Reads one page's picture.</summary>
internal sealed class ScannedPage
{
    /// <summary>Pixels a page of A4 has along its longer side; pages of other sizes are drawn to have as many.</summary>
    public const int LongerSide = 2_339;

    private const double PixelsPerPoint = 200 / 72.0;

    // How far from a rule one that ends there may end, in points.
    private const double Reach = 1.9;

    private const double Doubt = 0.4;
    private const string Unreadable = "□";
    private const double TallerThanText = 40;

    // What is left of a rule at the edge of a cell, in points.
    private const double Edge = 1.6;

    private readonly GreyImage image;
    private readonly Skew skew;
    private readonly int dark;
    private readonly int contrast;
    private readonly byte[] levels;
    private readonly double scale;
    private readonly PageText page;
    private readonly TextRecognition recognition;

    private ScannedPage(GreyImage image, PageText original, TextRecognition recognition)
    {
        scale = Math.Max(original.Width, original.Height) / Math.Max(image.Width, image.Height) * PixelsPerPoint;
        (dark, contrast) = Ink.Levels(image);
        (this.image, skew) = Skew.Correct(image, dark);
        // Paper becomes white: its shade would else end in an edge around every crop, which is read as a character.
        levels = Enumerable.Range(0, 256).Select(value => (byte)Math.Clamp((value - (dark - (contrast / 2.0))) * 255 / (0.75 * contrast), 0, 255)).ToArray();
        page = new PageText(original.Number, image.Width / PixelsPerPoint, image.Height / PixelsPerPoint, Turn.None, [], scale);
        this.recognition = recognition;
    }

    /// <summary>The page's parts, top to bottom; every cell and line has its confidence.</summary>
    /// <param name="image">Its picture, <see cref="LongerSide"/> pixels long.</param>
    /// <param name="original">The page as the file describes it.</param>
    public static List<PagePart> Read(GreyImage image, PageText original, TextRecognition recognition, PageLayout layout)
    {
        if (Ink.Of(image, 0, 0, image.Width, image.Height, Ink.Levels(image).Threshold, PixelsPerPoint) is null) return [];
        var scan = new ScannedPage(image, original, recognition);
        var grids = scan.Grids();
        var tables = grids.ConvertAll(scan.Table);
        var outside = scan.page with { Words = scan.WordsOutside(grids) };
        return [.. layout.Lay(outside, []).Concat(tables.OfType<PlacedTable>().Select(table => new PagePart(outside, table.Top, table, null))).OrderBy(part => part.Top)];
    }

    /// <summary>Whether far more is drawn on a page than its words and some lines.</summary>
    public static bool IsPicture(GreyImage image, PageText page)
    {
        var pixels = Math.Max(image.Width, image.Height) / Math.Max(page.Width, page.Height);
        var (seen, ink) = (0, 0);
        for (var y = 0; y < image.Height; y += 3)
        {
            var row = image.Row(y);
            for (var x = 0; x < image.Width; x += 3)
            {
                seen++;
                if (row[x] >= 128) continue;
                var (pageX, pageY) = (x / pixels, y / pixels);
                if (!page.Words.Any(word => pageX > word.Left - 2 && pageX < word.Right + 2 && pageY > word.Top - 2 && pageY < word.Bottom + 2)) ink++;
            }
        }
        return ink > seen / 100;
    }

    private List<RuledGrid> Grids()
    {
        var rules = new RuleFinder(image, PixelsPerPoint, RuleTraits.Scanned(contrast)).Find();
        // One row as low as a heading is one: strokes of its characters that happen to touch.
        return RuledGrid.Of(RulesOnly(rules)).Where(grid => grid.Rows > 1 || grid.Bottom - grid.Top > 20).ToList();
    }

    // A rule of a table runs from rule to rule; a stroke of a character ends short of them, or goes on a little in one.
    private static List<Rule> RulesOnly(List<Rule> rules)
    {
        var across = rules.Where(rule => rule.IsHorizontal).ToList();
        var down = rules.Where(rule => !rule.IsHorizontal).ToList();
        for (var before = -1; before != across.Count + down.Count;)
        {
            before = across.Count + down.Count;
            down = down.Select(rule => Cut(rule, across)).OfType<Rule>().ToList();
            across = across.Where(rule => down.Exists(other => Math.Abs(other.At - rule.From) < Reach || Math.Abs(other.At - rule.To) < Reach)
                || down.Count(other => other.At > rule.From && other.At < rule.To && rule.At > other.From - Reach && rule.At < other.To + Reach) > 1).ToList();
        }
        return [.. across, .. down];
    }

    private static Rule? Cut(Rule down, List<Rule> across)
    {
        var ends = across.Where(rule => rule.At > down.From - Reach && rule.At < down.To + Reach && down.At > rule.From - (2 * Reach) && down.At < rule.To + (2 * Reach)).Select(rule => rule.At).ToList();
        if (ends.Count < 2) return null;
        var isWhole = Math.Abs(down.From - ends.Min()) < Reach && Math.Abs(down.To - ends.Max()) < Reach;
        return isWhole || down.Length > TallerThanText ? down with { From = ends.Min(), To = ends.Max() } : null;
    }

    private PlacedTable? Table(RuledGrid grid)
    {
        var inks = grid.Cells.Select(cell => Ink.Of(image, Pixel(cell.Left + Edge), Pixel(cell.Top + Edge), Pixel(cell.Right - Edge), Pixel(cell.Bottom - Edge), dark, PixelsPerPoint)).ToList();
        if (inks.Count(ink => ink is not null) < 2) return null;
        var read = Recognise(inks.OfType<Ink>().ToList());
        var cells = grid.Cells.Zip(inks).Select(pair =>
        {
            var (cell, ink) = pair;
            var found = ink is null ? null : read[ink];
            return new PlacedCell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, found?.Text ?? "", BoxOf(cell), found?.Confidence ?? 1);
        }).ToList();
        return new PlacedTable(page.Number, grid.Top, grid.Bottom, grid.Xs, cells);
    }

    private Dictionary<Ink, Recognised> Recognise(List<Ink> inks)
    {
        var read = new Dictionary<Ink, Recognised>(ReferenceEqualityComparer.Instance);
        var numbers = inks.Where(ink => ink.IsNarrow).ToList();
        foreach (var (ink, found) in numbers.Zip(recognition.Digits(numbers.ConvertAll(ink => Crop(ink.Left, ink.Top, ink.Right, ink.Bottom, 2))))) read[ink] = found;
        // Doubtful ones again, drawn larger; what is no number at all is text.
        var doubtful = numbers.Where(ink => read[ink].Confidence < Doubt).ToList();
        foreach (var (ink, found) in doubtful.Zip(recognition.Digits(doubtful.ConvertAll(ink => Crop(ink.Left, ink.Top, ink.Right, ink.Bottom, 3)))))
        {
            if (read[ink].Text.Length == 0 || read[ink].Text == found.Text) read[ink] = found.Confidence > read[ink].Confidence ? found : read[ink];
        }
        var texts = inks.Where(ink => !ink.IsNarrow).Concat(numbers.Where(ink => read[ink].Text.Length == 0)).ToList();
        var lines = texts.SelectMany(ink => ink.Lines.Select(line => (Ink: ink, line.Top, line.Bottom))).ToList();
        var found7 = recognition.Text(lines.ConvertAll(line => Crop(line.Ink.Left, line.Top, line.Ink.Right, line.Bottom, 2)), pageMode: 7);
        foreach (var group in lines.Zip(found7).GroupBy(pair => pair.First.Ink, ReferenceEqualityComparer.Instance))
        {
            // Something is printed that could not be read: it must not pass for an empty cell.
            var parts = group.Select(pair => pair.Second).Where(part => part.Text.Length > 0).ToList();
            read[(Ink)group.Key!] = parts.Count == 0 ? new Recognised(Unreadable, 0, []) : new Recognised(string.Join('\n', parts.Select(part => part.Text)), parts.Min(part => part.Confidence), []);
        }
        return read;
    }

    private static int Pixel(double points) => (int)Math.Round(points * PixelsPerPoint);

    // As it lies on the page: the straight picture's place turned back.
    private Box BoxOf(RuledCell cell)
    {
        var (x, y) = skew.Original((cell.Left + cell.Right) / 2 * PixelsPerPoint, (cell.Top + cell.Bottom) / 2 * PixelsPerPoint);
        var (width, height) = (cell.Right - cell.Left, cell.Bottom - cell.Top);
        return page.ToPage((x / PixelsPerPoint) - (width / 2), (y / PixelsPerPoint) - (height / 2), (x / PixelsPerPoint) + (width / 2), (y / PixelsPerPoint) + (height / 2));
    }

    // The ink with white around it, drawn larger where its characters are small for the reader.
    private byte[] Crop(int inkLeft, int inkTop, int inkRight, int inkBottom, int scale)
    {
        const int margin = 12;
        var (width, height) = (((inkRight - inkLeft) * scale) + (2 * margin), ((inkBottom - inkTop) * scale) + (2 * margin));
        var pixels = new byte[width * height];
        pixels.AsSpan().Fill(255);
        for (var y = 0; y < (inkBottom - inkTop) * scale; y++)
        {
            for (var x = 0; x < (inkRight - inkLeft) * scale; x++) pixels[((y + margin) * width) + x + margin] = levels[image.At(inkLeft + ((x + 0.5) / scale) - 0.5, inkTop + ((y + 0.5) / scale) - 0.5)];
        }
        return new GreyImage(width, height, pixels).ToPgm();
    }

    // The page with its tables painted over.
    private List<Word> WordsOutside(List<RuledGrid> grids)
    {
        var pixels = new byte[image.Width * image.Height];
        for (var y = 0; y < image.Height; y++) image.Row(y).CopyTo(pixels.AsSpan(y * image.Width));
        foreach (var grid in grids)
        {
            var (left, right) = (Math.Max(0, Pixel(grid.Left - 3)), Math.Min(image.Width, Pixel(grid.Right + 3)));
            for (var y = Math.Max(0, Pixel(grid.Top - 3)); y < Math.Min(image.Height, Pixel(grid.Bottom + 3)); y++) pixels.AsSpan((y * image.Width) + left, right - left).Fill(255);
        }
        var rest = new GreyImage(image.Width, image.Height, pixels);
        if (Ink.Of(rest, 0, 0, rest.Width, rest.Height, dark, PixelsPerPoint) is null) return [];
        return recognition.Text([rest.ToPgm()], pageMode: 6)[0].Words.Select(word => word with
        {
            Left = word.Left / PixelsPerPoint,
            Right = word.Right / PixelsPerPoint,
            Top = word.Top / PixelsPerPoint,
            Bottom = word.Bottom / PixelsPerPoint,
        }).ToList();
    }
}
