// The component library's own texts, from the same resource as ours.
using System.Globalization;
using Microsoft.Extensions.Localization;
using Radzen;

namespace Analytics.Dashboards;

/// <summary>Texts under <c>Radzen.</c> in <c>Resources/Frame.resx</c>; null leaves the library's own.</summary>
internal sealed class RadzenTexts(IStringLocalizer<Texts> texts) : ILocalizer
{
    public string? Get(string key, CultureInfo culture) => texts["Radzen." + key] is { ResourceNotFound: false } text ? text.Value : null;
}
