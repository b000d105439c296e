// Files to give to the jobs.
using System.IO.Compression;
using System.Text;
using Analytics.Testing;

namespace Analytics.Etl.Tests.Jobs;

internal static class Given
{
    public const string Notice = "关于召开会议的通知\n请各单位按时参加。\n";
    private const string Agency = "忻州市教育局";

    static Given() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyList<SampleReport> Samples { get; } = SampleReports.Read();

    /// <summary>The text of a sample: 忻州市教育局, 2020, 15 requests received.</summary>
    public static string Text { get; } = Encoding.GetEncoding("gb18030").GetString(Sample("xinzhou-jyj-2020.txt").Bytes);

    /// <summary>The same report, which does not say whose it is and of which year.</summary>
    public static string Nameless => Text.Replace(Agency, "", StringComparison.Ordinal).Replace("2020", "", StringComparison.Ordinal).Replace("2021年1月27日", "", StringComparison.Ordinal);

    /// <summary>The same report, with 16 requests received in place of 15.</summary>
    public static string Corrected => Text.Replace("\n\t15\n", "\n\t16\n", StringComparison.Ordinal);

    public static SampleReport Sample(string name) => Samples.Single(sample => sample.Name == name);

    public static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }
        return stream.ToArray();
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
