// Every text of the pages stands in one resource: a key that is misspelt would be shown as it is, and one that nobody
// uses would be translated for nothing.
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Analytics.Catalog;
using Analytics.Dashboards.Components.Choosing;
using Analytics.Dashboards.Components.Pages.Agencies;
using Analytics.Dashboards.Components.Pages.Compare;
using Analytics.Dashboards.Components.Pages.Jobs;
using Analytics.Dashboards.Components.Pages.Map;
using Analytics.Dashboards.Components.Pages.Quality;
using Analytics.Dashboards.Components.Pages.Ranking;
using Analytics.Dashboards.Components.Pages.Review;
using Analytics.Dashboards.Components.Pages.Trends;
using Analytics.Dashboards.Components.Searching;
using Analytics.Dashboards.Components.Sources;
using Analytics.Etl.Operations;
using Radzen.Blazor;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Dashboards.Tests;

public sealed partial class TextsTests
{
    // Keys put together at run time: what they begin with, and what may follow.
    private static readonly Dictionary<string, IEnumerable<string>> Families = new(StringComparer.Ordinal)
    {
        ["RegionLevel."] = GroupState.Levels.Where(level => level.Length > 0),
        ["CompareView."] = Enum.GetNames<CompareView>().Where(name => name != nameof(CompareView.Auto)),
        ["Measure."] = Enum.GetNames<Measure>(),
        ["Scope."] = Enum.GetNames<ReportScope>().Select(name => name.ToLowerInvariant()),
        ["TrendsView."] = Enum.GetNames<TrendsView>(),
        ["TrendsSubtitle."] = Enum.GetNames<TrendsView>(),
        ["MapState."] = Enum.GetNames<MapPartState>(),
        ["Point."] = Enum.GetNames<PointState>(),
        ["RankingOrder."] = Enum.GetNames<RankingOrder>(),
        ["RankingPolarity."] = ["higher", "lower", "neutral"],
        // Why a value does not count, but for a denominator that is too small.
        ["RankingReason."] = ["disputed", "no_unit", "blank", "unread", "incomplete", "undefined"],
        ["Rule."] = Enum.GetNames<RuleResult>(),
        ["FormTable."] = ["2", "3", "4", .. CatalogData.Current.Metrics.Select(metric => metric.Table).Distinct()],
        ["Unit."] = CatalogData.Current.Metrics.Select(metric => metric.Unit).Distinct(),
        ["SearchGroup."] = Enum.GetNames<FoundGroup>(),
        ["AgencyYear."] = ["reported", "late", "missing", "due", "quarantined", "not_expected", "unknown"],
        ["AgencyView."] = Enum.GetNames<AgencyView>(),
        ["AgencyTopic."] = AgencyTopics.Keys,
        ["OutcomeGroup."] = AgencyTopics.OutcomeGroups,
        ["FigureChange."] = Enum.GetNames<FigureChange>(),
        ["Applicant."] = Columns("requests.received"),
        ["DisputeLine."] = ["reconsideration", "litigation_direct", "litigation_after"],
        ["DisputeResult."] = Columns("reconsideration").Where(column => column != Flow.Total),
        ["JobsTab."] = Enum.GetNames<JobsTab>(),
        ["RunFilter."] = JobsState.RunFilters.Select(Named),
        ["RunState."] = Enum.GetNames<RunState>(),
        ["RunOrigin."] = Enum.GetNames<RunOrigin>().Select(name => name.ToLowerInvariant()),
        ["DocumentFilter."] = RunView.Filters.Select(Named),
        ["DocumentState."] = Enum.GetNames<DocumentState>(),
        ["LogLevel."] = ["info", "warning", "error"],
        ["NodeRole."] = ["owner", "worker"],
        // Recurring jobs.
        ["Schedule."] = ["inbox", "fetch-all", "retention"],
        ["ScheduleText."] = ["inbox", "fetch-all", "retention"],
        ["Severity."] = ["error", "warning", "info"],
        ["FindingState."] = FindingsState.States,
        ["CorrectionStatus."] = ["active", "replaced", "stale", "withdrawn"],
        ["AddressOutcome."] = ["fetched", "unchanged", "refused", "failed", "none"],
        ["Weekday."] = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"],
        ["QualityTab."] = Enum.GetNames<QualityTab>(),
        ["MatrixShow."] = QualityState.Shows.Select(Named),
        ["Square."] = Squares.States,
        ["SquareText."] = Squares.States,
        ["NoteState."] = Enum.GetNames<NoteState>(),
        ["NoteStep."] = ["Answer", "Extend", "Close"],
        // Any of the component library's own texts.
        ["Radzen."] = [],
    };

    // What may stand outside the resource: the sign of a printed blank and the room it takes, how a formula is written, and
    // the author that is kept with what is done.
    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["Formatting/Numbers.cs"] = "／",
        ["Formatting/FormulaText.cs"] = "（）＋－",
        ["Components/Sources/SourceDrawer.razor"] = "　",
        ["Viewer.cs"] = "本机",
    };

    private static readonly Dictionary<string, string> Resource = Read(isEnglish: false);
    private static readonly Dictionary<string, string> English = Read(isEnglish: true);

    private static readonly IReadOnlyList<(string File, string Text)> Literals = SourceFile.All
        .SelectMany(file => Literal().Matches(file.Code).Select(match => (file.Name, match.Groups["text"].Value))).ToList();

    [Fact]
    public void Scan_finds_the_files_the_texts_and_the_calls()
    {
        Assert.Contains(SourceFile.All, file => file.Name == "Components/Pages/Compare/ComparePage.razor");
        Assert.Contains(SourceFile.All, file => file.Name == "Formatting/Numbers.cs");
        Assert.DoesNotContain(SourceFile.All, file => file.Name.Contains("node_modules", StringComparison.Ordinal));
        Assert.True(Asked().Count() > 50, "Hardly any text is asked for: the scan sees too little.");
    }

    [Fact]
    public void Every_text_that_is_asked_for_is_in_the_resource() =>
        Assert.Empty(Asked().Where(asked => !Resource.ContainsKey(asked.Text)).Select(asked => $"{asked.File}: {asked.Text}"));

    [Fact]
    public void Keys_that_are_put_together_are_of_a_known_family_and_complete()
    {
        Assert.Equal(Families.Keys.Order(StringComparer.Ordinal), Literals.Select(literal => literal.Text).Where(text => Family().IsMatch(text)).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Families.SelectMany(family => family.Value, (family, name) => family.Key + name), key => Assert.Contains(key, Resource));
    }

    [Fact]
    public void No_text_of_the_resource_is_unused()
    {
        var used = Literals.Select(literal => literal.Text).Concat(Families.SelectMany(family => family.Value, (family, name) => family.Key + name)).ToHashSet(StringComparer.Ordinal);

        Assert.All(Resource.Keys.Where(key => !key.StartsWith("Radzen.", StringComparison.Ordinal)), key => Assert.Contains(key, used));
    }

    [Fact]
    public void Texts_of_the_component_library_are_such_as_it_asks_for() => Assert.All(
        Resource.Keys.Where(key => key.StartsWith("Radzen.", StringComparison.Ordinal)).Select(key => key["Radzen.".Length..]),
        key => Assert.NotNull(RadzenStrings.ResourceManager.GetString(key, CultureInfo.InvariantCulture)));

    [Fact]
    public void No_text_is_empty_and_its_places_are_counted_from_zero() => Assert.All(Resource, text =>
    {
        Assert.NotEmpty(text.Value);
        var places = Places(text.Value);
        Assert.Equal(Enumerable.Range(0, places.Count), places);
    });

    [Fact]
    public void Every_text_that_people_read_is_in_the_resource() => Assert.Empty(
        from file in SourceFile.All
        from match in Chinese().Matches(file.Code)
        let text = new string(match.Value.Where(c => !Signs.GetValueOrDefault(file.Name, "").Contains(c, StringComparison.Ordinal)).ToArray())
        where text.Length > 0
        select $"{file.Name}: {text}");

    [Fact]
    public void Signs_that_may_stand_outside_the_resource_do_stand_there() => Assert.All(Signs, signs =>
        Assert.All(signs.Value, sign => Assert.Contains(sign.ToString(), SourceFile.All.Single(file => file.Name == signs.Key).Code, StringComparison.Ordinal)));

    [Fact]
    public void Every_text_has_an_english_twin_with_the_same_places()
    {
        Assert.Equal(Resource.Keys.Order(StringComparer.Ordinal), English.Keys.Order(StringComparer.Ordinal));
        Assert.All(Resource, text => Assert.Equal(Places(text.Value), Places(English[text.Key])));
        Assert.All(English.Where(text => text.Key != "Layout.LanguageShort" && text.Key != "Layout.Language"), text => Assert.DoesNotMatch(@"[\u4e00-\u9fff]", text.Value));
    }

    private static List<int> Places(string text) => Place().Matches(text).Select(match => int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture)).Distinct().Order().ToList();

    private static Dictionary<string, string> Read(bool isEnglish) => Directory.EnumerateFiles(Path.Combine(SourceFile.Folder, "Resources"), "*.resx")
        .Where(file => file.EndsWith(".en.resx", StringComparison.Ordinal) == isEnglish)
        .SelectMany(file => XDocument.Load(file).Root!.Elements("data"))
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static IEnumerable<string> Columns(string line) => Catalog.Catalog.Current.Metrics.Where(metric => metric.Key.Line == line).Select(metric => metric.Key.Column);

    private static string Named(string filter) => filter.Length == 0 ? "all" : filter;

    // T["…"], texts["…"] and whatever looks like a key of one of the resource's groups.
    private static IEnumerable<(string File, string Text)> Asked()
    {
        var groups = Resource.Keys.Select(key => key[..(key.IndexOf('.', StringComparison.Ordinal) + 1)]).ToHashSet(StringComparer.Ordinal);
        var calls = SourceFile.All.SelectMany(file => Call().Matches(file.Code).Select(match => (file.Name, match.Groups["text"].Value)));
        return calls.Concat(Literals.Where(literal => Key().IsMatch(literal.Text) && groups.Contains(literal.Text[..(literal.Text.IndexOf('.', StringComparison.Ordinal) + 1)])))
            .Where(asked => !Families.ContainsKey(asked.Item2));
    }

    // Whatever stands between two quotes: in an attribute of a .razor file they nest.
    [GeneratedRegex("(?<=\")(?<text>[^\"\\n]*)(?=\")", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Literal();

    [GeneratedRegex("\\b(T|texts)\\[\"(?<text>[^\"\\n]*)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Call();

    [GeneratedRegex(@"^[A-Z][A-Za-z]+\.[A-Za-z]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();

    [GeneratedRegex(@"^[A-Z][A-Za-z]+\.$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Family();

    [GeneratedRegex(@"\{(?<n>\d+)[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    // Han characters, Chinese punctuation and the full-width forms.
    [GeneratedRegex(@"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Chinese();
}
