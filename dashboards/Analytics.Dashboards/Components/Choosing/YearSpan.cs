// How the years of an agency are told in a list.
namespace Analytics.Dashboards.Components.Choosing;

internal static class YearSpan
{
    /// <summary>2021, or 2019–2024; empty for none. Years must be in order.</summary>
    public static string Of(IReadOnlyList<short> years) => years switch
    {
        [] => "",
        [var only] => $"{only}",
        [var first, .., var last] => $"{first}–{last}",
    };
}
