// A row of facts as it was written.
using System.Globalization;
using Analytics.Extraction;

namespace Analytics.Etl.Facts;

/// <summary>Texts of a row, trimmed. What may be left out stands as what it then means.</summary>
/// <param name="Number">Line of a CSV file, row of a sheet, place in a JSON file; from 1.</param>
/// <param name="Published">Date of publication; empty where the row does not say.</param>
internal sealed record FactRow(long Number, string Agency, string Region, string Year, string Scope, string Metric, string State, string Value, string Unit, string Published)
{
    private const char Unknown = '\uFFFD';

    /// <summary>Whose report it belongs to.</summary>
    public (string Agency, string Region, string Year, string Scope) Of => (Agency, Region, Year, Scope);

    /// <summary>Chinese: what is wrong with how it was written; null where nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>Bytes that are no text stood in it.</summary>
    public bool IsGarbled => Agency.Contains(Unknown) || Region.Contains(Unknown) || Year.Contains(Unknown) || Scope.Contains(Unknown) || Metric.Contains(Unknown)
        || State.Contains(Unknown) || Value.Contains(Unknown) || Unit.Contains(Unknown) || Published.Contains(Unknown);

    /// <summary>A row of a list.</summary>
    /// <param name="text">Text of a column, empty where there is none.</param>
    public static FactRow From(long number, Func<ListColumn, string> text)
    {
        var (scope, state, value) = (text(FactColumns.Scope), text(FactColumns.State), text(FactColumns.Value));
        return new FactRow(number, text(FactColumns.Agency), text(FactColumns.Region), text(FactColumns.Year), scope.Length > 0 ? scope : "own", text(FactColumns.Metric),
            state.Length > 0 ? state : PrintedBlank.Is(value) ? "blank" : "number", value, text(FactColumns.Unit), text(FactColumns.Published));
    }

    /// <summary>What it says, without where: by this a report is known when its rows come again. The words stay as they are, so that
    /// what was loaded before is known.</summary>
    public string Content => string.Create(CultureInfo.InvariantCulture,
        $"Row {{ Number = 0, Agency = {Agency}, Region = {Region}, Year = {Year}, Scope = {Scope}, Metric = {Metric}, State = {State}, Value = {Value}, Unit = {Unit}{(Published.Length > 0 ? ", Published = " + Published : "")} }}");
}
