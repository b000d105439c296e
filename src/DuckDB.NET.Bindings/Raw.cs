// What the declarations stand on: the library's name, the two ways C strings come back, and the entry points that
// DuckDB.NET.Data does not call itself but handles and values need.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

[assembly: DisableRuntimeMarshalling]

namespace DuckDB.NET.Native;

// const char* that stays DuckDB's: read, never freed. (The default marshaller would call free() on it.)
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedOut, typeof(BorrowedUtf8))]
internal static unsafe class BorrowedUtf8
{
    public static string? ConvertToManaged(byte* text) => Marshal.PtrToStringUTF8((nint)text);
}

// char* that the caller must hand to duckdb_free.
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedOut, typeof(OwnedUtf8))]
internal static unsafe class OwnedUtf8
{
    public static string? ConvertToManaged(byte* text) => Marshal.PtrToStringUTF8((nint)text);
    public static void Free(byte* text) { if (text is not null) Raw.duckdb_free(text); }
}

internal static unsafe partial class Raw
{
    internal const string Lib = "duckdb";

    [LibraryImport(Lib)] internal static partial void duckdb_free(void* ptr);
    [LibraryImport(Lib)] internal static partial void duckdb_close(ref nint handle);
    [LibraryImport(Lib)] internal static partial void duckdb_disconnect(ref nint handle);
    [LibraryImport(Lib)] internal static partial void duckdb_interrupt(DuckDBNativeConnection connection);
    [LibraryImport(Lib)] internal static partial void duckdb_destroy_config(ref nint handle);
    [LibraryImport(Lib)] internal static partial void duckdb_destroy_prepare(ref nint handle);
    [LibraryImport(Lib)] internal static partial void duckdb_destroy_extracted(ref nint handle);
    [LibraryImport(Lib)] internal static partial void duckdb_destroy_logical_type(ref nint handle);
    [LibraryImport(Lib)] internal static partial void duckdb_destroy_data_chunk(ref nint handle);
    [LibraryImport(Lib)] internal static partial void duckdb_destroy_error_data(ref nint handle);
    [LibraryImport(Lib)] internal static partial void duckdb_destroy_client_context(ref nint handle);
    [LibraryImport(Lib)] internal static partial void duckdb_destroy_arrow_options(ref nint handle);
    [LibraryImport(Lib)] internal static partial void duckdb_destroy_value(ref nint handle);
    [LibraryImport(Lib)] internal static partial void duckdb_destroy_result(ref DuckDBResult result);
    [LibraryImport(Lib)] internal static partial DuckDBState duckdb_appender_destroy(ref nint handle);
    [LibraryImport(Lib)] internal static partial ulong duckdb_client_context_get_connection_id(DuckDBClientContext context);

    [LibraryImport(Lib)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool duckdb_error_data_has_error(DuckDBErrorData error);
    [LibraryImport(Lib)]
    [return: MarshalUsing(typeof(BorrowedUtf8))]
    internal static partial string? duckdb_error_data_message(DuckDBErrorData error);

    [LibraryImport(Lib, StringMarshalling = StringMarshalling.Utf8)] internal static partial DuckDBState duckdb_bind_parameter_index(DuckDBPreparedStatement statement, out ulong index, string name);
    [LibraryImport(Lib, StringMarshalling = StringMarshalling.Utf8)] internal static partial ulong duckdb_extract_statements(DuckDBNativeConnection connection, string query, out DuckDBExtractedStatements statements);
    [LibraryImport(Lib)] internal static partial DuckDBValue duckdb_create_varchar_length(byte* text, ulong length);
    [LibraryImport(Lib)] internal static partial DuckDBValue duckdb_create_blob(byte* data, ulong length);
    [LibraryImport(Lib)] internal static partial DuckDBValue duckdb_create_list_value(DuckDBLogicalType type, nint* values, ulong count);
    [LibraryImport(Lib)] internal static partial DuckDBValue duckdb_create_array_value(DuckDBLogicalType type, nint* values, ulong count);
    [LibraryImport(Lib)] internal static partial DuckDBState duckdb_append_default_to_chunk(DuckDBAppender appender, DuckDBDataChunk chunk, ulong column, ulong row);
    [LibraryImport(Lib)] internal static partial void duckdb_data_chunk_set_size(DuckDBDataChunk chunk, ulong size);
    [LibraryImport(Lib)] internal static partial nuint duckdb_config_count();
    [LibraryImport(Lib)] internal static partial DuckDBState duckdb_get_config_flag(nuint index, [MarshalUsing(typeof(BorrowedUtf8))] out string? name, [MarshalUsing(typeof(BorrowedUtf8))] out string? description);

    [LibraryImport(Lib)] internal static partial nint duckdb_get_value_type(DuckDBValue value);
    [LibraryImport(Lib)] internal static partial DuckDBType duckdb_get_type_id(nint logicalType);
    [LibraryImport(Lib)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool duckdb_is_null_value(DuckDBValue value);
    [LibraryImport(Lib)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool duckdb_get_bool(DuckDBValue value);
    [LibraryImport(Lib)] internal static partial sbyte duckdb_get_int8(DuckDBValue value);
    [LibraryImport(Lib)] internal static partial short duckdb_get_int16(DuckDBValue value);
    [LibraryImport(Lib)] internal static partial int duckdb_get_int32(DuckDBValue value);
    [LibraryImport(Lib)] internal static partial long duckdb_get_int64(DuckDBValue value);
    [LibraryImport(Lib)] internal static partial byte duckdb_get_uint8(DuckDBValue value);
    [LibraryImport(Lib)] internal static partial ushort duckdb_get_uint16(DuckDBValue value);
    [LibraryImport(Lib)] internal static partial uint duckdb_get_uint32(DuckDBValue value);
    [LibraryImport(Lib)] internal static partial ulong duckdb_get_uint64(DuckDBValue value);
    [LibraryImport(Lib)] internal static partial float duckdb_get_float(DuckDBValue value);
    [LibraryImport(Lib)] internal static partial double duckdb_get_double(DuckDBValue value);
    [LibraryImport(Lib)] internal static partial DuckDBHugeInt duckdb_get_hugeint(DuckDBValue value);
    [LibraryImport(Lib)] internal static partial DuckDBUHugeInt duckdb_get_uhugeint(DuckDBValue value);
    [LibraryImport(Lib)] internal static partial DuckDBDate duckdb_get_date(DuckDBValue value);
    [LibraryImport(Lib)] internal static partial DuckDBTime duckdb_get_time(DuckDBValue value);
    [LibraryImport(Lib)] internal static partial DuckDBTimestampStruct duckdb_get_timestamp(DuckDBValue value);
    [LibraryImport(Lib)] internal static partial DuckDBInterval duckdb_get_interval(DuckDBValue value);
    [LibraryImport(Lib)]
    [return: MarshalUsing(typeof(OwnedUtf8))]
    internal static partial string? duckdb_get_varchar(DuckDBValue value);
}
