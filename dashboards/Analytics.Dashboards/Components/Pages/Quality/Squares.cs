// How a report of the matrix is told: a sign, a tone and words, never colour alone.
using Analytics.Warehouse;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Quality;

/// <summary>Signs and words of the matrix.</summary>
public sealed class Squares(IStringLocalizer<Texts> texts)
{
    /// <summary>All states in the order they are explained in.</summary>
    public static readonly IReadOnlyList<string> States = ["fine", "warnings", "errors", "quarantined", "missing", "awaited", "not_expected", "unknown"];

    /// <summary>What stands in the square.</summary>
    public static string Sign(string state) => state switch
    {
        "fine" => "✓",
        "warnings" => "!",
        "errors" => "×",
        "quarantined" => "⊘",
        "missing" => "○",
        "awaited" => "…",
        "not_expected" => "·",
        _ => "?",
    };

    /// <summary>What the square says in words: agency, year, state, day.</summary>
    public string Text(MatrixCell cell)
    {
        var parts = new List<string> { texts["Matrix.Of", cell.AgencyName, cell.Year, State(cell)] };
        if (cell.IsLate) parts.Add(texts["Matrix.LateText", cell.Published!.Value, cell.Published!.Value.DayNumber - cell.DueOn.DayNumber]);
        if (cell.Reports > 1) parts.Add(texts["Matrix.Several", cell.Reports]);
        // A document that could not be loaded may stand beside a report that was.
        if (cell is { Reports: > 0, Quarantined: > 0 }) parts.Add(texts["SquareText.quarantined", cell.Quarantined]);
        return string.Join(texts["List.Semicolon"], parts);
    }

    private string State(MatrixCell cell) => cell.State switch
    {
        "errors" => texts["SquareText.errors", cell.Errors, cell.Warnings],
        "warnings" => texts["SquareText.warnings", cell.Warnings],
        "quarantined" => texts["SquareText.quarantined", cell.Quarantined],
        "missing" => texts["SquareText.missing", cell.DueOn],
        "awaited" => texts["SquareText.awaited", cell.DueOn],
        _ => texts["SquareText." + cell.State],
    };
}
