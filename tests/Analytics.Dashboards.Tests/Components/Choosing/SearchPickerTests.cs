// The search field must be usable by keyboard alone and tell a screen reader what it does.
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Analytics.Dashboards.Components.Choosing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Dashboards.Tests.Components.Choosing;

public sealed class SearchPickerTests : IAsyncDisposable
{
    private static readonly string[] Names = ["拱墅区教育局", "拱墅区民政局", "朝阳区教委"];
    private readonly ServiceProvider services = PageServices.Create();
    private readonly List<string> picked = [];
    private readonly List<string> asked = [];

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Closed_field_is_a_labelled_combobox_without_a_list()
    {
        await using var picker = await ShowAsync();
        var page = await picker.PageAsync();
        var input = Input(page);

        Assert.Equal("combobox", input.GetAttribute("role"));
        Assert.Equal("false", input.GetAttribute("aria-expanded"));
        Assert.Equal(input.Id, page.QuerySelector("label")!.GetAttribute("for"));
        Assert.Null(input.GetAttribute("aria-activedescendant"));
        Assert.Null(page.QuerySelector("[role=listbox]"));
    }

    [Fact]
    public async Task Entering_the_field_offers_suggestions_and_marks_none()
    {
        await using var picker = await ShowAsync();

        await picker.FireAsync("input", "onfocus", new FocusEventArgs());

        var page = await picker.PageAsync();
        Assert.Equal([""], asked);
        Assert.Equal(Names, Options(page).Select(option => option.TextContent));
        Assert.Equal(("true", page.QuerySelector("[role=listbox]")!.Id), (Input(page).GetAttribute("aria-expanded"), Input(page).GetAttribute("aria-controls")));
        Assert.Null(Marked(page));

        await PressAsync(picker, "Enter");
        Assert.Empty(picked);
    }

    [Fact]
    public async Task Typing_finds_and_marks_the_best_so_that_Enter_picks_it()
    {
        await using var picker = await ShowAsync();

        await TypeAsync(picker, "民政");
        Assert.Equal("拱墅区民政局", Marked(await picker.PageAsync()));
        await PressAsync(picker, "Enter");

        Assert.Equal(["拱墅区民政局"], picked);
        var page = await picker.PageAsync();
        Assert.Equal(("", "false"), (Input(page).GetAttribute("value"), Input(page).GetAttribute("aria-expanded")));
        Assert.Empty(Options(page));
    }

    [Fact]
    public async Task Arrow_keys_go_round_the_list_and_Enter_picks_what_they_reach()
    {
        await using var picker = await ShowAsync();
        await picker.FireAsync("input", "onfocus", new FocusEventArgs());
        var marked = new List<string?>();

        foreach (var key in new[] { "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp" })
        {
            await PressAsync(picker, key);
            marked.Add(Marked(await picker.PageAsync()));
        }
        Assert.Equal([Names[0], Names[1], Names[2], Names[0], Names[2], Names[1]], marked);

        await PressAsync(picker, "Enter");
        Assert.Equal([Names[1]], picked);
    }

    [Fact]
    public async Task Arrow_up_begins_at_the_end()
    {
        await using var picker = await ShowAsync();
        await picker.FireAsync("input", "onfocus", new FocusEventArgs());

        await PressAsync(picker, "ArrowUp");

        Assert.Equal(Names[^1], Marked(await picker.PageAsync()));
    }

    [Fact]
    public async Task Escape_closes_keeps_the_text_and_picks_nothing_and_an_arrow_opens_again()
    {
        await using var picker = await ShowAsync();
        await TypeAsync(picker, "教");

        await PressAsync(picker, "Escape");
        var page = await picker.PageAsync();
        Assert.Equal(("教", "false"), (Input(page).GetAttribute("value"), Input(page).GetAttribute("aria-expanded")));
        Assert.Null(page.QuerySelector("[role=listbox]"));
        Assert.Null(Input(page).GetAttribute("aria-activedescendant"));

        await PressAsync(picker, "Enter");
        Assert.Empty(picked);

        await PressAsync(picker, "ArrowDown");
        Assert.NotEmpty(Options(await picker.PageAsync()));
    }

    [Fact]
    public async Task Click_picks_and_leaving_the_field_closes()
    {
        await using var picker = await ShowAsync();
        await TypeAsync(picker, "拱墅");
        await picker.FireAsync(page => Options(page)[1], "onclick", new MouseEventArgs());
        Assert.Equal(["拱墅区民政局"], picked);

        await TypeAsync(picker, "拱墅");
        await picker.FireAsync(".picker", "onfocusout", new FocusEventArgs());
        Assert.Empty(Options(await picker.PageAsync()));
    }

    [Fact]
    public async Task Nothing_found_is_said_and_cannot_be_picked()
    {
        await using var picker = await ShowAsync();

        await TypeAsync(picker, "no such");
        await PressAsync(picker, "ArrowDown");
        await PressAsync(picker, "Enter");

        var page = await picker.PageAsync();
        Assert.Contains("nothing there", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Options(page));
        Assert.Empty(picked);
    }

    [Fact]
    public async Task Number_of_matches_is_announced_once_something_is_typed()
    {
        await using var picker = await ShowAsync();
        await picker.FireAsync("input", "onfocus", new FocusEventArgs());
        Assert.Equal("", (await picker.PageAsync()).QuerySelector("[role=status]")!.TextContent);

        await TypeAsync(picker, "拱墅");
        Assert.Equal("找到 2 项", (await picker.PageAsync()).QuerySelector("[role=status]")!.TextContent);

        await PressAsync(picker, "Escape");
        Assert.Equal("", (await picker.PageAsync()).QuerySelector("[role=status]")!.TextContent);
    }

    [Fact]
    public async Task Items_stand_under_their_headings_and_arrow_keys_go_through_all()
    {
        await using var picker = await ShowAsync();
        await picker.ChangeAsync(("Group", (string name) => name[..2]));

        await TypeAsync(picker, "教");

        var page = await picker.PageAsync();
        Assert.Equal([("拱墅", "拱墅区教育局"), ("朝阳", "朝阳区教委")],
            page.QuerySelectorAll("[role=listbox] [role=group]").Select(group => (group.GetAttribute("aria-label")!, group.TextContent.Trim())));
        await PressAsync(picker, "ArrowDown");
        await PressAsync(picker, "Enter");
        Assert.Equal(["朝阳区教委"], picked);
    }

    [Fact]
    public async Task Answer_to_an_older_text_does_not_replace_the_newer_one()
    {
        var answers = new Dictionary<string, TaskCompletionSource<IReadOnlyList<string>>>(StringComparer.Ordinal) { ["a"] = new(), ["ab"] = new() };
        await using var picker = await ShowAsync((text, _) => answers[text].Task);
        var typing = Task.WhenAll(TypeAsync(picker, "a"), TypeAsync(picker, "ab"));

        answers["ab"].SetResult(["new"]);
        answers["a"].SetResult(["old"]);
        await typing;

        Assert.Equal(["new"], Options(await picker.PageAsync()).Select(option => option.TextContent));
    }

    [Fact]
    public async Task Search_is_told_when_a_newer_one_runs_or_the_field_is_gone()
    {
        var tokens = new List<CancellationToken>();
        await using (var picker = await ShowAsync((_, cancellation) =>
        {
            tokens.Add(cancellation);
            return Task.FromResult<IReadOnlyList<string>>([]);
        }))
        {
            await TypeAsync(picker, "a");
            await TypeAsync(picker, "ab");
            Assert.Equal([true, false], tokens.Select(token => token.IsCancellationRequested));
        }
        Assert.True(tokens[1].IsCancellationRequested);
    }

    [Fact]
    public async Task Enter_pressed_before_the_answer_is_there_picks_from_the_answer_and_not_from_the_list_before()
    {
        var answer = new TaskCompletionSource<IReadOnlyList<string>>();
        await using var picker = await ShowAsync(Later(answer));

        await TypePressAsync(picker, "Enter", answer);

        Assert.Equal(["朝阳区教委"], picked);
    }

    [Fact]
    public async Task Escape_takes_back_an_Enter_that_still_waits_for_its_answer()
    {
        var answer = new TaskCompletionSource<IReadOnlyList<string>>();
        await using var picker = await ShowAsync(Later(answer));

        await TypePressAsync(picker, "Enter Escape", answer);

        Assert.Empty(picked);
    }

    [Fact]
    public async Task Arrow_keys_and_Enter_pick_again_after_a_pick()
    {
        await using var picker = await ShowAsync();
        await TypeAsync(picker, "拱墅");
        await PressAsync(picker, "Enter");

        // The field keeps the focus, so nothing but these keys opens the list again.
        await PressAsync(picker, "ArrowDown");
        var marked = Marked(await picker.PageAsync());
        await PressAsync(picker, "Enter");

        Assert.NotNull(marked);
        Assert.Equal(["拱墅区教育局", marked], picked);
    }

    [Fact]
    public async Task List_holds_options_only()
    {
        // WAI-ARIA: a listbox owns options and groups of options, nothing else.
        await using var picker = await ShowAsync();
        await TypeAsync(picker, "no such");

        var list = (await picker.PageAsync()).QuerySelector("[role=listbox]");
        Assert.All(list?.Children ?? Enumerable.Empty<IElement>(), item => Assert.Contains(item.GetAttribute("role"), new[] { "option", "group" }));
    }

    [Fact]
    public async Task Two_fields_of_a_page_have_names_of_their_own()
    {
        await using var one = await ShowAsync();
        await using var other = await ShowAsync();

        Assert.NotEqual(Input(await one.PageAsync()).Id, Input(await other.PageAsync()).Id);
    }

    private static IElement Input(IHtmlDocument page) => page.QuerySelector("input")!;

    private static List<IElement> Options(IHtmlDocument page) => page.QuerySelectorAll("[role=option]").ToList();

    // The option that a screen reader is told of, which must be the one that looks chosen.
    private static string? Marked(IHtmlDocument page)
    {
        var chosen = Options(page).SingleOrDefault(option => option.GetAttribute("aria-selected") == "true");
        Assert.Equal(chosen?.Id, Input(page).GetAttribute("aria-activedescendant"));
        return chosen?.TextContent;
    }

    // A person does not wait for a search before the next key.
    private static Task TypeAsync(RenderHarness picker, string text) => picker.FireAsync("input", "oninput", new ChangeEventArgs { Value = text }, waitsForRest: false);

    private static Task PressAsync(RenderHarness picker, string key) => picker.FireAsync("input", "onkeydown", new KeyboardEventArgs { Key = key }, waitsForRest: false);

    // Finds 拱墅 at once and anything else when told.
    private static Func<string, CancellationToken, Task<IReadOnlyList<string>>> Later(TaskCompletionSource<IReadOnlyList<string>> answer) =>
        (text, _) => text == "拱墅" ? Task.FromResult<IReadOnlyList<string>>(["拱墅区教育局"]) : answer.Task;

    // Keys pressed after a text was typed and before its answer came.
    private static async Task TypePressAsync(RenderHarness picker, string keys, TaskCompletionSource<IReadOnlyList<string>> answer)
    {
        await TypeAsync(picker, "拱墅");
        var typing = TypeAsync(picker, "朝阳");
        foreach (var key in keys.Split(' ')) await PressAsync(picker, key);
        answer.SetResult(["朝阳区教委"]);
        await typing;
    }

    private Task<RenderHarness> ShowAsync(Func<string, CancellationToken, Task<IReadOnlyList<string>>>? search = null) => RenderHarness.ShowAsync<SearchPicker<string>>(services,
        (nameof(SearchPicker<>.Label), "机关或地区"), (nameof(SearchPicker<>.None), "nothing there"), (nameof(SearchPicker<>.Search), search ?? Find),
        (nameof(SearchPicker<>.ItemTemplate), (RenderFragment<string>)(name => builder => builder.AddContent(0, name))),
        (nameof(SearchPicker<>.OnPick), EventCallback.Factory.Create<string>(this, picked.Add)));

    private Task<IReadOnlyList<string>> Find(string text, CancellationToken cancellation)
    {
        asked.Add(text);
        return Task.FromResult<IReadOnlyList<string>>(Names.Where(name => name.Contains(text, StringComparison.Ordinal)).ToList());
    }
}
