// How soon a person sees the numbers of a made-up country. Measured in every run, and held to its targets where the country
// has its full size (ANALYTICS_COUNTRY_AGENCIES, set by ./test --nightly): a small one on a busy machine proves nothing.
using System.Globalization;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace Analytics.Acceptance;

[Collection(nameof(Browser))]
public sealed class SpeedTests(Browser browser, ITestOutputHelper output)
{
    private const string Small = "200";
    private const double FirstView = 1000;
    private const double Choice = 300;
    private const double CachedChoice = 100;

    // From the click until the table shows it; painting comes with the next frame.
    private const string Change =
        """
        async year => {
          const select = document.querySelectorAll('.years select')[0];
          const began = performance.now();
          select.value = year;
          select.dispatchEvent(new Event('change', { bubbles: true }));
          while (document.querySelector('thead th.num')?.textContent !== year) await new Promise(requestAnimationFrame);
          return performance.now() - began;
        }
        """;

    [Fact]
    public async Task First_view_and_changes_of_choice_are_measured()
    {
        var wanted = Environment.GetEnvironmentVariable("ANALYTICS_COUNTRY_AGENCIES");
        using var data = new DataFolderForTest();
        var facts = Path.Combine(data.Path, "facts");
        var patience = TimeSpan.FromMinutes(30);
        var made = await ProgramUnderTest.RunAsync(patience, "synth", facts, "--agencies", wanted ?? Small, "--years", wanted is null ? "2019-2022" : "2019-2028");
        Assert.True(made.ExitCode == 0, made.Error);
        var loaded = await ProgramUnderTest.RunAsync(patience, "load", facts, "--data", Path.Combine(data.Path, "data"));
        Assert.True(loaded.ExitCode is 0 or 3, loaded.Error);
        await using var server = await ProgramUnderTest.ServeAsync(Path.Combine(data.Path, "data"), withSamples: false);

        // The first visitor of all warms the program up; the second is the one who counts.
        await using (var first = await browser.OpenAsync("compare", at: server.Address)) await first.Page.Locator(".notice .button.primary").ClickAsync();
        await using var visit = await browser.OpenAsync("compare", at: server.Address);
        await visit.Page.Locator(".notice .button.primary").ClickAsync();
        await Expect(visit.Page.Locator(".chart svg").First).ToBeVisibleAsync();
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator(".chart svg").First).ToBeVisibleAsync();
        var view = await visit.Page.EvaluateAsync<double>(
            """
            () => {
              const page = performance.getEntriesByType('navigation')[0];
              const paint = performance.getEntriesByName('first-contentful-paint')[0];
              return paint.startTime - page.responseStart;
            }
            """);
        await visit.Page.Locator(".frame[data-interactive=true]").WaitForAsync();
        var fresh = await visit.Page.EvaluateAsync<double>(Change, "2020");
        await visit.Page.EvaluateAsync<double>(Change, "2021");
        var cached = await visit.Page.EvaluateAsync<double>(Change, "2020");

        var figures = string.Create(CultureInfo.InvariantCulture,
            $"{wanted ?? Small} agencies: first view {view:0} ms after the first byte ({FirstView}), a change of choice {fresh:0} ms ({Choice}), cached {cached:0} ms ({CachedChoice})");
        output.WriteLine(figures);
        Directory.CreateDirectory(Path.Combine(ProgramUnderTest.Root, "artifacts", "tests"));
        await File.WriteAllTextAsync(Path.Combine(ProgramUnderTest.Root, "artifacts", "tests", "speed.txt"), figures + Environment.NewLine);
        Assert.Empty(visit.Errors);
        if (wanted is null) return;
        Assert.InRange(view, 0, FirstView);
        Assert.InRange(fresh, 0, Choice);
        Assert.InRange(cached, 0, CachedChoice);
    }
}
