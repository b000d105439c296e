// The calls of DuckDB.NET.Data 1.5.6.1, each with the managed signature its metadata asks for and the C function of duckdb.h.
// Where the two widths differ (int against idx_t) a small wrapper stands between.
using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using System.Text;

namespace DuckDB.NET.Native;

public static unsafe partial class NativeMethods
{
    private const string Lib = Raw.Lib;

    public static partial class Startup
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_library_version")]
        [return: MarshalUsing(typeof(BorrowedUtf8))]
        public static partial string? DuckDBLibraryVersion();
        [LibraryImport(Lib, EntryPoint = "duckdb_query_progress")] public static partial DuckDBQueryProgress DuckDBQueryProgress(DuckDBNativeConnection connection);
        [LibraryImport(Lib, EntryPoint = "duckdb_open_ext", StringMarshalling = StringMarshalling.Utf8)] public static partial DuckDBState DuckDBOpen(string? path, out DuckDBDatabase database, DuckDBConfig config, [MarshalUsing(typeof(OwnedUtf8))] out string? error);
        [LibraryImport(Lib, EntryPoint = "duckdb_connect")] public static partial DuckDBState DuckDBConnect(DuckDBDatabase database, out DuckDBNativeConnection connection);
        [LibraryImport(Lib, EntryPoint = "duckdb_connection_get_client_context")] public static partial void DuckDBConnectionGetClientContext(DuckDBNativeConnection connection, out DuckDBClientContext context);
    }

    public static partial class Configuration
    {
        public static int DuckDBConfigCount() => (int)Raw.duckdb_config_count();
        public static DuckDBState DuckDBGetConfigFlag(int index, out string? name, out string? description) => Raw.duckdb_get_config_flag((nuint)index, out name, out description);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_config")] public static partial DuckDBState DuckDBCreateConfig(out DuckDBConfig config);
        [LibraryImport(Lib, EntryPoint = "duckdb_set_config", StringMarshalling = StringMarshalling.Utf8)] public static partial DuckDBState DuckDBSetConfig(DuckDBConfig config, string name, string option);
    }

    public static partial class ExtractStatements
    {
        public static int DuckDBExtractStatements(DuckDBNativeConnection connection, string query, out DuckDBExtractedStatements statements) => (int)Raw.duckdb_extract_statements(connection, query, out statements);
        [LibraryImport(Lib, EntryPoint = "duckdb_extract_statements_error")]
        [return: MarshalUsing(typeof(BorrowedUtf8))]
        public static partial string? DuckDBExtractStatementsError(DuckDBExtractedStatements statements);
        [LibraryImport(Lib, EntryPoint = "duckdb_prepare_extracted_statement")] public static partial DuckDBState DuckDBPrepareExtractedStatement(DuckDBNativeConnection connection, DuckDBExtractedStatements statements, long index, out DuckDBPreparedStatement statement);
    }

    public static partial class PreparedStatements
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_execute_prepared")] public static partial DuckDBState DuckDBExecutePrepared(DuckDBPreparedStatement statement, out DuckDBResult result);
        [LibraryImport(Lib, EntryPoint = "duckdb_execute_prepared_streaming")] public static partial DuckDBState DuckDBExecutePreparedStreaming(DuckDBPreparedStatement statement, out DuckDBResult result);
        [LibraryImport(Lib, EntryPoint = "duckdb_nparams")] public static partial long DuckDBParams(DuckDBPreparedStatement statement);
        public static DuckDBState DuckDBBindParameterIndex(DuckDBPreparedStatement statement, out int index, string name)
        {
            var state = Raw.duckdb_bind_parameter_index(statement, out var wide, name); // writes 8 bytes
            index = state.IsSuccess() ? checked((int)wide) : 0;
            return state;
        }
        [LibraryImport(Lib, EntryPoint = "duckdb_param_logical_type")] public static partial DuckDBLogicalType DuckDBParamLogicalType(DuckDBPreparedStatement statement, long index);
        [LibraryImport(Lib, EntryPoint = "duckdb_bind_value")] public static partial DuckDBState DuckDBBindValue(DuckDBPreparedStatement statement, long index, DuckDBValue value);
        [LibraryImport(Lib, EntryPoint = "duckdb_prepare_error")]
        [return: MarshalUsing(typeof(BorrowedUtf8))]
        public static partial string? DuckDBPrepareError(DuckDBPreparedStatement statement);
    }

    public static partial class Query
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_rows_changed")] public static partial long DuckDBRowsChanged(ref DuckDBResult result);
        [LibraryImport(Lib, EntryPoint = "duckdb_result_return_type")] public static partial DuckDBResultType DuckDBResultReturnType(DuckDBResult result);
        [LibraryImport(Lib, EntryPoint = "duckdb_column_count")] public static partial ulong DuckDBColumnCount(ref DuckDBResult result);
        [LibraryImport(Lib, EntryPoint = "duckdb_column_logical_type")] public static partial DuckDBLogicalType DuckDBColumnLogicalType(ref DuckDBResult result, long column);
        [LibraryImport(Lib, EntryPoint = "duckdb_column_name")]
        [return: MarshalUsing(typeof(BorrowedUtf8))]
        public static partial string? DuckDBColumnName(ref DuckDBResult result, long column);
        [LibraryImport(Lib, EntryPoint = "duckdb_result_error")]
        [return: MarshalUsing(typeof(BorrowedUtf8))]
        public static partial string? DuckDBResultError(ref DuckDBResult result);
        [LibraryImport(Lib, EntryPoint = "duckdb_result_error_type")] public static partial DuckDBErrorType DuckDBResultErrorType(ref DuckDBResult result);
        [LibraryImport(Lib, EntryPoint = "duckdb_fetch_chunk")] public static partial DuckDBDataChunk DuckDBFetchChunk(DuckDBResult result);
    }

    public static partial class Types
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_result_is_streaming")] public static partial byte DuckDBResultIsStreaming(DuckDBResult result);
        [LibraryImport(Lib, EntryPoint = "duckdb_result_get_chunk")] public static partial DuckDBDataChunk DuckDBResultGetChunk(DuckDBResult result, long index);
    }

    public static partial class StreamingResult
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_stream_fetch_chunk")] public static partial DuckDBDataChunk DuckDBStreamFetchChunk(DuckDBResult result);
    }

    public static partial class Helpers
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_vector_size")] public static partial ulong DuckDBVectorSize();
    }

    public static partial class ErrorData
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_error_data_error_type")] public static partial DuckDBErrorType DuckDBErrorDataErrorType(DuckDBErrorData error);
    }

    public static partial class Appender
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_appender_create_ext", StringMarshalling = StringMarshalling.Utf8)] public static partial DuckDBState DuckDBAppenderCreateExt(DuckDBNativeConnection connection, string? catalog, string? schema, string table, out DuckDBAppender appender);
        [LibraryImport(Lib, EntryPoint = "duckdb_appender_column_count")] public static partial ulong DuckDBAppenderColumnCount(DuckDBAppender appender);
        [LibraryImport(Lib, EntryPoint = "duckdb_appender_column_type")] public static partial DuckDBLogicalType DuckDBAppenderColumnType(DuckDBAppender appender, ulong column);
        [LibraryImport(Lib, EntryPoint = "duckdb_appender_clear")] public static partial DuckDBState DuckDBAppenderClear(DuckDBAppender appender);
        [LibraryImport(Lib, EntryPoint = "duckdb_appender_error_data")] public static partial DuckDBErrorData DuckDBAppenderErrorData(DuckDBAppender appender);
        [LibraryImport(Lib, EntryPoint = "duckdb_appender_close")] public static partial DuckDBState DuckDBAppenderClose(DuckDBAppender appender);
        [LibraryImport(Lib, EntryPoint = "duckdb_append_data_chunk")] public static partial DuckDBState DuckDBAppendDataChunk(DuckDBAppender appender, DuckDBDataChunk chunk);
        public static DuckDBState DuckDBAppendDefaultToChunk(DuckDBAppender appender, DuckDBDataChunk chunk, int column, ulong row) => Raw.duckdb_append_default_to_chunk(appender, chunk, (ulong)column, row);
    }

    public static partial class DataChunks
    {
        public static DuckDBDataChunk DuckDBCreateDataChunk(IntPtr[] types, ulong count) { fixed (nint* p = types) return Create(p, count); }
        [LibraryImport(Lib, EntryPoint = "duckdb_create_data_chunk")] private static partial DuckDBDataChunk Create(nint* types, ulong count);
        [LibraryImport(Lib, EntryPoint = "duckdb_data_chunk_reset")] public static partial void DuckDBDataChunkReset(DuckDBDataChunk chunk);
        [LibraryImport(Lib, EntryPoint = "duckdb_data_chunk_get_vector")] public static partial IntPtr DuckDBDataChunkGetVector(DuckDBDataChunk chunk, long column);
        public static long DuckDBDataChunkSetSize(DuckDBDataChunk chunk, ulong size) { Raw.duckdb_data_chunk_set_size(chunk, size); return (long)size; }
        [LibraryImport(Lib, EntryPoint = "duckdb_data_chunk_get_size")] public static partial ulong DuckDBDataChunkGetSize(DuckDBDataChunk chunk);
        [LibraryImport(Lib, EntryPoint = "duckdb_data_chunk_get_column_count")] public static partial long DuckDBDataChunkGetColumnCount(DuckDBDataChunk chunk);
    }

    public static partial class Vectors
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_vector_get_column_type")] public static partial DuckDBLogicalType DuckDBVectorGetColumnType(IntPtr vector);
        [LibraryImport(Lib, EntryPoint = "duckdb_vector_get_data"), SuppressGCTransition] public static partial void* DuckDBVectorGetData(IntPtr vector);
        [LibraryImport(Lib, EntryPoint = "duckdb_vector_get_validity"), SuppressGCTransition] public static partial ulong* DuckDBVectorGetValidity(IntPtr vector);
        [LibraryImport(Lib, EntryPoint = "duckdb_vector_ensure_validity_writable")] public static partial void DuckDBVectorEnsureValidityWritable(IntPtr vector);
        [LibraryImport(Lib, EntryPoint = "duckdb_list_vector_get_child"), SuppressGCTransition] public static partial IntPtr DuckDBListVectorGetChild(IntPtr vector);
        [LibraryImport(Lib, EntryPoint = "duckdb_list_vector_set_size")] public static partial DuckDBState DuckDBListVectorSetSize(IntPtr vector, ulong size);
        [LibraryImport(Lib, EntryPoint = "duckdb_list_vector_reserve")] public static partial DuckDBState DuckDBListVectorReserve(IntPtr vector, ulong capacity);
        [LibraryImport(Lib, EntryPoint = "duckdb_array_vector_get_child"), SuppressGCTransition] public static partial IntPtr DuckDBArrayVectorGetChild(IntPtr vector);
        [LibraryImport(Lib, EntryPoint = "duckdb_struct_vector_get_child"), SuppressGCTransition] public static partial IntPtr DuckDBStructVectorGetChild(IntPtr vector, long index);
        [LibraryImport(Lib, EntryPoint = "duckdb_vector_assign_string_element_len")] public static partial void DuckDBVectorAssignStringElementLength(IntPtr vector, ulong index, byte* text, long length);
        [LibraryImport(Lib, EntryPoint = "duckdb_unsafe_vector_assign_string_element_len")] public static partial void DuckDBUnsafeVectorAssignStringElementLength(IntPtr vector, ulong index, byte* text, long length);
    }

    public static partial class LogicalType
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_create_logical_type")] public static partial DuckDBLogicalType DuckDBCreateLogicalType(DuckDBType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_decimal_type")] public static partial DuckDBLogicalType DuckDBCreateDecimalType(byte width, byte scale);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_list_type")] public static partial DuckDBLogicalType DuckDBCreateListType(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_get_type_id")] public static partial DuckDBType DuckDBGetTypeId(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_decimal_width")] public static partial byte DuckDBDecimalWidth(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_decimal_scale")] public static partial byte DuckDBDecimalScale(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_decimal_internal_type")] public static partial DuckDBType DuckDBDecimalInternalType(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_enum_internal_type")] public static partial DuckDBType DuckDBEnumInternalType(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_enum_dictionary_size")] public static partial uint DuckDBEnumDictionarySize(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_enum_dictionary_value")]
        [return: MarshalUsing(typeof(OwnedUtf8))]
        public static partial string? DuckDBEnumDictionaryValue(DuckDBLogicalType type, long index);
        [LibraryImport(Lib, EntryPoint = "duckdb_list_type_child_type")] public static partial DuckDBLogicalType DuckDBListTypeChildType(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_array_type_child_type")] public static partial DuckDBLogicalType DuckDBArrayTypeChildType(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_array_type_array_size")] public static partial long DuckDBArrayVectorGetSize(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_map_type_key_type")] public static partial DuckDBLogicalType DuckDBMapTypeKeyType(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_map_type_value_type")] public static partial DuckDBLogicalType DuckDBMapTypeValueType(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_struct_type_child_count")] public static partial long DuckDBStructTypeChildCount(DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_struct_type_child_name")]
        [return: MarshalUsing(typeof(OwnedUtf8))]
        public static partial string? DuckDBStructTypeChildName(DuckDBLogicalType type, long index);
        [LibraryImport(Lib, EntryPoint = "duckdb_struct_type_child_type")] public static partial DuckDBLogicalType DuckDBStructTypeChildType(DuckDBLogicalType type, long index);
    }

    public static partial class DateTimeHelpers
    {
        public static DuckDBTime DuckDBToTime(DuckDBTimeOnly time) => new() { Micros = time.ToMicros() };
        public static DuckDBTimeOnly DuckDBFromTime(DuckDBTime time) => DuckDBTimeOnly.FromMicros(time.Micros);
        public static DuckDBTimeTz DuckDBFromTimeTz(DuckDBTimeTzStruct time) => new(DuckDBTimeOnly.FromMicros((long)(time.Bits >> 24)), 57599 - (int)(time.Bits & 0xFFFFFF));
    }

    public static partial class Value
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_create_null_value")] public static partial DuckDBValue DuckDBCreateNullValue();
        [LibraryImport(Lib, EntryPoint = "duckdb_create_bool")] public static partial DuckDBValue DuckDBCreateBool([MarshalAs(UnmanagedType.U1)] bool value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_int8")] public static partial DuckDBValue DuckDBCreateInt8(sbyte value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_int16")] public static partial DuckDBValue DuckDBCreateInt16(short value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_int32")] public static partial DuckDBValue DuckDBCreateInt32(int value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_int64")] public static partial DuckDBValue DuckDBCreateInt64(long value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_uint8")] public static partial DuckDBValue DuckDBCreateUInt8(byte value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_uint16")] public static partial DuckDBValue DuckDBCreateUInt16(ushort value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_uint32")] public static partial DuckDBValue DuckDBCreateUInt32(uint value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_uint64")] public static partial DuckDBValue DuckDBCreateUInt64(ulong value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_float")] public static partial DuckDBValue DuckDBCreateFloat(float value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_double")] public static partial DuckDBValue DuckDBCreateDouble(double value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_hugeint")] public static partial DuckDBValue DuckDBCreateHugeInt(DuckDBHugeInt value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_uhugeint")] public static partial DuckDBValue DuckDBCreateUHugeInt(DuckDBUHugeInt value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_uuid")] public static partial DuckDBValue DuckDBCreateUuid(DuckDBHugeInt value); // C: the same 16 bytes as duckdb_uhugeint
        [LibraryImport(Lib, EntryPoint = "duckdb_create_timestamp")] public static partial DuckDBValue DuckDBCreateTimestamp(DuckDBTimestampStruct value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_timestamp_s")] public static partial DuckDBValue DuckDBCreateTimestampS(DuckDBTimestampStruct value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_timestamp_ms")] public static partial DuckDBValue DuckDBCreateTimestampMs(DuckDBTimestampStruct value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_timestamp_ns")] public static partial DuckDBValue DuckDBCreateTimestampNs(DuckDBTimestampStruct value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_timestamp_tz")] public static partial DuckDBValue DuckDBCreateTimestampTz(DuckDBTimestampStruct value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_interval")] public static partial DuckDBValue DuckDBCreateInterval(DuckDBInterval value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_date")] public static partial DuckDBValue DuckDBCreateDate(DuckDBDate value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_time")] public static partial DuckDBValue DuckDBCreateTime(DuckDBTime value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_time_tz_value")] public static partial DuckDBValue DuckDBCreateTimeTz(DuckDBTimeTzStruct value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_bignum")] public static partial DuckDBValue DuckDBCreateBignum(DuckDBBignum value);
        [LibraryImport(Lib, EntryPoint = "duckdb_create_decimal")] public static partial DuckDBValue DuckDBCreateDecimal(DuckDBDecimal value);

        public static DuckDBValue DuckDBCreateVarchar(string value)
        {
            var bytes = Encoding.UTF8.GetBytes(value);
            fixed (byte* p = &MemoryMarshal.GetArrayDataReference(bytes))
                return Raw.duckdb_create_varchar_length(p, (ulong)bytes.Length);
        }

        public static DuckDBValue DuckDBCreateBlob(byte[] value, long length)
        {
            fixed (byte* p = &MemoryMarshal.GetArrayDataReference(value))
                return Raw.duckdb_create_blob(p, (ulong)length);
        }

        public static DuckDBValue DuckDBCreateListValue(DuckDBLogicalType type, DuckDBValue[] values, int count) => WithHandles(type, values, count, list: true);
        public static DuckDBValue DuckDBCreateArrayValue(DuckDBLogicalType type, DuckDBValue[] values, int count) => WithHandles(type, values, count, list: false);

        private static DuckDBValue WithHandles(DuckDBLogicalType type, DuckDBValue[] values, int count, bool list)
        {
            var handles = new nint[Math.Max(count, 1)];
            for (var i = 0; i < count; i++) handles[i] = values[i].DangerousGetHandle();
            DuckDBValue made;
            fixed (nint* p = handles)
                made = list ? Raw.duckdb_create_list_value(type, p, (ulong)count) : Raw.duckdb_create_array_value(type, p, (ulong)count);
            GC.KeepAlive(values);
            return made;
        }
    }

    public static partial class Arrow
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_result_get_arrow_options")] public static partial DuckDBArrowOptions DuckDBResultGetArrowOptions(ref DuckDBResult result);
        [LibraryImport(Lib, EntryPoint = "duckdb_to_arrow_schema")] public static partial DuckDBErrorData DuckDBToArrowSchema(DuckDBArrowOptions options, IntPtr types, IntPtr names, ulong count, IntPtr schema);
        [LibraryImport(Lib, EntryPoint = "duckdb_data_chunk_to_arrow")] public static partial DuckDBErrorData DuckDBDataChunkToArrow(DuckDBArrowOptions options, DuckDBDataChunk chunk, IntPtr array);
    }

    public static partial class ScalarFunction
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_create_scalar_function")] public static partial IntPtr DuckDBCreateScalarFunction();
        [LibraryImport(Lib, EntryPoint = "duckdb_destroy_scalar_function")] public static partial void DuckDBDestroyScalarFunction(ref IntPtr function);
        [LibraryImport(Lib, EntryPoint = "duckdb_scalar_function_set_name", StringMarshalling = StringMarshalling.Utf8)] public static partial void DuckDBScalarFunctionSetName(IntPtr function, string name);
        [LibraryImport(Lib, EntryPoint = "duckdb_scalar_function_set_varargs")] public static partial void DuckDBScalarFunctionSetVarargs(IntPtr function, DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_scalar_function_add_parameter")] public static partial void DuckDBScalarFunctionAddParameter(IntPtr function, DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_scalar_function_set_volatile")] public static partial void DuckDBScalarFunctionSetVolatile(IntPtr function);
        [LibraryImport(Lib, EntryPoint = "duckdb_scalar_function_set_special_handling")] public static partial void DuckDBScalarFunctionSetSpecialHandling(IntPtr function);
        [LibraryImport(Lib, EntryPoint = "duckdb_scalar_function_set_return_type")] public static partial void DuckDBScalarFunctionSetReturnType(IntPtr function, DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_scalar_function_set_bind")] public static partial void DuckDBScalarFunctionSetBind(IntPtr function, delegate* unmanaged[Cdecl]<IntPtr, void> bind);
        [LibraryImport(Lib, EntryPoint = "duckdb_scalar_function_set_function")] public static partial void DuckDBScalarFunctionSetFunction(IntPtr function, delegate* unmanaged[Cdecl]<IntPtr, IntPtr, IntPtr, void> callback);
        [LibraryImport(Lib, EntryPoint = "duckdb_scalar_function_set_extra_info")] public static partial void DuckDBScalarFunctionSetExtraInfo(IntPtr function, IntPtr info, delegate* unmanaged[Cdecl]<IntPtr, void> destroy);
        [LibraryImport(Lib, EntryPoint = "duckdb_scalar_function_get_extra_info")] public static partial IntPtr DuckDBScalarFunctionGetExtraInfo(IntPtr info);
        [LibraryImport(Lib, EntryPoint = "duckdb_scalar_function_set_bind_data")] public static partial void DuckDBScalarFunctionSetBindData(IntPtr info, IntPtr data, delegate* unmanaged[Cdecl]<IntPtr, void> destroy);
        [LibraryImport(Lib, EntryPoint = "duckdb_scalar_function_set_bind_data_copy")] public static partial void DuckDBScalarFunctionSetBindDataCopy(IntPtr info, delegate* unmanaged[Cdecl]<IntPtr, IntPtr> copy);
        [LibraryImport(Lib, EntryPoint = "duckdb_scalar_function_get_bind_data")] public static partial IntPtr DuckDBScalarFunctionGetBindData(IntPtr info);
        [LibraryImport(Lib, EntryPoint = "duckdb_scalar_function_set_error", StringMarshalling = StringMarshalling.Utf8)] public static partial void DuckDBScalarFunctionSetError(IntPtr info, string error);
        [LibraryImport(Lib, EntryPoint = "duckdb_scalar_function_get_client_context")] public static partial void DuckDBScalarFunctionGetClientContext(IntPtr info, out DuckDBClientContext context);
        [LibraryImport(Lib, EntryPoint = "duckdb_register_scalar_function")] public static partial DuckDBState DuckDBRegisterScalarFunction(DuckDBNativeConnection connection, IntPtr function);
    }

    public static partial class TableFunction
    {
        [LibraryImport(Lib, EntryPoint = "duckdb_create_table_function")] public static partial IntPtr DuckDBCreateTableFunction();
        [LibraryImport(Lib, EntryPoint = "duckdb_destroy_table_function")] public static partial void DuckDBDestroyTableFunction(ref IntPtr function);
        [LibraryImport(Lib, EntryPoint = "duckdb_table_function_set_name", StringMarshalling = StringMarshalling.Utf8)] public static partial void DuckDBTableFunctionSetName(IntPtr function, string name);
        [LibraryImport(Lib, EntryPoint = "duckdb_table_function_add_parameter")] public static partial void DuckDBTableFunctionAddParameter(IntPtr function, DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_table_function_add_named_parameter", StringMarshalling = StringMarshalling.Utf8)] public static partial void DuckDBTableFunctionAddNamedParameter(IntPtr function, string name, DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_table_function_set_bind")] public static partial void DuckDBTableFunctionSetBind(IntPtr function, delegate* unmanaged[Cdecl]<IntPtr, void> bind);
        [LibraryImport(Lib, EntryPoint = "duckdb_table_function_set_init")] public static partial void DuckDBTableFunctionSetInit(IntPtr function, delegate* unmanaged[Cdecl]<IntPtr, void> init);
        [LibraryImport(Lib, EntryPoint = "duckdb_table_function_set_function")] public static partial void DuckDBTableFunctionSetFunction(IntPtr function, delegate* unmanaged[Cdecl]<IntPtr, IntPtr, void> callback);
        [LibraryImport(Lib, EntryPoint = "duckdb_table_function_set_extra_info")] public static partial void DuckDBTableFunctionSetExtraInfo(IntPtr function, IntPtr info, delegate* unmanaged[Cdecl]<IntPtr, void> destroy);
        [LibraryImport(Lib, EntryPoint = "duckdb_table_function_supports_projection_pushdown")] public static partial void DuckDBTableFunctionSupportsProjectionPushdown(IntPtr function, [MarshalAs(UnmanagedType.U1)] bool pushdown);
        [LibraryImport(Lib, EntryPoint = "duckdb_register_table_function")] public static partial DuckDBState DuckDBRegisterTableFunction(DuckDBNativeConnection connection, IntPtr function);
        [LibraryImport(Lib, EntryPoint = "duckdb_table_function_get_client_context")] public static partial void DuckDBTableFunctionGetClientContext(IntPtr info, out DuckDBClientContext context);
        [LibraryImport(Lib, EntryPoint = "duckdb_bind_get_extra_info")] public static partial IntPtr DuckDBBindGetExtraInfo(IntPtr info);
        [LibraryImport(Lib, EntryPoint = "duckdb_bind_get_parameter_count")] public static partial ulong DuckDBBindGetParameterCount(IntPtr info);
        [LibraryImport(Lib, EntryPoint = "duckdb_bind_get_parameter")] public static partial DuckDBValue DuckDBBindGetParameter(IntPtr info, ulong index);
        [LibraryImport(Lib, EntryPoint = "duckdb_bind_get_named_parameter", StringMarshalling = StringMarshalling.Utf8)] public static partial DuckDBValue DuckDBBindGetNamedParameter(IntPtr info, string name);
        [LibraryImport(Lib, EntryPoint = "duckdb_bind_add_result_column", StringMarshalling = StringMarshalling.Utf8)] public static partial void DuckDBBindAddResultColumn(IntPtr info, string name, DuckDBLogicalType type);
        [LibraryImport(Lib, EntryPoint = "duckdb_bind_set_cardinality")] public static partial void DuckDBBindSetCardinality(IntPtr info, ulong cardinality, [MarshalAs(UnmanagedType.U1)] bool isExact);
        [LibraryImport(Lib, EntryPoint = "duckdb_bind_set_bind_data")] public static partial void DuckDBBindSetBindData(IntPtr info, IntPtr data, delegate* unmanaged[Cdecl]<IntPtr, void> destroy);
        [LibraryImport(Lib, EntryPoint = "duckdb_bind_set_error", StringMarshalling = StringMarshalling.Utf8)] public static partial void DuckDBBindSetError(IntPtr info, string error);
        [LibraryImport(Lib, EntryPoint = "duckdb_init_get_bind_data")] public static partial IntPtr DuckDBInitGetBindData(IntPtr info);
        [LibraryImport(Lib, EntryPoint = "duckdb_init_get_column_count")] public static partial ulong DuckDBInitGetColumnCount(IntPtr info);
        [LibraryImport(Lib, EntryPoint = "duckdb_init_get_column_index")] public static partial ulong DuckDBInitGetColumnIndex(IntPtr info, ulong index);
        [LibraryImport(Lib, EntryPoint = "duckdb_init_get_extra_info")] public static partial IntPtr DuckDBInitGetExtraInfo(IntPtr info);
        [LibraryImport(Lib, EntryPoint = "duckdb_init_set_init_data")] public static partial void DuckDBInitSetInitData(IntPtr info, IntPtr data, delegate* unmanaged[Cdecl]<IntPtr, void> destroy);
        [LibraryImport(Lib, EntryPoint = "duckdb_init_set_error", StringMarshalling = StringMarshalling.Utf8)] public static partial void DuckDBInitSetError(IntPtr info, string error);
        [LibraryImport(Lib, EntryPoint = "duckdb_function_get_init_data")] public static partial IntPtr DuckDBFunctionGetInitData(IntPtr info);
        [LibraryImport(Lib, EntryPoint = "duckdb_function_get_bind_data")] public static partial IntPtr DuckDBFunctionGetBindData(IntPtr info);
        [LibraryImport(Lib, EntryPoint = "duckdb_function_set_error", StringMarshalling = StringMarshalling.Utf8)] public static partial void DuckDBFunctionSetError(IntPtr info, string error);
    }
}
