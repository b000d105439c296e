// What a tile and a row of the map's table say.
using Analytics.Dashboards.Formatting;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Map;

/// <summary>Texts of parts.</summary>
public sealed class MapWords(IStringLocalizer<Texts> texts, GroupWords words, ShortNumbers shortNumbers)
{
    /// <summary>The value, or the sign of why there is none.</summary>
    public string Figure(MapPart part, string unit, bool isShort = false) => part switch
    {
        { Value: { } value } => isShort ? shortNumbers.Show(value, unit) : Numbers.Show(value, unit),
        { State: MapPartState.NothingCounts } => "·",
        { State: MapPartState.NobodyReported } => "—",
        _ => "",
    };

    /// <summary>Under the figure of a tile: that it is one agency's alone, or the coverage.</summary>
    public string UnderFigure(MapPart part) => part.OnlyAgency is null ? words.Coverage(part.Coverage) : texts["Map.OnlyOne"];

    /// <summary>All of a tile in one sentence.</summary>
    public string Label(MapPart part, MapResult result)
    {
        if (part.State == MapPartState.NotHere) return texts["Map.Told", part.Name, texts["MapState.NotHere"].Value];
        var told = new List<string>
        {
            part.Value is null ? texts["MapState." + part.State]
                : part.OnlyAgency is { } agency ? texts["Map.ToldOnly", Amount(part.Value.Value, result.Unit), agency]
                : texts[result.IsSum ? "Map.ToldSum" : "Map.ToldMedian", Amount(part.Value.Value, result.Unit), part.Counted],
            words.CoverageInFull(part.Coverage),
        };
        if (part.LeftOut.Total > 0) told.Add(texts["Map.LeftOut", words.LeftOut(part.LeftOut)]);
        return texts["Map.Told", part.Name, string.Join(texts["List.Semicolon"], told)];
    }

    /// <summary>The values of a shade.</summary>
    public string Limits(Shade shade, string unit) => shade.Least == shade.Greatest
        ? shortNumbers.Show(shade.Least, unit)
        : texts["Map.Limits", shortNumbers.Show(shade.Least, unit), shortNumbers.Show(shade.Greatest, unit)];

    private static string Amount(decimal value, string unit) => Numbers.Show(value, unit) + (unit == "%" ? "" : " " + MetricNames.Unit(unit));
}
