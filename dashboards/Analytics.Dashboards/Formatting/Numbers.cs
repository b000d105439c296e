// How values are written: thousands separators, full precision, rates in per cent, and a sign for what is no number.
using System.Globalization;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Warehouse;

namespace Analytics.Dashboards.Formatting;

/// <summary>Texts of values.</summary>
public static class Numbers
{
    /// <summary>A number of a unit: 1,234; 3,336.05; 44.4%.</summary>
    public static string Show(decimal value, string unit) => unit == "%"
        ? (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%"
        : value.ToString("#,0.######", CultureInfo.InvariantCulture);

    /// <summary>A change with its sign, to one digit: +12.3, −4.0, 0.0.</summary>
    public static string Signed(decimal value) => value.ToString("+0.0;\u22120.0;0.0", CultureInfo.InvariantCulture);

    /// <summary>A number at the end of a small axis: rounded to a few digits.</summary>
    public static string Short(decimal value, string unit) => unit == "%"
        ? (value * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%"
        : value.ToString(Math.Abs(value) < 100 ? "0.##" : "#,0", CultureInfo.InvariantCulture);

    /// <summary>A term of a derived value in its own unit; — where the report does not have it.</summary>
    public static string Show(SourceTerm term) => term.Value is { } value ? Show(value, term.Unit) : Show(term.State, null);

    /// <summary>A printed cell: its number, or the sign of what stands there.</summary>
    /// <param name="state">number, blank or unread; null where there is no such cell.</param>
    public static string Show(string? state, decimal? value) => value is { } number ? Show(number, "") : state switch { null => "—", "blank" => "／", _ => "?" };

    /// <summary>Years in order with runs drawn together: 2019, 2021–2024.</summary>
    public static IEnumerable<string> Ranges(IEnumerable<int> years)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var year in years.Order())
        {
            if (runs.Count > 0 && runs[^1].Last + 1 == year) runs[^1] = (runs[^1].First, year);
            else runs.Add((year, year));
        }
        return runs.Select(run => run.First == run.Last ? $"{run.First}" : $"{run.First}–{run.Last}");
    }

    /// <summary>A point as a table shows it: 0 is not ／ is not —.</summary>
    public static string Show(Point point, string unit) => point.State switch
    {
        PointState.Number => Show(point.Value!.Value, unit),
        PointState.Blank => "／",
        PointState.Unread => "?",
        PointState.Undefined or PointState.Incomplete => "·",
        PointState.Disputed => "⚠",
        _ => "—",
    };
}
