// Reads the statutory tables out of the sequence of cells: finds the lines, tells the form, places the values.
using Analytics.Catalog;
using Analytics.Documents;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction;

/// <summary>The tables of one document.</summary>
/// <param name="Forms">Form of each table found: 二 → 2019.</param>
/// <param name="Facts">In the order of the form.</param>
/// <param name="Findings">R18 only.</param>
internal sealed record TablesRead(IReadOnlyDictionary<string, string> Forms, IReadOnlyList<Fact> Facts, IReadOnlyList<Finding> Findings)
{
    public static TablesRead Nothing { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal), [], []);
}

/// <summary>Reader of one document's tables.</summary>
internal sealed partial class FormReader
{
    private const int LongestHead = 12;

    private readonly CatalogData catalog;
    private readonly Labels labels;
    private readonly IReadOnlyList<Token> tokens;
    private readonly List<LineMatch> matches;
    private readonly HashSet<int> labelTokens;
    private readonly RunCollector runs;
    private readonly List<Action> doubtful = [];
    private readonly List<(List<MetricKey> Keys, IReadOnlyList<Token> Run)> placed = [];
    private readonly List<Fact> facts = [];
    private readonly List<Finding> findings = [];
    private readonly Dictionary<string, string> formOf = new(StringComparer.Ordinal);
    private readonly Dictionary<int, bool> endsHeads = [];
    private readonly Dictionary<(int Token, string Table, string Block), FormColumn?> headAt = [];

    private FormReader(CatalogData catalog, Labels labels, IReadOnlyList<Token> tokens)
    {
        this.catalog = catalog;
        this.labels = labels;
        this.tokens = tokens;
        matches = Alignment.Align(catalog.Forms, labels, tokens);
        labelTokens = matches.SelectMany(match => new[] { match.Token, match.End }).ToHashSet();
        runs = new RunCollector(labels, tokens, labelTokens);
    }

    public static TablesRead Read(CatalogData catalog, Labels labels, IReadOnlyList<Token> tokens)
    {
        var reader = new FormReader(catalog, labels, tokens);
        reader.TellForms();
        foreach (var match in reader.matches) reader.ReadLine(match);
        foreach (var place in reader.doubtful) place();
        reader.ReadCrossTable();
        reader.ReportMissingLines();
        reader.ReportStrangers();
        reader.ReportLeftRows();
        var order = catalog.Metrics.Select((metric, i) => (metric.Key, i)).ToDictionary(entry => entry.Key, entry => entry.i);
        return new TablesRead(reader.formOf, reader.facts.OrderBy(fact => order[fact.Metric]).ToList(), reader.findings);
    }

    private FormLine Line(LineMatch match) => catalog.Forms.Lines[match.Line];

    // By the heads of table 二 and by the lines of table 三 that only one form has; never by the year.
    private void TellForms()
    {
        var votes = new Dictionary<(string Table, string Form), int>();
        foreach (var match in matches)
        {
            var line = Line(match);
            if (line.Forms.Count == 1) Vote(line.Table, line.Forms[0], 2);
            foreach (var head in HeadsBefore(match).Values.Where(head => head.Column.Forms.Count == 1)) Vote(line.Table, head.Column.Forms[0], 1);
        }
        if (votes.Count == 0) VoteByCounts();
        foreach (var table in matches.Select(match => Line(match).Table).Distinct(StringComparer.Ordinal))
        {
            var best = votes.Where(vote => vote.Key.Table == table).OrderByDescending(vote => vote.Value).Select(vote => vote.Key.Form).FirstOrDefault()
                ?? votes.OrderByDescending(vote => vote.Value).Select(vote => vote.Key.Form).FirstOrDefault();
            if (best is not null) formOf[table] = best;
        }

        // Without heads the number of values behind a label may tell: one in the form of 2021, three in that of 2019.
        void VoteByCounts()
        {
            foreach (var match in matches.Where(match => Line(match).Forms.Count > 1))
            {
                var counts = Line(match).Forms.ToDictionary(form => form, form => catalog.Forms.ColumnsOf(Line(match), form).Count, StringComparer.Ordinal);
                var printed = runs.After(match.End, counts.Values.Max()).Count(token => !token.IsEmpty);
                if (counts.Values.Distinct().Count() == counts.Count && counts.FirstOrDefault(count => count.Value == printed).Key is { } form) Vote(Line(match).Table, form, 1);
            }
        }

        void Vote(string table, string form, int weight) => votes[(table, form)] = votes.GetValueOrDefault((table, form)) + weight;
    }

    // The nearest column heads above a line, by column: of table 二 between the line and its block, of the other tables
    // anywhere above, because many rows stand under the same heads.
    private Dictionary<string, (FormColumn Column, Token Token)> HeadsBefore(LineMatch match)
    {
        var line = Line(match);
        var heads = new Dictionary<string, (FormColumn, Token)>(StringComparer.Ordinal);
        for (var i = match.Token - 1; i >= 0 && (line.Block.Length == 0 || i > match.Token - 60); i--)
        {
            if (!tokens[i].IsText) continue;
            if (labelTokens.Contains(i))
            {
                if (matches.Find(other => other.Token == i) is var other && Line(other).Block != line.Block) break;
                continue;
            }
            if (EndsHeads(i)) break;
            if (HeadAt(i, line) is { } column) heads.TryAdd(column.Column, (column, tokens[i]));
        }
        return heads;
    }

    private bool EndsHeads(int token)
    {
        if (!endsHeads.TryGetValue(token, out var ends))
            endsHeads[token] = ends = labels.Mark(tokens[token]) is { Kind: MarkKind.Block or MarkKind.Section };
        return ends;
    }

    private FormColumn? HeadAt(int token, FormLine line)
    {
        if (!headAt.TryGetValue((token, line.Table, line.Block), out var column))
            headAt[(token, line.Table, line.Block)] = column = labels.Column(tokens[token], line.Table, line.Block, form: null);
        return column;
    }

    private void ReadLine(LineMatch match)
    {
        var line = Line(match);
        var heads = HeadsBefore(match);
        var form = BlockForm(heads) ?? formOf.GetValueOrDefault(line.Table);
        var columns = form is null ? [] : catalog.Forms.ColumnsOf(line, form);
        var run = runs.After(match.End, columns.Count);
        if (columns.Count == 0)
        {
            var cells = catalog.Metrics.Where(metric => metric.Key.Line == line.Line).Select(metric => metric.Key).ToList();
            Report(cells, $"“{tokens[match.Token].Text}”一行缺少列标题，无法判断各数值所属的列。");
            return;
        }
        if (PlacesOf(line, columns, heads) is { } places)
        {
            run = WithoutCovered(run, places[0]);
            if (ByHeads(run, columns, places) is { } placed)
            {
                Place(line, columns, heads, tokens[match.Token], run, [placed]);
                return;
            }
        }
        var all = RowReadings.Of(run, columns.Count);
        var readings = line.Table == "三" ? RowReadings.Prefer(all, SumHolds, TotalIsBlank).Select(RowReadings.Complete).ToList() : all;
        if (run is [{ IsGlued: true }] && line.Table == "三") readings = readings.Where(SumHolds).ToList();
        if (run is [{ IsGlued: true }] && readings.Count > 0 && (all.Count > 1 || (line.Table != "三" && !IsZeros(run[0]))))
            Report(Keys(line, columns), $"“{tokens[match.Token].Text}”一行的数字连在一起，已按表式拆开，请核对。");
        // A gap may have been the label's own cell, and another one lost.
        if (run.Count > 0 && run[0].InTable && run[^1].InTable && run[0].Row != run[^1].Row && run.Exists(token => token.IsEmpty))
            Report(Keys(line, columns), $"“{tokens[match.Token].Text}”一行分成两行印出，其中有空白单元格，请核对各数值所属的列。");
        else if (line.Table == "三" && readings is [var only] && (IsPushedLeft(only) || IsPushedRight(only) || (run.Count > columns.Count && HasGap(only))))
            Report(Keys(line, columns), $"“{tokens[match.Token].Text}”一行的空白单元格可能使数值错位（列数或合计对不上），请核对。");
        if (run.Count(token => !token.IsEmpty) > columns.Count)
            Report(Keys(line, columns), $"“{tokens[match.Token].Text}”一行印有 {run.Count(token => !token.IsEmpty)} 个值，表式只有 {columns.Count} 列，请核对多出的值。");
        if (IsCutOff(run, columns.Count)) readings = [new RowReading([.. run, .. Enumerable.Repeat<Token?>(null, columns.Count - run.Count)])];
        if (line.Table == "三" && readings.Count > 0 && IsFlow(run) && !readings.Any(reading => SumHolds(reading) || TotalIsBlank(reading)))
            doubtful.Add(() => Place(line, columns, heads, tokens[match.Token], run, IsScrambled ? [] : readings));
        else Place(line, columns, heads, tokens[match.Token], run, readings);
    }

    // Blank cells leave no trace in glued text; only where there are no more than zeros nothing can be misread.
    private static bool IsZeros(Token glued) => glued.Text.All(c => c is '0' or '０' || char.IsWhiteSpace(c));

    // In text without rows one sum that fails is the agency's; several are the order of the text.
    private bool IsScrambled => doubtful.Count > 1;

    private static bool IsFlow(List<Token> run) => run.Count > 1 && !run[0].InTable && run.Select(token => token.Row).Distinct().Count() == run.Count;

    // The document ends within the row: what is there are its first cells.
    private bool IsCutOff(List<Token> run, int columns) => run.Count > 0 && run.Count < columns && !run[0].IsGlued && ReferenceEquals(run[^1], tokens.LastOrDefault(token => !token.IsEmpty));

    private static string? BlockForm(Dictionary<string, (FormColumn Column, Token Token)> heads) => heads.Values
        .Where(head => head.Column.Forms.Count == 1).GroupBy(head => head.Column.Forms[0], StringComparer.Ordinal)
        .OrderByDescending(group => group.Count()).Select(group => group.Key).FirstOrDefault();

    // Where the heads stand in the grid. It tells nothing where labels stand under the heads too, because then the rows
    // were shifted against them.
    private List<Anchor>? PlacesOf(FormLine line, IReadOnlyList<FormColumn> columns, Dictionary<string, (FormColumn Column, Token Token)> heads)
    {
        if (!columns.All(column => heads.ContainsKey(column.Column))) return null;
        var places = columns.Select(column => heads[column.Column].Token.Anchor).ToList();
        var isShifted = places.Exists(place => place.Table != places[0].Table || place.Column is null)
            || places.Zip(places.Skip(1)).Any(pair => pair.First.Column >= pair.Second.Column)
            || matches.Exists(match => Line(match).Table == line.Table && Line(match).Block == line.Block
                && tokens[match.Token].Anchor.Table == places[0].Table && tokens[match.Token].Anchor.Column >= places[0].Column);
        return isShifted ? null : places;
    }

    // An empty cell left of the first head is part of the label: counted as a value, it would hide that one was lost.
    private static List<Token> WithoutCovered(List<Token> run, Anchor first)
    {
        if (run.TrueForAll(token => token.IsEmpty)) return run;
        return run.SkipWhile(token => token.IsEmpty && token.Anchor.Table == first.Table && token.Anchor.Column < first.Column).ToList();
    }

    // Where the counts differ, the grid may still tell: a cell under each head, and nothing elsewhere.
    private static RowReading? ByHeads(IReadOnlyList<Token> run, IReadOnlyList<FormColumn> columns, List<Anchor> places)
    {
        if (run.Count == columns.Count || run.Count == 0) return null;
        var cells = places.Select(place => run.FirstOrDefault(token => token.Anchor.Table == place.Table && token.Anchor.Column == place.Column)).ToList();
        return cells.TrueForAll(cell => cell is not null) && run.Except(cells).All(token => token!.IsEmpty) ? new RowReading(cells) : null;
    }

    // R01 within the row: the applicants add up to the total printed last.
    private static bool SumHolds(RowReading reading)
    {
        if (reading.Cells[^1] is not { Value.Kind: CellKind.Number } total) return false;
        return reading.Cells.Take(reading.Cells.Count - 1).Sum(cell => cell is { Value.Kind: CellKind.Number } ? cell.Value.Value : 0) == total.Value.Value;
    }

    // What stands in the last column but one is the sum of those before it.
    private static bool IsPushedLeft(RowReading reading) => TotalIsBlank(reading) && reading.Cells.Count > 2 && reading.Cells[^2] is { Value.Value: not 0 }
        && SumHolds(new RowReading(reading.Cells.SkipLast(1).ToList()));

    private static bool HasGap(RowReading reading) => reading.Cells.Any(cell => cell is { IsEmpty: true }) && reading.Cells.Any(cell => cell is { Value.Kind: CellKind.Number });

    // Nothing stands in the first column, and the sum does not hold.
    private static bool IsPushedRight(RowReading reading) => reading.Cells[0] is { IsEmpty: true } && HasGap(reading) && !SumHolds(reading);

    private static bool TotalIsBlank(RowReading reading) => reading.Cells[^1] is { IsText: false, Value.Kind: not CellKind.Number };

    private void Place(
        FormLine line, IReadOnlyList<FormColumn> columns, Dictionary<string, (FormColumn Column, Token Token)> heads,
        Token label, IReadOnlyList<Token> run, IReadOnlyList<RowReading> readings)
    {
        var keys = Keys(line, columns);
        placed.Add((keys, run));
        if (readings.Count == 0)
        {
            Report(keys, $"“{label.Text}”一行有 {run.Count} 个单元格，表式为 {columns.Count} 列，数值未能归位。");
            foreach (var (key, column) in keys.Zip(columns).Where(_ => run.Count > 0)) AddUnread(key, line.Table, label, column, run);
            return;
        }
        var unread = new List<MetricKey>();
        for (var i = 0; i < columns.Count; i++)
        {
            var first = readings[0].Cells[i];
            var isAgreed = readings.All(reading => Same(reading.Cells[i], first));
            var head = heads.TryGetValue(columns[i].Column, out var found) ? found.Token : null;
            if (isAgreed && first is null) continue;
            if (isAgreed && FactOf(keys[i], line.Table, columns[i], first!, label, head) is { } fact) facts.Add(fact);
            else
            {
                unread.Add(keys[i]);
                if (isAgreed) AddUnread(keys[i], line.Table, label, columns[i], [first!]);
                else AddUnread(keys[i], line.Table, label, columns[i], run);
            }
        }
        // Where cells are lost or blanks leave nothing behind, also a cell that all ways agree on may have been printed elsewhere.
        if (unread.Count > 0) Report(readings.Count > 1 || IsCompleted(readings[0], run) ? keys : unread, $"“{label.Text}”一行有 {unread.Count} 个单元格无法可靠读出。");
        else if (run.Count != columns.Count && run.Count(token => !token.IsEmpty) != columns.Count && (readings.Count > 1 || IsCompleted(readings[0], run) || HasLost(readings[0], run)))
            Report(keys, $"“{label.Text}”一行有 {run.Count} 个单元格，表式为 {columns.Count} 列；各种归位方式数值一致，已按此读取。");
    }

    // More cells than are printed: one was told by the sum of its row.
    private static bool IsCompleted(RowReading reading, IReadOnlyList<Token> run) => run.Count < reading.Cells.Count(cell => cell is not null);

    // A column without a cell, although the document goes on.
    private bool HasLost(RowReading reading, IReadOnlyList<Token> run) => reading.Cells.Contains(null) && !ReferenceEquals(run[^1], tokens.LastOrDefault(token => !token.IsEmpty));

    private static List<MetricKey> Keys(FormLine line, IReadOnlyList<FormColumn> columns) => columns.Select(column => new MetricKey($"{line.Line}.{column.Column}")).ToList();

    private static bool Same(Token? a, Token? b) => a is null || b is null
        ? ReferenceEquals(a, b)
        : a.Value.Kind == b.Value.Kind && a.Value.Value == b.Value.Value && a.Value.Unit == b.Value.Unit && (!a.IsText || a.Text == b.Text);

    private Fact? FactOf(MetricKey key, string table, FormColumn column, Token cell, Token label, Token? head)
    {
        var source = SourceOf(table, cell, label, head?.Text ?? column.Labels[0], null);
        if (!cell.IsValue) return cell.IsEmpty ? new Fact(key, FactState.Blank, null, source) : null;
        if (cell.Value.Kind == CellKind.BlankMark) return new Fact(key, FactState.Blank, null, source);
        var value = cell.Value.Value;
        if (catalog.Metric(key)!.IsCount)
            return NumberText.InWan(cell.Value.Unit) is null && Fits(value) ? new Fact(key, FactState.Number, value, source) : null;
        var unit = new[] { cell.Value.Unit, head is null ? "" : NumberText.UnitIn(head.Text), column.Unit }.FirstOrDefault(NamesMoney);
        if (unit is not null) value *= NumberText.InWan(unit)!.Value;
        return Fits(value) ? new Fact(key, FactState.Number, value, source with { Unit = unit }) : null;
    }

    private static bool NamesMoney(string unit) => NumberText.InWan(unit) is not null;

    // DECIMAL(18,6) of the warehouse: twelve digits before the point, six after it.
    private static bool Fits(decimal value) => Math.Abs(value) < 1_000_000_000_000m && decimal.Round(value, 6) == value;

    private static Source SourceOf(string table, Token cell, Token label, string head, string? unit) =>
        new("一二三四".IndexOf(table, StringComparison.Ordinal) + 1, cell.Anchor, cell.Text, unit, OneLine(label.Text), OneLine(head), cell.OcrConfidence);

    private static string OneLine(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private void AddUnread(MetricKey key, string table, Token label, FormColumn column, IReadOnlyList<Token> run)
    {
        var source = SourceOf(table, run[0], label, column.Labels[0], null) with { Text = string.Join(" ", run.Select(token => token.Text)).Trim() };
        facts.Add(new Fact(key, FactState.Unread, null, source));
    }

    // Table 四 prints its lines side by side, all heads first and then one row with every value; some documents print
    // its lines one below the other, each with heads and a row of its own.
    private void ReadCrossTable()
    {
        var lines = catalog.Forms.Lines.Where(line => line.Table == "四").ToList();
        if (matches.Exists(match => Line(match).Table == "四")) return;
        var start = CrossStart(lines);
        var last = start < 0 ? -1 : LastHead(start);
        if (last < 0) return;
        var form = formOf.GetValueOrDefault("三") ?? formOf.GetValueOrDefault("二") ?? catalog.Forms.Names[^1];
        formOf["四"] = form;
        var columns = lines.Select(line => catalog.Forms.ColumnsOf(line, form)).ToList();
        var width = columns[0].Count;
        if (runs.After(last, columns.Sum(part => part.Count)) is { Count: > 0 } first && first.Count <= width && !first.Exists(token => token.IsGlued) && FindLabel(lines[1], last) >= 0)
        {
            ReadStacked(lines, columns, start);
            return;
        }
        var run = runs.After(last, columns.Sum(part => part.Count));
        var readings = RowReadings.Prefer(RowReadings.Of(run, columns.Sum(part => part.Count)),
            reading => Enumerable.Range(0, lines.Count).All(i => SumHolds(Part(reading, i))),
            reading => Enumerable.Range(0, lines.Count).All(i => SumHolds(Part(reading, i)) || TotalIsBlank(Part(reading, i))));
        if (run is [{ IsGlued: true }])
        {
            readings = readings.Where(reading => Enumerable.Range(0, lines.Count).All(i => SumHolds(Part(reading, i)))).ToList();
            if (readings.Count > 1) Report(lines.Zip(columns, Keys).SelectMany(keys => keys).ToList(), "表四的数字连在一起，已按合计关系拆开，请核对。");
        }
        for (var i = 0; i < lines.Count; i++)
            Place(lines[i], columns[i], [], CrossLabel(lines[i]), run, readings.Select(reading => Part(reading, i)).ToList());

        RowReading Part(RowReading reading, int index) => new(reading.Cells.Skip(index * width).Take(width).ToList());
    }

    private void ReadStacked(List<FormLine> lines, List<IReadOnlyList<FormColumn>> columns, int start)
    {
        var at = start;
        for (var i = 0; i < lines.Count; i++)
        {
            var label = FindLabel(lines[i], at);
            var last = label < 0 ? -1 : LastHead(label);
            var run = last < 0 ? [] : runs.After(last, columns[i].Count);
            Place(lines[i], columns[i], [], CrossLabel(lines[i]), run, RowReadings.Of(run, columns[i].Count));
            if (last >= 0) at = last;
        }
    }

    private static Token CrossLabel(FormLine line) => new(line.Group + line.Labels[0], 0, default, default, true);

    private int FindLabel(FormLine line, int from)
    {
        for (var i = from; i < tokens.Count; i++)
        {
            if (tokens[i].IsText && Labels.IsLabelOf(tokens[i], line)) return i;
        }
        return -1;
    }

    private int CrossStart(List<FormLine> lines)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].IsText || !lines.Exists(line => Labels.IsLabelOf(tokens[i], line))) continue;
            if (Enumerable.Range(i, Math.Min(40, tokens.Count - i)).Count(k => IsCrossColumn(tokens[k])) >= 4 || IsAboveTornHeads(i, lines)) return i;
        }
        return -1;
    }

    // Heads torn into their characters are not known by themselves: 行政复议 beside 行政诉讼, and then a wide row of numbers.
    private bool IsAboveTornHeads(int index, List<FormLine> lines)
    {
        var beside = tokens.Skip(index + 1).Where(token => token.IsText).Take(3)
            .Any(token => labels.Mark(token) is { Table: "四", Kind: MarkKind.Head } || lines.Exists(line => Labels.IsLabelOf(token, line)));
        if (!beside) return false;
        var last = LastHead(index);
        return last >= 0 && runs.After(last, 0).Count >= lines.Count * 3;
    }

    private bool IsCrossColumn(Token token) => labels.Column(token, "四", block: null, form: null) is not null;

    private int LastHead(int start)
    {
        var last = -1;
        for (var i = start; i < tokens.Count && i < start + 80 && !tokens[i].IsValue; i++)
        {
            if (tokens[i].IsEmpty) continue;
            if (labels.Mark(tokens[i]) is { Kind: MarkKind.Section, Table: not "四" }) break;
            if (tokens[i].Normal.Body.Length <= LongestHead) last = i;
        }
        return last;
    }

    private void Report(IReadOnlyList<MetricKey> keys, string message) =>
        findings.Add(new Finding("R18", catalog.Rule("R18").Severity, keys, null, null, message.Replace("\n", "", StringComparison.Ordinal)));
}
