// A list of addresses to fetch, as people keep it: a CSV file with the body, the report year and the address.
using System.Globalization;
using System.Text;
using Analytics.Catalog;
using Analytics.Documents;
using CsvHelper;

namespace Analytics.Etl.Fetching;

/// <summary>One address of a list.</summary>
/// <param name="Row">Line of the file, from 1; the heads are line 1.</param>
/// <param name="Agency">Body that is said to have published there; null where the list does not say.</param>
/// <param name="Year">Report year; null where the list does not say.</param>
/// <param name="Address">Absolute, http or https, without fragment and credentials.</param>
public sealed record ListedAddress(long Row, string? Agency, ReportYear? Year, Uri Address);

/// <summary>A list as read: what can be taken is taken, the rest is named.</summary>
/// <param name="Addresses">Each address once, in the order of the list.</param>
/// <param name="Errors">Chinese, each with its row; also the rows that repeat an address.</param>
public sealed record AddressListRead(IReadOnlyList<ListedAddress> Addresses, IReadOnlyList<string> Errors);

/// <summary>Reads lists of addresses: columns agency, year and url, or 机关, 年度 and 网址, in any order.</summary>
public static class AddressList
{
    private const int MostAddresses = 100_000;
    private const int LongestAddress = 2_000;
    private const int LongestRow = 64 << 10;
    private static readonly ListColumn Agency = new("agency", "机关", false);
    private static readonly ListColumn Year = new("year", "年度", false);
    private static readonly ListColumn Url = new("url", "网址", true);
    private static readonly ListColumn[] Columns = [Agency, Year, Url];

    /// <summary>Whether a file is such a list: a CSV file whose first line names an address.</summary>
    public static async Task<bool> IsListAsync(string file, CancellationToken cancellation) => (await CsvHead.OfAsync(file, cancellation)).Any(Url.IsNamed);

    /// <summary>Reads a list in UTF-8, UTF-16 or GB18030.</summary>
    /// <param name="bytes">The whole file.</param>
    public static AddressListRead Read(ReadOnlySpan<byte> bytes)
    {
        var addresses = new List<ListedAddress>();
        var errors = new List<string>();
        try
        {
            ReadRows(TextDecoder.Decode(bytes).TrimStart('\uFEFF'), addresses, errors);
        }
        catch (UnreadableDocumentException e)
        {
            errors.Add(e.Message);
        }
        catch (CsvFormatException e)
        {
            errors.Add(string.Create(CultureInfo.InvariantCulture, $"第 {e.LineNumber} 行：引号不成对或内容过长，这一行及以后的行未读取，请改正后重新提交。"));
        }
        if (addresses.Count == 0 && errors.Count == 0) errors.Add("清单中没有网址。");
        return new AddressListRead(addresses, errors);
    }

    private static void ReadRows(string text, List<ListedAddress> addresses, List<string> errors)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { TrackLineNumbers = true, MaxRecordSize = LongestRow }, leaveOpen: false);
        csv.ReadHeader();
        var heads = ColumnHeads.Find(Columns, csv.Headers, out var problem);
        if (problem is not null)
        {
            errors.Add($"第 1 行：{problem}");
            return;
        }
        var rowOf = new Dictionary<Uri, long>();
        while (csv.Read())
        {
            var fields = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToList();
            if (fields.TrueForAll(string.IsNullOrWhiteSpace)) continue;
            if (addresses.Count == MostAddresses)
            {
                errors.Add(Named(csv.LineNumber, $"一份清单至多 {MostAddresses} 个网址，这一行及以后的行未读取，请拆分后提交。"));
                return;
            }
            var row = Row(csv.LineNumber, heads, fields, out problem);
            if (row is null) errors.Add(Named(csv.LineNumber, problem!));
            else if (rowOf.TryAdd(row.Address, row.Row)) addresses.Add(row);
            else errors.Add(Named(row.Row, string.Create(CultureInfo.InvariantCulture, $"网址与第 {rowOf[row.Address]} 行相同，只取一次。")));
        }
    }

    private static ListedAddress? Row(long number, ColumnHeads heads, List<string> fields, out string? problem)
    {
        var (agency, year, url) = (heads.Text(fields, Agency), heads.Text(fields, Year), heads.Text(fields, Url));
        problem = Problem(url, out var address);
        ReportYear? reportYear = null;
        if (year.Length > 0)
        {
            if (int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && ReportYear.IsYear(value)) reportYear = new ReportYear(value);
            else problem ??= $"年度“{year}”不是报告年度，应为 {ReportYear.First} 至 {ReportYear.Last} 的四位数字，或留空。";
        }
        return problem is null ? new ListedAddress(number, agency.Length > 0 ? agency : null, reportYear, address!) : null;
    }

    private static string? Problem(string url, out Uri? address)
    {
        address = null;
        if (url.Length == 0) return "网址为空，请填写完整的网址，或删去这一行。";
        if (url.Length > LongestAddress) return $"网址超过 {LongestAddress} 个字符，请核对。";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var found) || found.Scheme is not ("http" or "https") || found.Host.Length == 0)
            return $"“{url}”不是网址，应以 http:// 或 https:// 开头。";
        if (found.UserInfo.Length > 0) return "网址中带有用户名或密码，请去掉。";
        address = new Uri(found.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));
        return null;
    }

    private static string Named(long row, string problem) => string.Create(CultureInfo.InvariantCulture, $"第 {row} 行：{problem}");
}
