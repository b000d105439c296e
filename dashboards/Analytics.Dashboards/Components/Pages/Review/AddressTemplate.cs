// An empty list of addresses to fill in.
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace Analytics.Dashboards.Components.Pages.Review;

internal static class AddressTemplate
{
    // Spreadsheets take a file for UTF-8 by its mark.
    private const string Mark = "\uFEFF";

    public static IResult Send(IStringLocalizer<Texts> texts) =>
        Results.File(System.Text.Encoding.UTF8.GetBytes($"{Mark}{texts["Fetch.TemplateHeads"]}\r\n"), "text/csv; charset=utf-8", texts["Fetch.TemplateName"]);
}
