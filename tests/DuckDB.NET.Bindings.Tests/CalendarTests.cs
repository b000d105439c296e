// The calendar arithmetic is ours, in place of calls into the library for each value: it must agree with the engine and be reversible.
using DuckDB.NET.Native;
using FsCheck;
using FsCheck.Fluent;

namespace DuckDB.NET.Bindings.Tests;

public sealed class CalendarTests
{
    // DuckDB keeps the two ends of the range of days and of microseconds for infinity.
    private const int FirstDay = -int.MaxValue + 1;
    private const int LastDay = int.MaxValue - 1;
    private const long FirstMicrosecond = -106_751_991L * 86_400_000_000;
    private const long LastMicrosecond = long.MaxValue - 1;

    [Fact]
    public void Every_day_has_one_date_and_comes_back_from_it()
    {
        Prop.ForAll(Days.ToArbitrary(), day => Date(day).ToDuckDBDate().Days == day).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_next_day_has_the_next_date()
    {
        Prop.ForAll(Generators.Between(FirstDay, LastDay - 1).ToArbitrary(), day =>
        {
            var (today, tomorrow) = (Date(day), Date(day + 1));
            return tomorrow == today with { Day = (byte)(today.Day + 1) }
                || (tomorrow == new DuckDBDateOnly(today.Year, (byte)(today.Month + 1), 1) && today.Day >= 28)
                || (tomorrow == new DuckDBDateOnly(today.Year + 1, 1, 1) && today is { Month: 12, Day: 31 });
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_microsecond_has_one_timestamp_and_comes_back_from_it()
    {
        var micros = Gen.OneOf(Generators.Between(FirstMicrosecond, LastMicrosecond), Generators.Between(-200_000_000_000, 200_000_000_000), Gen.Elements(FirstMicrosecond, -1L, 0L, LastMicrosecond));

        Prop.ForAll(micros.ToArbitrary(), m =>
        {
            var timestamp = DuckDBTimestamp.FromDuckDBTimestampStruct(new DuckDBTimestampStruct { Micros = m });
            return timestamp.ToDuckDBTimestampStruct().Micros == m
                && timestamp.Time is { Hour: < 24, Min: < 60, Sec: < 60, Microsecond: >= 0 and < 1_000_000 };
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Dates_that_DateOnly_knows_are_the_same_there()
    {
        var epoch = new DateOnly(1970, 1, 1).DayNumber;

        Prop.ForAll(Generators.Between(0, DateOnly.MaxValue.DayNumber).ToArbitrary(), number =>
        {
            var expected = DateOnly.FromDayNumber(number);
            return Date(number - epoch).Equals((DuckDBDateOnly)expected) && expected.Equals((DateOnly)Date(number - epoch));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Infinities_stay_infinite()
    {
        foreach (var days in new[] { int.MaxValue, -int.MaxValue })
        {
            Assert.True(Date(days).IsInfinity);
            Assert.Equal(days, Date(days).ToDuckDBDate().Days);
        }

        foreach (var micros in new[] { long.MaxValue, -long.MaxValue })
        {
            var timestamp = DuckDBTimestamp.FromDuckDBTimestampStruct(new DuckDBTimestampStruct { Micros = micros });
            Assert.True(timestamp.IsInfinity);
            Assert.Equal(micros, timestamp.ToDuckDBTimestampStruct().Micros);
        }
    }

    [Fact]
    public void Parts_agree_with_the_engine_over_the_whole_range()
    {
        using var db = Database.InMemory();
        using var command = db.CreateCommand();
        command.CommandText = $"""
            select d, year(d)::int, month(d)::int, day(d)::int
            from (
                select date '1970-01-01' + least({FirstDay} + i * 171798, {LastDay})::int as d from range(25002) r(i)
                union all select date '1970-01-01' + i::int from range(-800000, 800000, 67) r(i)
            )
            """;
        using var reader = command.ExecuteReader();
        var days = 0;
        while (reader.Read())
        {
            Assert.Equal(new DuckDBDateOnly(reader.GetInt32(1), (byte)reader.GetInt32(2), (byte)reader.GetInt32(3)), reader.GetFieldValue<DuckDBDateOnly>(0));
            days++;
        }

        Assert.InRange(days, 45_000, 50_000);
    }

    private static Gen<int> Days => Gen.OneOf(Generators.Between(FirstDay, LastDay), Generators.Between(-800_000, 800_000), Gen.Elements(FirstDay, -1, 0, LastDay));

    private static DuckDBDateOnly Date(int day) => DuckDBDateOnly.FromDuckDBDate(new DuckDBDate { Days = day });
}
