// Names the resource of all texts of the pages.
namespace Analytics.Dashboards;

/// <summary>Texts of the pages, in <c>Resources/Texts.resx</c>.</summary>
public sealed class Texts;
