// The heads of lists that people write: in English or Chinese, in any order.
namespace Analytics.Etl;

/// <summary>A column of a list.</summary>
/// <param name="Key">English head, lower case.</param>
/// <param name="LabelZh">Chinese head.</param>
/// <param name="IsRequired">A list without it cannot be read.</param>
public sealed record ListColumn(string Key, string LabelZh, bool IsRequired)
{
    /// <summary>Whether a head as written names this column.</summary>
    public bool IsNamed(string head) => Plain(head) is var plain && (plain.Equals(Key, StringComparison.OrdinalIgnoreCase) || plain == LabelZh);

    // Heads come with a byte order mark, spaces, and marks of required columns.
    private static string Plain(string head) => head.Trim('\uFEFF').Trim().Trim('*').Trim();
}

/// <summary>Where the columns of a list stand.</summary>
public sealed class ColumnHeads
{
    private readonly Dictionary<ListColumn, int> places;

    private ColumnHeads(Dictionary<ListColumn, int> places) => this.places = places;

    /// <summary>Finds the columns by their heads; heads that name none of them are passed over.</summary>
    /// <param name="columns">Columns that are known.</param>
    /// <param name="heads">As written, in order.</param>
    /// <param name="problem">Chinese: which column is missing or stands there twice; null where all is well.</param>
    public static ColumnHeads Find(IReadOnlyList<ListColumn> columns, IReadOnlyList<string> heads, out string? problem)
    {
        var found = new Dictionary<ListColumn, int>();
        problem = null;
        for (var place = 0; place < heads.Count; place++)
        {
            var column = columns.FirstOrDefault(known => known.IsNamed(heads[place]));
            if (column is not null && !found.TryAdd(column, place)) problem ??= $"“{column.LabelZh}”（{column.Key}）一列出现了两次，请只保留一列。";
        }
        var missing = columns.Where(column => column.IsRequired && !found.ContainsKey(column)).Select(column => $"{column.LabelZh}（{column.Key}）").ToList();
        if (missing.Count > 0) problem = $"表头缺少{string.Join("、", missing)}，请补上后重新提交。";
        return new ColumnHeads(found);
    }

    /// <summary>Where a column stands, from 0; null where the list does not have it.</summary>
    public int? Place(ListColumn column) => places.TryGetValue(column, out var place) ? place : null;

    /// <summary>The text of a column in a row, trimmed; empty where the row or the list does not have it.</summary>
    public string Text(IReadOnlyList<string> row, ListColumn column) => Place(column) is { } place && place < row.Count ? row[place].Trim() : "";
}
