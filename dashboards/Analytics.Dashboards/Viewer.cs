// Who looks, and which regions they may see. Until accounts exist everyone on this machine sees the country.
using Analytics.Warehouse;

namespace Analytics.Dashboards;

/// <summary>The person behind a circuit or request.</summary>
public sealed class Viewer
{
    public Scope Scope { get; } = Scope.Country;

    /// <summary>Kept with what the person does.</summary>
    public string Author { get; } = "本机";
}
