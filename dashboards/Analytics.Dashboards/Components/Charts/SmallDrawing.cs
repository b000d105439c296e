// The SVG of a small chart. As in the large ones: gaps where nothing was reported, hollow points for what is no number, dashed
// outlines for what is disputed, a hatched band at a break, zero on the axis.
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Analytics.Catalog;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Components.Sources;
using Analytics.Dashboards.Formatting;

namespace Analytics.Dashboards.Components.Charts;

/// <summary>A small chart of one series; colours are the page's variables.</summary>
/// <param name="Points">One per year, in order, without gaps.</param>
/// <param name="Breaks">Years from which something is not the same any more.</param>
/// <param name="Unit">Of the values.</param>
public sealed record SmallDrawing(IReadOnlyList<Point> Points, IReadOnlyList<Break> Breaks, string Unit)
{
    private const double Side = 7;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>All it shows, in words.</summary>
    public required string Label { get; init; }

    /// <summary>A point in words.</summary>
    public required Func<Point, string> Tip { get; init; }

    public MetricKey? Metric { get; init; }

    public int Colour { get; init; }

    public int Width { get; init; } = 200;

    public int Height { get; init; } = 84;

    public (decimal Least, decimal Most)? Axis { get; init; }

    public bool IsBare { get; init; }

    private double Above => IsBare ? 4 : 16;

    private double Below => IsBare ? 4 : 17;

    private string Ink => $"var(--series-{Colour % 8})";

    /// <summary>The ends of an axis that several lines share: from zero, or the least where it is below.</summary>
    public static (decimal Least, decimal Most) AxisOf(IEnumerable<Point> points, string unit)
    {
        var values = points.Where(point => point.State == PointState.Number).Select(point => point.Value!.Value).DefaultIfEmpty(0).ToList();
        // A share that is no more than all there is stands on the whole of it.
        var most = unit == "%" && values.Max() is > 0.5m and <= 1 ? 1 : Math.Max(0, values.Max());
        return (Math.Min(0, values.Min()), most);
    }

    /// <summary>The SVG element.</summary>
    public string Write()
    {
        var (least, most) = Axis ?? AxisOf(Points, Unit);
        var span = most > least ? (double)(most - least) : 1;
        double Y(decimal value) => Height - Below - ((double)(value - least) / span * (Height - Above - Below));

        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"smallchart{(IsBare ? " bare" : "")}\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Encoder.Encode(Label)}\">");
        foreach (var change in Breaks.GroupBy(change => change.Year)) Band(svg, change.Key, string.Join('\n', change.Select(one => one.Note)));
        if (!IsBare)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M0 {Y(0):0.#}H{Width}\" stroke=\"var(--line)\"/>");
            if (most > least) Words(svg, 0, 10, "start", least < 0 ? $"{Numbers.Short(least, Unit)} … {Numbers.Short(most, Unit)}" : Numbers.Short(most, Unit));
            Words(svg, X(0), Height - 4, Points.Count == 1 ? "middle" : "start", Year(Points[0]), pull: Points.Count == 1 ? 0 : -Side);
            if (Points.Count > 1) Words(svg, X(Points.Count - 1), Height - 4, "end", Year(Points[^1]), pull: Side);
        }
        Line(svg, Y);
        for (var i = 0; i < Points.Count; i++) Mark(svg, Points[i], X(i), Points[i].State == PointState.Number ? Y(Points[i].Value!.Value) : Y(0));
        return svg.Append("</svg>").ToString();
    }

    private static string Year(Point point) => point.Year.ToString(CultureInfo.InvariantCulture);

    private double X(double index) => Points.Count == 1 ? Width / 2d : Side + (index / (Points.Count - 1) * (Width - (2 * Side)));

    private static void Words(StringBuilder svg, double x, double y, string anchor, string text, double pull = 0) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + pull:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" font-size=\"11\" fill=\"var(--text-2)\">{Encoder.Encode(text)}</text>");

    // Between the last year before and the first year after.
    private void Band(StringBuilder svg, int year, string note)
    {
        var index = year - Points[0].Year;
        if (index <= 0 || index >= Points.Count) return;
        var (from, top, to, bottom) = (X(index - 0.5) - 3, Above - 4, X(index - 0.5) + 3, Height - Below);
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"break\"><title>{Encoder.Encode(note)}</title><path d=\"M{from:0.#} {top:0.#}H{to:0.#}V{bottom:0.#}H{from:0.#}Z\" fill=\"var(--hatch)\"/><path stroke=\"var(--hatch-line)\" d=\"");
        for (var y = top + 6; y <= bottom; y += 5) svg.Append(CultureInfo.InvariantCulture, $"M{from:0.#} {y:0.#}l6 -6");
        svg.Append("\"/></g>");
    }

    // Years that follow each other are joined, but not across a break.
    private void Line(StringBuilder svg, Func<decimal, double> y)
    {
        var path = new StringBuilder();
        for (var i = 1; i < Points.Count; i++)
        {
            if (Points[i] is not { State: PointState.Number, Value: { } value } || Points[i - 1] is not { State: PointState.Number, Value: { } before }) continue;
            if (Breaks.Any(change => change.Year == Points[i].Year && !change.Joins)) continue;
            path.Append(CultureInfo.InvariantCulture, $"M{X(i - 1):0.#} {y(before):0.#}L{X(i):0.#} {y(value):0.#}");
        }
        if (path.Length > 0) svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line\" d=\"{path}\" fill=\"none\" stroke=\"{Ink}\" stroke-width=\"1.6\"/>");
    }

    private void Mark(StringBuilder svg, Point point, double x, double y)
    {
        if (point.State == PointState.Absent) return;
        var source = Metric is { } metric && point.ReportId is { } report ? $" data-source=\"{new SourceKey(report, metric)}\"" : "";
        var look = point switch
        {
            { IsDisputed: true } => $"r=\"3.6\" fill=\"var(--surface)\" stroke=\"{Ink}\" stroke-width=\"1.4\" stroke-dasharray=\"2 1.4\"",
            { State: PointState.Unread } => "r=\"3.4\" fill=\"var(--surface)\" stroke=\"var(--warning)\" stroke-width=\"1.6\"",
            { State: not PointState.Number } => $"r=\"3.4\" fill=\"var(--surface)\" stroke=\"{Ink}\" stroke-width=\"1.4\"",
            _ => $"r=\"{(IsBare ? "1.6" : "2.8")}\" fill=\"{Ink}\"{(point.IsSmall || !point.HasUnit ? " opacity=\".45\"" : "")}",
        };
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"point\"{source}><title>{Encoder.Encode(Tip(point))}</title>");
        // A small point is easier to hit than it looks.
        if (source.Length > 0) svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"8\" fill=\"transparent\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" {look}/></g>");
    }
}
