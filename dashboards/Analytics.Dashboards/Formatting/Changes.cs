// Changes with their sign: relative ones in per cent, those of rates in percentage points.
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Formatting;

/// <summary>Texts of changes.</summary>
public sealed class Changes(IStringLocalizer<Texts> texts)
{
    /// <summary>+5.2%, −3.0%, 0.0%.</summary>
    public static string Relative(decimal change) => (change * 100).ToString("+0.0'%';−0.0'%';0.0'%'", CultureInfo.InvariantCulture);

    /// <summary>A change in the metric's own unit: +1.2 percentage points, −3 件.</summary>
    public string Absolute(decimal change, string unit) => unit == "%"
        ? texts["Change.Points", (change * 100).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture)]
        : texts["Change.InUnit", change.ToString("+#,0.##;−#,0.##;0", CultureInfo.InvariantCulture), MetricNames.Unit(unit)];
}
