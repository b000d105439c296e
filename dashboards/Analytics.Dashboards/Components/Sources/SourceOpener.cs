// Opens the drawer from any number or mark of any page.
using Analytics.Catalog;
using Microsoft.Extensions.Localization;
using Radzen;

namespace Analytics.Dashboards.Components.Sources;

/// <summary>The way from a number to its source.</summary>
public sealed class SourceOpener(DialogService dialogs, IStringLocalizer<Texts> texts)
{
    /// <summary>Opens the source of a value; a text that names none opens nothing.</summary>
    /// <param name="source">As <see cref="SourceKey.ToString"/> writes it.</param>
    public async Task OpenAsync(string source)
    {
        if (SourceKey.Parse(source) is { } key) await OpenAsync(key);
    }

    /// <summary>Opens the source of a report's value.</summary>
    public Task OpenAsync(int report, MetricKey metric) => OpenAsync(new SourceKey(report, metric));

    private Task OpenAsync(SourceKey key) => dialogs.OpenSideAsync<SourceDrawer>(
        texts["Source.Title"], new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(SourceDrawer.Key)] = key },
        new SideDialogOptions { Position = DialogPosition.Right, Width = "min(500px, 100vw)", CloseDialogOnOverlayClick = true, ShowMask = true });
}
