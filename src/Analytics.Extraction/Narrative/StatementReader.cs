// Reads what the text states in numbers. A number counts only where every word before it in its clause is understood:
// channels, parts, other bodies, other years and other business have words that no statement knows.
using System.Buffers;
using Analytics.Catalog;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Extraction;

/// <summary>A number that the text states of the body's own work in the year reported on.</summary>
/// <param name="Definition">What it counts.</param>
/// <param name="Value">Of money in 万元.</param>
/// <param name="Step">What one in its last printed place is worth.</param>
/// <param name="Quote">The words, for people.</param>
internal sealed record Statement(NarrativeStatement Definition, decimal Value, decimal Step, string Quote);

internal sealed class StatementReader(CatalogData catalog)
{
    private const int LongestClause = 90;
    private const string Boundaries = ",;:()\"";

    private static readonly SearchValues<string> Gate = SearchValues.Create(["申请", "复议", "诉讼", "集中采购", "事业性收费", "结转", "顺延"], StringComparison.Ordinal);

    private static readonly string[] Since = ["截至", "截止", "以来"];

    private readonly IReadOnlyList<NarrativeStatement> definitions = catalog.NarrativeStatements;
    private readonly NarrativeWords words = catalog.NarrativeWords;
    private readonly Quantities quantities = new(catalog.NarrativeWords);
    private readonly IReadOnlyList<string> bodies = catalog.NarrativeWords.Of(WordRole.Body);
    private readonly IReadOnlyList<string> months = catalog.NarrativeWords.Of(WordRole.Months);

    /// <summary>All statements, in the order of the text.</summary>
    public IReadOnlyList<Statement> Read(NarrativeText narrative, OwnWords own, ReportYear year)
    {
        var found = new List<Statement>();
        foreach (var sentence in narrative.Sentences)
        {
            if (!sentence.IsPlan && sentence.Text.AsSpan().ContainsAny(Gate)) new SentenceReader(this, sentence, own, year.Value, found).Read();
        }
        return found;
    }

    private NarrativeStatement? Named(IReadOnlyCollection<string> topics, string act) => definitions.FirstOrDefault(statement =>
        statement.Topics.Count == topics.Count && statement.Topics.All(topics.Contains)
        && (statement.Acts.Count == 0 ? act.Length == 0 : statement.Acts.Contains(act, StringComparer.Ordinal)));

    /// <summary>The words of a stretch of text.</summary>
    private sealed class Words
    {
        public HashSet<string> Topics { get; } = new(StringComparer.Ordinal);

        public string Act { get; set; } = "";

        public bool HasGeneric { get; set; }

        public bool HasOwn { get; set; }

        public bool HasSum { get; set; }

        public bool HasNoun { get; set; }

        public bool HasPublished { get; set; }

        public bool HasGrievance { get; set; }

        public bool HasPart { get; set; }

        public bool HasNone { get; set; }

        public bool HasHappened { get; set; }

        public bool HasCase { get; set; }

        public bool HasLink { get; set; }

        public bool HasTogether { get; set; }
    }

    private sealed class SentenceReader(StatementReader reader, Sentence sentence, OwnWords own, int year, List<Statement> found)
    {
        private readonly string text = sentence.Text;
        private readonly int foundBefore = found.Count;
        private bool hasRequests = sentence.OnRequests;
        private bool hasLink;
        private bool hasPart;
        private bool isForeign;

        public void Read()
        {
            var start = 0;
            for (var i = 0; i <= text.Length; i++)
            {
                if (i < text.Length && !IsBoundary(i)) continue;
                if (i > start && i - start <= LongestClause) Clause(start, i);
                if (i < text.Length && text[i] == ';') hasPart = false;
                start = i + 1;
            }
        }

        private bool IsBoundary(int at) => Boundaries.Contains(text[at], StringComparison.Ordinal)
            && !(text[at] == ',' && at > 0 && char.IsAsciiDigit(text[at - 1]) && at + 3 < text.Length && text.AsSpan(at + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0
                && (at + 4 >= text.Length || !char.IsAsciiDigit(text[at + 4])));

        private void Clause(int start, int end)
        {
            var clause = text.AsSpan(start, end - start);
            start += Numbered(clause);
            clause = text.AsSpan(start, end - start);
            var numbers = reader.quantities.In(clause);
            if (numbers.Count == 0) Denied(start, end);
            for (var i = 0; i < numbers.Count; i++)
            {
                var from = i == 0 ? 0 : numbers[i - 1].End;
                var to = i + 1 < numbers.Count ? numbers[i + 1].Start : clause.Length;
                Counted(start, clause[from..numbers[i].Start], numbers[i], clause[numbers[i].End..to], i + 1 < numbers.Count);
            }
            Remember(clause);
        }

        // 1.收到, 一是收到, 二、收到: the number of an entry is none of the statement.
        private static int Numbered(ReadOnlySpan<char> clause)
        {
            var i = 0;
            while (i < clause.Length && i < 3 && (char.IsAsciiDigit(clause[i]) || "一二三四五六七八九十①②③④⑤".Contains(clause[i], StringComparison.Ordinal))) i++;
            return i > 0 && i < clause.Length && clause[i] is '.' or '、' or '是' && !(i + 1 < clause.Length && char.IsAsciiDigit(clause[i + 1]) && clause[i] == '.') ? i + 1 : 0;
        }

        private void Counted(int start, ReadOnlySpan<char> lead, Quantity number, ReadOnlySpan<char> tail, bool hasNext)
        {
            if (number.IsVague) return;
            var read = new Words();
            if (!Understand(lead, read) || read.HasNone || read.HasGrievance) return;
            var behind = new Words();
            if (tail.Length > 0 && tail[0] != '、')
            {
                if (!Understand(tail, behind) || behind.HasNone || behind.HasGrievance || (hasNext && read.Act.Length > 0 && behind.Act.Length > 0)) return;
                if (!hasNext || read.Act.Length == 0)
                {
                    // 1件结转下年度继续办理: the act stands behind, and what is done with it then is no act of this year.
                    if (read.Act.Length == 0) read.Act = behind.Act;
                    else if (behind.Act.Length > 0) return;
                    if (read.Topics.Count == 0) read.Topics.UnionWith(behind.Topics);
                    read.HasGeneric |= behind.HasGeneric;
                    read.HasCase |= behind.HasCase;
                }
            }
            hasRequests |= read.Topics.Contains(Topics.Requests);
            var quote = text[(start + number.Start - lead.Length)..(start + number.End + (hasNext ? 0 : tail.Length))];
            if (StatementOf(read, number.IsMoney) is { } definition && IsOwn(read, start))
                found.Add(new Statement(definition, number.Value, number.Step, quote));
        }

        // 未收到政府信息公开申请,未发生行政复议、行政诉讼: a stated 0, of each that is named.
        private void Denied(int start, int end)
        {
            var clause = text.AsSpan(start, end - start);
            if (!clause.ContainsAny("未没无")) return;
            var read = new Words();
            if (!Understand(clause, read) || !read.HasNone || read.HasPart || !IsOwn(read, start)) return;
            var quote = clause.ToString();
            var disputes = read.Topics.Where(topic => reader.definitions.Any(one => one.Acts.Count == 0 && one.Topics is [var only] && only == topic && one.MayBeDenied)).ToList();
            if (disputes.Count > 0)
            {
                if (read.Act is "" or Acts.Receive) found.AddRange(disputes.Select(topic => Zero(reader.Named([topic], "")!, quote)));
                return;
            }
            if (read.HasGrievance) return;
            if (read.HasHappened && read.Act.Length == 0) read.Act = Acts.Receive;
            // 无依申请公开, 没有信息公开申请.
            if (read.Act.Length == 0 && read.Topics.Count > 0 && (clause.Contains('无') || clause.Contains("没有", StringComparison.Ordinal))) read.Act = Acts.Receive;
            if (StatementOf(read, false) is { MayBeDenied: true } definition) found.Add(Zero(definition, quote));
        }

        private static Statement Zero(NarrativeStatement definition, string quote) => new(definition, 0, 1, quote);

        private NarrativeStatement? StatementOf(Words read, bool isMoney)
        {
            if (read.Act is Acts.CarryIn or Acts.CarryOut) return isMoney || read.HasCase ? null : reader.Named([], read.Act);
            if (read.HasPart || hasPart) return null;
            var others = read.Topics.Where(topic => topic != Topics.Requests).ToList();
            if (others.Count > 0)
            {
                var definition = reader.definitions.FirstOrDefault(one => one.IsMoney == isMoney && one.Acts.Count == 0
                    && one.Topics.Count == others.Count && one.Topics.All(others.Contains));
                if (definition is null) return null;
                // Cases that the body decides as its business are none of table 四: of disclosure, and not 受理 or 办理.
                var isDispute = !definition.Topics.Contains(Topics.Procurement, StringComparer.Ordinal) && !definition.Topics.Contains(Topics.Fees, StringComparer.Ordinal);
                // 公开政府集中采购信息7条 counts what was published; 依申请公开未收费 is about other fees.
                if (!isDispute && (read.HasPublished || read.HasLink || hasLink || hasRequests)) return null;
                return isDispute && (read.Act is not ("" or Acts.Receive) || !(hasLink || read.HasLink || read.Topics.Contains(Topics.Requests))) ? null : definition;
            }
            if (isMoney || read.HasCase) return null;
            var isOnRequests = read.Topics.Contains(Topics.Requests) || (read.HasGeneric && hasRequests) || (read.Act == Acts.Close && hasRequests && !read.HasNoun && found.Count > foundBefore);
            return isOnRequests ? reader.Named([Topics.Requests], read.Act) : null;
        }

        // Somebody else may have done it, or it was another year.
        private bool IsOwn(Words read, int start)
        {
            var before = text.AsSpan(0, start);
            if (LastYear(before) is { } other && other != year) return false;
            foreach (var month in reader.months)
            {
                if (before.Contains(month, StringComparison.Ordinal) && !IsWholeYear(before, month)) return false;
            }
            // 截至2020年底累计收到 may count from the beginning of time.
            if (read.HasSum && Since.Any(word => text.Contains(word, StringComparison.Ordinal))) return false;
            return read.HasOwn || !isForeign;
        }

        private static bool IsWholeYear(ReadOnlySpan<char> before, string month) => month == "月" && before.Count('月') == before.Count("12月31日") + before.Count("1月1日");

        private static int? LastYear(ReadOnlySpan<char> before)
        {
            for (var i = before.Length - 5; i >= 0; i--)
            {
                if (before[i] == '2' && before[i + 1] == '0' && char.IsAsciiDigit(before[i + 2]) && char.IsAsciiDigit(before[i + 3]) && before[i + 4] == '年'
                    && (i == 0 || !char.IsAsciiDigit(before[i - 1]))) return int.Parse(before.Slice(i, 4), System.Globalization.CultureInfo.InvariantCulture);
            }
            return null;
        }

        // What the clauses behind this one may refer to.
        private void Remember(ReadOnlySpan<char> clause)
        {
            hasPart |= clause.StartsWith("其中");
            hasLink |= clause.Contains("信息公开", StringComparison.Ordinal) || clause.Contains("依申请", StringComparison.Ordinal);
            hasRequests |= clause.Contains("公开申请", StringComparison.Ordinal) || clause.Contains("依申请", StringComparison.Ordinal) || clause.Contains("申请公开", StringComparison.Ordinal);
            if (BeginsWithOwn(clause)) isForeign = false;
            else
            {
                foreach (var body in reader.bodies)
                {
                    if (!clause.Contains(body, StringComparison.Ordinal)) continue;
                    isForeign = true;
                    break;
                }
            }
        }

        private bool BeginsWithOwn(ReadOnlySpan<char> clause)
        {
            for (var i = 0; i < clause.Length;)
            {
                if (own.At(clause[i..]) > 0) return true;
                var length = YearAt(clause[i..]) is { } stated && stated == year ? 5 : reader.words.At(clause[i..]) is { Role: WordRole.Time } word ? word.Text.Length : 0;
                if (length == 0) return false;
                i += length;
            }
            return false;
        }

        // Every word of the stretch, or false where one of them is unknown.
        private bool Understand(ReadOnlySpan<char> stretch, Words read)
        {
            for (var i = 0; i < stretch.Length;)
            {
                var rest = stretch[i..];
                if (own.At(rest) is > 0 and var length && read.Act.Length == 0)
                {
                    read.HasOwn = true;
                    i += length;
                }
                else if (YearAt(rest) is { } stated)
                {
                    if (!OfYear(rest, stated, read, out var past)) return false;
                    i += past;
                }
                else if (reader.words.At(rest) is { } word)
                {
                    Note(word, read);
                    i += word.Text.Length;
                }
                else return false;
            }
            return !read.HasTogether || read.HasOwn;
        }

        // 2020年 is the year reported on; 结转2021年 and 2019年结转 name the neighbours.
        private bool OfYear(ReadOnlySpan<char> rest, int stated, Words read, out int past)
        {
            past = 5;
            if (stated == year) return true;
            if (rest.Length > past && rest[past] == '度') past++;
            if (stated == year + 1 && read.Act == Acts.CarriedOver)
            {
                read.Act = Acts.CarryOut;
                return true;
            }
            if (stated != year - 1 || !rest[past..].StartsWith("结转")) return false;
            read.Act = Acts.CarryIn;
            past += 2;
            return true;
        }

        private static int? YearAt(ReadOnlySpan<char> text) => text.Length > 4 && text[0] == '2' && text[1] == '0' && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]) && text[4] == '年'
            ? int.Parse(text[..4], System.Globalization.CultureInfo.InvariantCulture)
            : null;

        private static void Note(NarrativeWord word, Words read)
        {
            switch (word.Role)
            {
                case WordRole.Topic:
                    read.Topics.Add(word.Key);
                    break;
                case WordRole.Generic:
                    read.HasGeneric = true;
                    break;
                case WordRole.Act:
                    // 收到办理事项, 结转下年度继续办理: the first tells what happened, unless something was carried over.
                    if (read.Act.Length == 0 || word.Key is Acts.CarryIn or Acts.CarryOut) read.Act = word.Key;
                    break;
                case WordRole.None:
                    read.HasNone = true;
                    break;
                case WordRole.Happen:
                    read.HasHappened = true;
                    break;
                case WordRole.Part:
                    read.HasPart = true;
                    break;
                case WordRole.Sum:
                    read.HasSum = true;
                    break;
                case WordRole.Noun:
                    read.HasNoun = true;
                    read.HasPublished |= word.Key == Published;
                    read.HasGrievance |= word.Key == Grievance;
                    break;
                case WordRole.Link:
                    read.HasLink = true;
                    break;
                case WordRole.Case:
                    read.HasCase = true;
                    break;
                case WordRole.Together:
                    read.HasTogether = true;
                    break;
            }
        }
    }

    // Keys of narrative-words.csv that the reading itself depends on.
    private static class Acts
    {
        public const string Receive = "receive";
        public const string Close = "close";
        public const string CarryIn = "carry_in";
        public const string CarryOut = "carry_out";
        public const string CarriedOver = "carry";
    }

    private const string Published = "published";
    private const string Grievance = "grievance";

    private static class Topics
    {
        public const string Requests = "requests";
        public const string Procurement = "procurement";
        public const string Fees = "fees";
    }
}
