// An agency's years as a line of 80 by 20 pixels: parted where nothing was reported, where a value does not count and at a new form.
using System.Globalization;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Components.Pages.Ranking;

/// <summary>A place in the drawing, in pixels.</summary>
/// <param name="Counts">False: a number that is not compared, as a hollow point.</param>
public readonly record struct SparkPoint(double X, double Y, bool Counts);

/// <summary>What is drawn.</summary>
/// <param name="Lines">Points of each unbroken line.</param>
/// <param name="Dots">Single points: those without neighbours, those that do not count, and that of the chosen year.</param>
public sealed record Sparkline(IReadOnlyList<string> Lines, IReadOnlyList<SparkPoint> Dots)
{
    public const int Width = 80;
    public const int Height = 20;
    private const int Margin = 3;

    /// <param name="years">All years of the drawing, in order.</param>
    /// <param name="points">Of one agency, in order.</param>
    /// <param name="chosen">The year of the table.</param>
    public static Sparkline Of(IReadOnlyList<int> years, IReadOnlyList<LinePoint> points, int chosen)
    {
        var numbers = points.Where(point => point.Value is not null && point.State == "number").ToList();
        if (numbers.Count == 0) return new Sparkline([], []);
        var (least, greatest) = (Math.Min(0, numbers.Min(point => point.Value!.Value)), numbers.Max(point => point.Value!.Value));
        SparkPoint Place(LinePoint point) => new(
            Margin + (years.Count == 1 ? (Width / 2.0) - Margin : (point.Year - years[0]) * (Width - (2.0 * Margin)) / (years.Count - 1)),
            Height - Margin - (greatest == least ? 0 : (double)((point.Value!.Value - least) / (greatest - least)) * (Height - (2 * Margin))),
            point.LeftOut is null);
        var runs = Runs(numbers);
        return new Sparkline(
            runs.Where(run => run.Count > 1).Select(run => string.Join(' ', run.Select(Place).Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.X:0.#},{place.Y:0.#}")))).ToList(),
            [
                .. runs.Where(run => run.Count == 1 && run[0].Year != chosen).Select(run => Place(run[0])),
                .. numbers.Where(point => point.LeftOut is not null && point.Year != chosen).Select(Place),
                .. numbers.Where(point => point.Year == chosen).Select(Place),
            ]);
    }

    private static List<List<LinePoint>> Runs(List<LinePoint> numbers)
    {
        var runs = new List<List<LinePoint>>();
        foreach (var point in numbers.Where(point => point.LeftOut is null))
        {
            if (runs.Count == 0 || runs[^1][^1].Year + 1 != point.Year || point.IsOtherForm) runs.Add([]);
            runs[^1].Add(point);
        }
        return runs;
    }
}
