// A CSV file that is written row by row, packed where it would be large.
using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;

namespace Analytics.Synthetic;

internal sealed class CsvFile : IDisposable
{
    private readonly StreamWriter text;
    private readonly CsvWriter csv;

    /// <param name="path">Ends with <c>.gz</c> where the file is to be packed.</param>
    /// <param name="heads">Names of the columns.</param>
    public CsvFile(string path, params string[] heads)
    {
        Stream stream = File.Create(path);
        if (path.EndsWith(".gz", StringComparison.Ordinal)) stream = new GZipStream(stream, CompressionLevel.Fastest);
        text = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16);
        csv = CsvWriter.Create(text, CsvWriterOptions.Default, leaveOpen: true);
        csv.WriteRecord(heads);
    }

    public void Write(params string[] fields) => csv.WriteRecord(fields);

    public static string Text(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    public void Dispose()
    {
        csv.Dispose();
        text.Dispose();
    }
}
