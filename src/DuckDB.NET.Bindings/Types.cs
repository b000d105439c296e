// Values that cross the C API with the layout of duckdb.h, and the calendar forms that DuckDB.NET.Data makes of them.
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public enum DuckDBState { Success = 0, Error = 1 }

public static class DuckDBStateExtensions
{
    public static bool IsSuccess(this DuckDBState state) => state == DuckDBState.Success;
}

public enum DuckDBResultType { Invalid = 0, ChangedRows = 1, Nothing = 2, QueryResult = 3 }

// Numbers are DUCKDB_TYPE_* of duckdb.h 1.5.
public enum DuckDBType
{
    Invalid = 0, Boolean = 1, TinyInt = 2, SmallInt = 3, Integer = 4, BigInt = 5,
    UnsignedTinyInt = 6, UnsignedSmallInt = 7, UnsignedInteger = 8, UnsignedBigInt = 9,
    Float = 10, Double = 11, Timestamp = 12, Date = 13, Time = 14, Interval = 15, HugeInt = 16,
    Varchar = 17, Blob = 18, Decimal = 19, TimestampS = 20, TimestampMs = 21, TimestampNs = 22,
    Enum = 23, List = 24, Struct = 25, Map = 26, Uuid = 27, Union = 28, Bit = 29, TimeTz = 30,
    TimestampTz = 31, UnsignedHugeInt = 32, Array = 33, Any = 34, Bignum = 35, SqlNull = 36,
    StringLiteral = 37, IntegerLiteral = 38, TimeNs = 39, Geometry = 40, Variant = 41,
}

// Numbers are DUCKDB_ERROR_* of duckdb.h.
public enum DuckDBErrorType
{
    Invalid = 0, OutOfRange, Conversion, UnknownType, Decimal, MismatchType, DivideByZero, ObjectSize, InvalidType,
    Serialization, Transaction, NotImplemented, Expression, Catalog, Parser, Planner, Scheduler, Executor, Constraint,
    Index, Stat, Connection, Syntax, Settings, Binder, Network, Optimizer, NullPointer, IO, Interrupt, Fatal, Internal,
    InvalidInput, OutOfMemory, Permission, ParameterNotResolved, ParameterNotAllowed, Dependency, Http, MissingExtension,
    Autoload, Sequence, InvalidConfiguration,
}

// duckdb_result: five deprecated words and one pointer, passed by value to some functions and by pointer to others.
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBResult
{
    private readonly ulong deprecatedColumnCount, deprecatedRowCount, deprecatedRowsChanged;
    private readonly nint deprecatedColumns, deprecatedErrorMessage;
    private nint internalData;

    public void Close() => Raw.duckdb_destroy_result(ref this);
}

[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBQueryProgress
{
    public readonly double Percentage;
    public readonly ulong RowsProcessed;
    public readonly ulong TotalRowsToProcess;
}

[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBListEntry(ulong offset, ulong length)
{
    public ulong Offset { get; } = offset;
    public ulong Length { get; } = length;
}

// duckdb_string_t: 16 bytes, the text inline up to 12 bytes, else prefix and pointer.
[StructLayout(LayoutKind.Sequential)]
public unsafe struct DuckDBString
{
    public _value_e__Union value;

    public int Length => (int)value.inlined.length;

    // The address of the inline text is only stable while the string itself lies in native memory, as it does in a vector.
    public sbyte* Data => value.inlined.length <= 12
        ? (sbyte*)Unsafe.AsPointer(ref value.inlined.inlined[0])
        : value.pointer.ptr;

    [StructLayout(LayoutKind.Explicit)]
    public struct _value_e__Union
    {
        [FieldOffset(0)] public DuckDBStringPointer pointer;
        [FieldOffset(0)] public DuckDBStringInlined inlined;

        [StructLayout(LayoutKind.Sequential)]
        public struct DuckDBStringPointer
        {
            public uint length;
            public fixed sbyte prefix[4];
            public sbyte* ptr;
        }

        [StructLayout(LayoutKind.Sequential)]
        public struct DuckDBStringInlined
        {
            public uint length;
            public fixed sbyte inlined[12];
        }
    }
}

[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBHugeInt
{
    public DuckDBHugeInt(ulong lower, long upper)
    {
        Lower = lower;
        Upper = upper;
    }

    public DuckDBHugeInt(BigInteger value)
    {
        var v = (Int128)value; // throws OverflowException outside the range
        Lower = (ulong)v;
        Upper = (long)(v >> 64);
    }

    public ulong Lower { get; }
    public long Upper { get; }
    public static BigInteger HugeIntMinValue { get; } = (BigInteger)Int128.MinValue;
    public static BigInteger HugeIntMaxValue { get; } = (BigInteger)Int128.MaxValue;
    public Int128 ToInt128() => new((ulong)Upper, Lower);
    public BigInteger ToBigInteger() => (BigInteger)ToInt128();
    public override string ToString() => ToInt128().ToString(CultureInfo.InvariantCulture);
}

[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBUHugeInt
{
    public DuckDBUHugeInt(ulong lower, ulong upper)
    {
        Lower = lower;
        Upper = upper;
    }

    public DuckDBUHugeInt(BigInteger value)
    {
        var v = (UInt128)value; // throws OverflowException outside the range
        Lower = (ulong)v;
        Upper = (ulong)(v >> 64);
    }

    public ulong Lower { get; }
    public ulong Upper { get; }
    public static BigInteger HugeIntMinValue { get; } = BigInteger.Zero;
    public static BigInteger HugeIntMaxValue { get; } = (BigInteger)UInt128.MaxValue;
    public UInt128 ToUInt128() => new(Upper, Lower);
    public BigInteger ToBigInteger() => (BigInteger)ToUInt128();
    public override string ToString() => ToUInt128().ToString(CultureInfo.InvariantCulture);
}

[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBDecimal(byte width, byte scale, DuckDBHugeInt value)
{
    public byte Width { get; } = width;
    public byte Scale { get; } = scale;
    public DuckDBHugeInt Value { get; } = value;
}

[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBBignum(IntPtr data, ulong size, byte isNegative)
{
    public IntPtr Data { get; } = data;
    public ulong Size { get; } = size;
    public byte IsNegative { get; } = isNegative;
}

[StructLayout(LayoutKind.Sequential)]
public struct DuckDBDate
{
    public int Days { get; set; }
    public readonly bool IsPositiveInfinity => Days == int.MaxValue;
    public readonly bool IsNegativeInfinity => Days == -int.MaxValue;
    public readonly bool IsInfinity => IsPositiveInfinity || IsNegativeInfinity;
}

[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTime
{
    public long Micros { get; set; }
}

// 40 bits of microseconds, then 24 bits of 57599 minus the offset in seconds.
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTimeTzStruct
{
    public ulong Bits { get; set; }
}

[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTimestampStruct
{
    public long Micros { get; set; }
    public readonly bool IsPositiveInfinity => Micros == long.MaxValue;
    public readonly bool IsNegativeInfinity => Micros == -long.MaxValue;
    public readonly bool IsInfinity => IsPositiveInfinity || IsNegativeInfinity;
}

// The calendar forms below are managed values, never passed to the C API. Infinities keep their sign in Year.
[StructLayout(LayoutKind.Auto)]
public readonly record struct DuckDBDateOnly(int Year, byte Month, byte Day)
{
    public static readonly DuckDBDateOnly PositiveInfinity = new(int.MaxValue, 1, 1);
    public static readonly DuckDBDateOnly NegativeInfinity = new(int.MinValue, 1, 1);

    // A 400-year era has 146,097 days; day 0 is 1970-01-01, which is day 719,468 of the count from 1 March of year 0.
    private const long DaysPerEra = 146_097;
    private const long EpochDay = 719_468;

    public bool IsPositiveInfinity => Year == int.MaxValue;
    public bool IsNegativeInfinity => Year == int.MinValue;
    public bool IsInfinity => IsPositiveInfinity || IsNegativeInfinity;

    // Proleptic Gregorian calendar over eras and years that start on 1 March, so that leap days come last.
    public static DuckDBDateOnly FromDuckDBDate(DuckDBDate date)
    {
        if (date.IsPositiveInfinity) return PositiveInfinity;
        if (date.IsNegativeInfinity) return NegativeInfinity;
        var days = date.Days + EpochDay;
        var era = FloorDiv(days, DaysPerEra);
        var dayOfEra = days - era * DaysPerEra;
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var monthFromMarch = (5 * dayOfYear + 2) / 153;
        var day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
        var month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        var year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
        return new((int)year, (byte)month, (byte)day);
    }

    public DuckDBDate ToDuckDBDate()
    {
        if (IsPositiveInfinity) return new() { Days = int.MaxValue };
        if (IsNegativeInfinity) return new() { Days = -int.MaxValue };
        var year = Month <= 2 ? (long)Year - 1 : Year;
        var era = FloorDiv(year, 400);
        var yearOfEra = year - era * 400;
        var dayOfYear = (153 * (Month > 2 ? Month - 3 : Month + 9) + 2) / 5 + Day - 1;
        var dayOfEra = 365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return new() { Days = checked((int)(era * DaysPerEra + dayOfEra - EpochDay)) };
    }

    private static long FloorDiv(long value, long divisor) => (value >= 0 ? value : value - divisor + 1) / divisor;

    public static implicit operator DuckDBDateOnly(DateOnly d) => new(d.Year, (byte)d.Month, (byte)d.Day);
    public static implicit operator DateOnly(DuckDBDateOnly d) => new(d.Year, d.Month, d.Day);
    public static explicit operator DateTime(DuckDBDateOnly d) => new(d.Year, d.Month, d.Day);
}

[StructLayout(LayoutKind.Auto)]
public readonly record struct DuckDBTimeOnly(byte Hour, byte Min, byte Sec, int Microsecond = 0)
{
    internal static DuckDBTimeOnly FromMicros(long m)
    {
        var s = Math.DivRem(m, 1_000_000, out var us);
        return new((byte)(s / 3600), (byte)(s / 60 % 60), (byte)(s % 60), (int)us);
    }

    internal long ToMicros() => ((Hour * 60L + Min) * 60 + Sec) * 1_000_000 + Microsecond;
    public static implicit operator DuckDBTimeOnly(TimeOnly t) => FromMicros(t.Ticks / 10);
    public static implicit operator TimeOnly(DuckDBTimeOnly t) => new(t.ToMicros() * 10);
}

[StructLayout(LayoutKind.Auto)]
public readonly record struct DuckDBTimeTz(DuckDBTimeOnly Time, int Offset);

[StructLayout(LayoutKind.Auto)]
public readonly record struct DuckDBTimestamp(DuckDBDateOnly Date, DuckDBTimeOnly Time)
{
    private const long MicrosPerDay = 86_400_000_000;
    public bool IsPositiveInfinity => Date.IsPositiveInfinity;
    public bool IsNegativeInfinity => Date.IsNegativeInfinity;
    public bool IsInfinity => Date.IsInfinity;

    public static DuckDBTimestamp FromDuckDBTimestampStruct(DuckDBTimestampStruct ts)
    {
        if (ts.IsPositiveInfinity) return new(DuckDBDateOnly.PositiveInfinity, default);
        if (ts.IsNegativeInfinity) return new(DuckDBDateOnly.NegativeInfinity, default);
        var days = Math.DivRem(ts.Micros, MicrosPerDay, out var micros);
        if (micros < 0)
        {
            days--;
            micros += MicrosPerDay;
        }

        return new(DuckDBDateOnly.FromDuckDBDate(new() { Days = (int)days }), DuckDBTimeOnly.FromMicros(micros));
    }

    public DuckDBTimestampStruct ToDuckDBTimestampStruct()
    {
        if (IsPositiveInfinity) return new() { Micros = long.MaxValue };
        if (IsNegativeInfinity) return new() { Micros = -long.MaxValue };
        return new() { Micros = checked(Date.ToDuckDBDate().Days * MicrosPerDay + Time.ToMicros()) };
    }
}

[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDBInterval(int Months, int Days, long Micros)
{
    public static implicit operator DuckDBInterval(TimeSpan t) => new(0, t.Days, (t.Ticks - t.Days * TimeSpan.TicksPerDay) / 10);
    public static explicit operator TimeSpan(DuckDBInterval i) => i.Months != 0
        ? throw new InvalidCastException("An interval with months has no fixed length as TimeSpan.")
        : new TimeSpan(checked(i.Days * TimeSpan.TicksPerDay + i.Micros * 10));
}
