// A reader of English, for as long as it is not disposed of.
using System.Globalization;

namespace Analytics.Dashboards.Tests;

internal sealed class InEnglish : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public InEnglish() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.English);

    public void Dispose() => CultureInfo.CurrentUICulture = before;
}
