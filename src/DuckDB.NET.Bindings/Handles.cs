// One SafeHandle per opaque pointer of duckdb.h. Every duckdb_destroy_* / close / disconnect takes T* and sets it to null,
// so what DuckDB.NET.Data forgets to dispose is freed by a finalizer, and nothing twice.
using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

public sealed class DuckDBDatabase() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle() { Raw.duckdb_close(ref handle); return true; }
}

public sealed class DuckDBNativeConnection() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    public void Interrupt() => Raw.duckdb_interrupt(this);

    protected override bool ReleaseHandle() { Raw.duckdb_disconnect(ref handle); return true; }
}

public sealed class DuckDBConfig() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle() { Raw.duckdb_destroy_config(ref handle); return true; }
}

public sealed class DuckDBPreparedStatement() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle() { Raw.duckdb_destroy_prepare(ref handle); return true; }
}

public sealed class DuckDBExtractedStatements() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle() { Raw.duckdb_destroy_extracted(ref handle); return true; }
}

public sealed class DuckDBLogicalType() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle() { Raw.duckdb_destroy_logical_type(ref handle); return true; }
}

public sealed class DuckDBAppender() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    // Flushes what is left; a failure here cannot be reported, callers close first.
    protected override bool ReleaseHandle() => Raw.duckdb_appender_destroy(ref handle).IsSuccess();
}

public sealed class DuckDBDataChunk : SafeHandleZeroOrMinusOneIsInvalid
{
    public DuckDBDataChunk() : base(true) { }

    // A chunk that DuckDB lends to a callback: not ours to destroy.
    public DuckDBDataChunk(IntPtr borrowed) : base(false) => SetHandle(borrowed);

    protected override bool ReleaseHandle() { Raw.duckdb_destroy_data_chunk(ref handle); return true; }
}

public sealed class DuckDBErrorData() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    public bool HasError => !IsInvalid && Raw.duckdb_error_data_has_error(this);
    public string Message => IsInvalid ? "" : Raw.duckdb_error_data_message(this) ?? "";

    protected override bool ReleaseHandle() { Raw.duckdb_destroy_error_data(ref handle); return true; }
}

public sealed class DuckDBClientContext() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    public ulong ConnectionId => Raw.duckdb_client_context_get_connection_id(this);

    protected override bool ReleaseHandle() { Raw.duckdb_destroy_client_context(ref handle); return true; }
}

public sealed class DuckDBArrowOptions() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle() { Raw.duckdb_destroy_arrow_options(ref handle); return true; }
}

public interface IDuckDBValueReader
{
    bool IsNull();
    T GetValue<T>();
}

public sealed class DuckDBValue() : SafeHandleZeroOrMinusOneIsInvalid(true), IDuckDBValueReader
{
    protected override bool ReleaseHandle() { Raw.duckdb_destroy_value(ref handle); return true; }

    public bool IsNull() => IsInvalid || Raw.duckdb_is_null_value(this);

    // Only table-function parameters are read through this; scalars are enough.
    public T GetValue<T>()
    {
        var target = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (IsNull())
            return default(T) is null ? default! : throw new InvalidOperationException("Cannot read value from a null parameter.");

        // The type handle belongs to the value and must not be destroyed.
        object value = Raw.duckdb_get_type_id(Raw.duckdb_get_value_type(this)) switch
        {
            DuckDBType.Boolean => Raw.duckdb_get_bool(this),
            DuckDBType.TinyInt => Raw.duckdb_get_int8(this),
            DuckDBType.SmallInt => Raw.duckdb_get_int16(this),
            DuckDBType.Integer => Raw.duckdb_get_int32(this),
            DuckDBType.BigInt => Raw.duckdb_get_int64(this),
            DuckDBType.UnsignedTinyInt => Raw.duckdb_get_uint8(this),
            DuckDBType.UnsignedSmallInt => Raw.duckdb_get_uint16(this),
            DuckDBType.UnsignedInteger => Raw.duckdb_get_uint32(this),
            DuckDBType.UnsignedBigInt => Raw.duckdb_get_uint64(this),
            DuckDBType.Float => Raw.duckdb_get_float(this),
            DuckDBType.Double => Raw.duckdb_get_double(this),
            DuckDBType.HugeInt => Raw.duckdb_get_hugeint(this).ToBigInteger(),
            DuckDBType.UnsignedHugeInt => Raw.duckdb_get_uhugeint(this).ToBigInteger(),
            DuckDBType.Decimal => decimal.Parse(Raw.duckdb_get_varchar(this)!, CultureInfo.InvariantCulture),
            DuckDBType.Date => target == typeof(DateTime)
                ? ((DateOnly)DuckDBDateOnly.FromDuckDBDate(Raw.duckdb_get_date(this))).ToDateTime(default)
                : (DateOnly)DuckDBDateOnly.FromDuckDBDate(Raw.duckdb_get_date(this)),
            DuckDBType.Time => new TimeOnly(Raw.duckdb_get_time(this).Micros * 10),
            DuckDBType.Timestamp or DuckDBType.TimestampTz => DateTime.UnixEpoch.AddTicks(Raw.duckdb_get_timestamp(this).Micros * 10),
            DuckDBType.Interval => (TimeSpan)Raw.duckdb_get_interval(this),
            DuckDBType.Uuid => Guid.Parse(Raw.duckdb_get_varchar(this)!),
            _ => Raw.duckdb_get_varchar(this)!,
        };
        return value is T exact ? exact : (T)Convert.ChangeType(value, target, CultureInfo.InvariantCulture);
    }
}
