// How a chosen agency or region is named in an address.
namespace Analytics.Dashboards.Components.Choosing;

/// <summary>A chosen agency or region.</summary>
/// <param name="IsRegion">A region stands for whoever speaks for it.</param>
/// <param name="Code">Region code, or the agency's code.</param>
public readonly record struct EntityKey(bool IsRegion, string Code)
{
    private const string RegionPrefix = "r:";

    // A comma parts the choices of an address, so one inside a name is written otherwise.
    public static EntityKey Parse(string text) => text.StartsWith(RegionPrefix, StringComparison.Ordinal)
        ? new EntityKey(true, text[RegionPrefix.Length..])
        : new EntityKey(false, text.Replace("~1", ",", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));

    public override string ToString() => IsRegion
        ? RegionPrefix + Code
        : Code.Replace("~", "~0", StringComparison.Ordinal).Replace(",", "~1", StringComparison.Ordinal);
}
