// Reports as bytes: every value, place and finding comes back as it was. Values and findings name metrics and rules by
// their number in the catalog, so that none can come back that does not exist.
using Analytics.Catalog;
using Analytics.Documents;
using Analytics.Extraction;
using CatalogData = Analytics.Catalog.Catalog;

namespace Analytics.Etl.Reading;

/// <summary>Writes and reads <see cref="Report"/>.</summary>
internal static class ReportBytes
{
    private static readonly CatalogData Catalog = CatalogData.Current;
    private static readonly Dictionary<MetricKey, int> MetricNumbers = Catalog.Metrics.Select((metric, i) => (metric.Key, i)).ToDictionary(entry => entry.Key, entry => entry.i);
    private static readonly Dictionary<string, int> RuleNumbers = Catalog.Rules.Select((rule, i) => (rule.Id, i)).ToDictionary(entry => entry.Id, entry => entry.i, StringComparer.Ordinal);

    [Flags]
    private enum Parts
    {
        None = 0,
        Table = 1,
        Row = 2,
        Column = 4,
        Line = 8,
        Page = 16,
        Box = 32,
        Unit = 64,
        Ocr = 128,
    }

    /// <summary>All but which document it is: that is for the reader to say.</summary>
    public static void Write(BytesWriter to, Report report)
    {
        Write(to, report.AgencyPrinted);
        to.Byte(report.Agency is null ? (byte)0 : (byte)1);
        if (report.Agency is { } agency) Write(to, agency);
        to.Byte((byte)report.Scope);
        to.Number(report.Year?.Value ?? 0);
        to.Number(report.Published?.DayNumber ?? -1);
        to.Number(report.Forms.Count);
        foreach (var (table, form) in report.Forms)
        {
            to.Text(table);
            to.Text(form);
        }
        to.Number(report.Facts.Count);
        foreach (var fact in report.Facts) Write(to, fact);
        to.Number(report.Findings.Count);
        foreach (var finding in report.Findings) Write(to, finding);
        Write(to, report.Reason);
    }

    /// <param name="file">Name of the document.</param>
    /// <param name="sha256">Of its bytes.</param>
    /// <exception cref="InvalidDataException">Not what was written.</exception>
    public static Report Report(ref BytesReader from, string file, Sha256Hash sha256)
    {
        var printed = Optional(ref from);
        var agency = from.Byte() == 0 ? null : Agency(ref from);
        var scope = Enum<ReportScope>(ref from);
        var year = from.Number();
        if (year != 0 && !ReportYear.IsYear(year)) throw new InvalidDataException("A year is none.");
        var published = Date(from.Number());
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var count = from.Count(); count > 0; count--) forms[from.Text()] = from.Text();
        var facts = new Fact[from.Count()];
        for (var i = 0; i < facts.Length; i++) facts[i] = Fact(ref from);
        var findings = new Finding[from.Count()];
        for (var i = 0; i < findings.Length; i++) findings[i] = Finding(ref from);
        var reason = Optional(ref from);
        if (reason is null && (agency is null || year == 0)) throw new InvalidDataException("A report that may be loaded says who and when.");
        return new Report(file, sha256, printed, agency, scope, year == 0 ? null : new ReportYear(year), published, forms, facts, findings, reason);
    }

    private static void Write(BytesWriter to, Agency agency)
    {
        to.Text(agency.Name);
        to.Text(agency.ShortName);
        to.Text(agency.Office);
        Write(to, agency.Region?.Value);
        Write(to, agency.Sector);
    }

    private static Agency Agency(ref BytesReader from)
    {
        var (name, shortName, office, region) = (from.Text(), from.Text(), from.Text(), Optional(ref from));
        if (region is not null && !RegionCode.IsCode(region)) throw new InvalidDataException("A region is none.");
        return new Agency(name, shortName, office, region is null ? null : new RegionCode(region), Optional(ref from));
    }

    private static void Write(BytesWriter to, Fact fact)
    {
        var (metric, state, value, source) = fact;
        to.Number(MetricNumbers[metric]);
        to.Byte((byte)state);
        if (state == FactState.Number) Write(to, value!.Value);
        var anchor = source.Anchor;
        var parts = Parts.None;
        if (anchor.Table is not null) parts |= Parts.Table;
        if (anchor.Row is not null) parts |= Parts.Row;
        if (anchor.Column is not null) parts |= Parts.Column;
        if (anchor.Line is not null) parts |= Parts.Line;
        if (anchor.Page is not null) parts |= Parts.Page;
        if (anchor.Box is not null) parts |= Parts.Box;
        if (source.Unit is not null) parts |= Parts.Unit;
        if (source.OcrConfidence is not null) parts |= Parts.Ocr;
        to.Byte((byte)parts);
        to.Number(source.Table);
        to.Text(source.Text);
        to.Text(source.RowLabel);
        to.Text(source.ColumnLabel);
        if (anchor.Table is { } table) to.Number(table);
        if (anchor.Row is { } row) to.Number(row);
        if (anchor.Column is { } column) to.Number(column);
        if (anchor.Line is { } line) to.Number(line);
        if (anchor.Page is { } page) to.Number(page);
        if (anchor.Box is { } box)
        {
            to.Real(box.X);
            to.Real(box.Y);
            to.Real(box.Width);
            to.Real(box.Height);
        }
        if (source.Unit is { } unit) to.Text(unit);
        if (source.OcrConfidence is { } confidence) to.Real(confidence);
    }

    private static Fact Fact(ref BytesReader from)
    {
        var metric = Catalog.Metrics[Index(ref from, Catalog.Metrics.Count)].Key;
        var state = Enum<FactState>(ref from);
        decimal? value = state == FactState.Number ? Decimal(ref from) : null;
        var parts = (Parts)from.Byte();
        var (ordinal, text, rowLabel, columnLabel) = (from.Number(), from.Text(), from.Text(), from.Text());
        int? table = parts.HasFlag(Parts.Table) ? from.Number() : null;
        int? row = parts.HasFlag(Parts.Row) ? from.Number() : null;
        int? column = parts.HasFlag(Parts.Column) ? from.Number() : null;
        int? line = parts.HasFlag(Parts.Line) ? from.Number() : null;
        int? page = parts.HasFlag(Parts.Page) ? from.Number() : null;
        Box? box = parts.HasFlag(Parts.Box) ? new Box(from.Real(), from.Real(), from.Real(), from.Real()) : null;
        var unit = parts.HasFlag(Parts.Unit) ? from.Text() : null;
        double? ocr = parts.HasFlag(Parts.Ocr) ? from.Real() : null;
        return new Fact(metric, state, value, new Source(ordinal, new Anchor(table, row, column, line, page, box), text, unit, rowLabel, columnLabel, ocr));
    }

    private static void Write(BytesWriter to, Finding finding)
    {
        to.Number(RuleNumbers[finding.Rule]);
        to.Byte((byte)finding.Severity);
        to.Number(finding.Metrics.Count);
        foreach (var metric in finding.Metrics) to.Text(metric.Value);
        Optional(to, finding.Expected);
        Optional(to, finding.Printed);
        to.Text(finding.Message);
    }

    private static Finding Finding(ref BytesReader from)
    {
        var rule = Catalog.Rules[Index(ref from, Catalog.Rules.Count)].Id;
        var severity = Enum<Severity>(ref from);
        var metrics = new MetricKey[from.Count()];
        for (var i = 0; i < metrics.Length; i++) metrics[i] = Key(from.Text());
        return new Finding(rule, severity, metrics, OptionalDecimal(ref from), OptionalDecimal(ref from), from.Text());
    }

    // A finding may name a cell that the form has and the catalog does not.
    private static MetricKey Key(string text)
    {
        try
        {
            return new MetricKey(text);
        }
        catch (FormatException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static void Write(BytesWriter to, decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        foreach (var part in bits) to.Number(part);
    }

    private static decimal Decimal(ref BytesReader from)
    {
        ReadOnlySpan<int> bits = [from.Number(), from.Number(), from.Number(), from.Number()];
        try
        {
            return new decimal(bits);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static void Optional(BytesWriter to, decimal? value)
    {
        to.Byte(value is null ? (byte)0 : (byte)1);
        if (value is { } number) Write(to, number);
    }

    private static decimal? OptionalDecimal(ref BytesReader from) => from.Byte() == 0 ? null : Decimal(ref from);

    private static void Write(BytesWriter to, string? text)
    {
        to.Byte(text is null ? (byte)0 : (byte)1);
        if (text is not null) to.Text(text);
    }

    private static string? Optional(ref BytesReader from) => from.Byte() == 0 ? null : from.Text();

    private static DateOnly? Date(int day) => day < 0 ? null
        : day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(day) : throw new InvalidDataException("A date is none.");

    private static int Index(ref BytesReader from, int count) =>
        from.Number() is var index && index >= 0 && index < count ? index : throw new InvalidDataException("More is named than the catalog has.");

    private static T Enum<T>(ref BytesReader from)
        where T : struct, Enum =>
        System.Enum.GetValues<T>() is var values && from.Byte() is var index && index < values.Length ? values[index] : throw new InvalidDataException($"No such {typeof(T).Name}.");
}
