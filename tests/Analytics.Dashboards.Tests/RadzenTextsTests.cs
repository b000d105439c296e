// The component library speaks English unless it is told otherwise, and its words are read out to people.
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace Analytics.Dashboards.Tests;

public sealed class RadzenTextsTests
{
    [Fact]
    public async Task Library_takes_its_texts_from_ours_and_keeps_its_own_for_the_rest()
    {
        await using var services = PageServices.Create();
        var localizer = services.GetRequiredService<ILocalizer>();

        Assert.Equal("关闭", localizer.Get("Dialog_CloseSideDialogAriaLabel", CultureInfo.InvariantCulture));
        Assert.Null(localizer.Get("NoSuchText", CultureInfo.InvariantCulture));
    }
}
