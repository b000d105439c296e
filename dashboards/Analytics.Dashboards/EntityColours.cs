// An agency keeps its colour for as long as a visit lasts, whatever else is chosen or removed.
namespace Analytics.Dashboards;

/// <summary>Colours of one circuit.</summary>
public sealed class EntityColours
{
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);

    /// <summary>Index of the agency's colour; counted on beyond the eight colours there are.</summary>
    public int Of(string agency)
    {
        if (!known.TryGetValue(agency, out var colour)) known[agency] = colour = known.Count;
        return colour;
    }
}
