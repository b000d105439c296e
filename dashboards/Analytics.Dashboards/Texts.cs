// Names the resources of all texts of the pages.
namespace Analytics.Dashboards;

/// <summary>Texts of the pages, in the files under <c>Resources</c>.</summary>
public sealed class Texts;
