// `query "SQL"`: read-only SQL on the published warehouse.
using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Warehouse;
using CsvHelper;
using DuckDB.NET.Data;
using Spectre.Console;

namespace Analytics.App.Commands;

internal static class QueryCommand
{
    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var sql = new Argument<string>("SQL") { Description = "A query; the published warehouse is read-only." };
        var format = new Option<string>("--format") { Description = "table, csv or json (one object a line).", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "csv", "json");
        var data = DataOption.Create();
        var command = new Command("query", "Run read-only SQL on the published warehouse.") { sql, format, data };
        command.SetAction((arguments, cancellation) => RunAsync(arguments.GetRequiredValue(sql), arguments.GetRequiredValue(format), arguments.GetRequiredValue(data), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string sql, string format, string data, CancellationToken cancellation)
    {
        using var warehouse = new PublishedWarehouse(Cluster.Folder(data));
        await using var output = Output.Standard();
        try
        {
            await warehouse.ReadAsync(sql, reader => format switch
            {
                "csv" => WriteCsvAsync(reader, output),
                "json" => WriteJsonAsync(reader, output),
                _ => WriteTableAsync(reader, output),
            }, cancellation);
            return 0;
        }
        catch (DuckDBException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.Failed;
        }
    }

    private static IEnumerable<string> Columns(DbDataReader reader) => Enumerable.Range(0, reader.FieldCount).Select(reader.GetName);

    private static string Show(DbDataReader reader, int column) => reader.IsDBNull(column) ? "" : reader.GetValue(column) switch
    {
        decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        string text => text,
        System.Collections.IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(item => Convert.ToString(item, CultureInfo.InvariantCulture)))}]",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    private static async Task WriteTableAsync(DbDataReader reader, TextWriter output)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in Columns(reader)) table.AddColumn(new TableColumn(new Text(column)));
        while (await reader.ReadAsync())
            table.AddRow(Enumerable.Range(0, reader.FieldCount).Select(column => new Text(Show(reader, column))));
        Output.Write(output, table);
    }

    private static async Task WriteCsvAsync(DbDataReader reader, TextWriter output)
    {
        await using var csv = CsvWriter.Create(output, CsvWriterOptions.Default, leaveOpen: true);
        foreach (var column in Columns(reader)) csv.WriteField(column);
        csv.EndRecord();
        while (await reader.ReadAsync())
        {
            for (var column = 0; column < reader.FieldCount; column++) csv.WriteField(Show(reader, column));
            csv.EndRecord();
        }
    }

    private static async Task WriteJsonAsync(DbDataReader reader, TextWriter output)
    {
        while (await reader.ReadAsync())
        {
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer, JsonOptions))
            {
                json.WriteStartObject();
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    json.WritePropertyName(reader.GetName(column));
                    if (reader.IsDBNull(column)) json.WriteNullValue();
                    else if (reader.GetValue(column) is decimal or int or long or short or sbyte or double or float) json.WriteRawValue(Show(reader, column));
                    else if (reader.GetValue(column) is bool flag) json.WriteBooleanValue(flag);
                    else json.WriteStringValue(Show(reader, column));
                }
                json.WriteEndObject();
            }
            await output.WriteLineAsync(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
        }
    }
}
