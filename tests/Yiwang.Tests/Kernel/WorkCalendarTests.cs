using CsCheck;
using Yiwang.Kernel.Calendar;

namespace Yiwang.Tests.Kernel;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = new(WorkCalendarFile.Load(Path.Combine(RepositoryFiles.Data, "holidays.csv")));
    private static readonly DateOnly First = new(2017, 1, 1);
    private static readonly DateOnly Last = new(2026, 12, 31);

    private static Gen<DateOnly> AnyDay { get; } = Samples.Days(First, Last);

    [Theory]
    [InlineData("2025-01-20", 20, "2025-02-21")] // Spring Festival and two make-up days
    [InlineData("2025-01-24", 5, "2025-02-07")] // Sunday 01-26 counts
    [InlineData("2025-04-25", 5, "2025-05-06")] // Sunday 04-27 counts
    [InlineData("2025-09-25", 5, "2025-10-09")] // National Day week
    [InlineData("2025-10-11", 5, "2025-10-17")] // starts on a make-up Saturday
    [InlineData("2025-12-15", 45, "2026-02-24")] // across years
    [InlineData("2025-12-31", 1, "2026-01-04")] // due on a make-up Sunday
    [InlineData("2026-02-10", 10, "2026-03-02")]
    [InlineData("2026-02-13", 5, "2026-02-27")] // Saturday 02-14 counts
    [InlineData("2026-04-30", 5, "2026-05-11")] // Saturday 05-09 counts
    [InlineData("2026-09-18", 20, "2026-10-22")] // Mid-Autumn and National Day
    [InlineData("2025-03-01", 20, "2025-03-28")] // starts on a rest day
    [InlineData("2025-03-03", 20, "2025-03-31")]
    [InlineData("2025-03-03", 29, "2025-04-14")]
    public void Working_days_are_counted_from_the_day_after_the_start(string start, int days, string due)
    {
        Assert.Equal(Date(due), Calendar.Add(Date(start), days));
        Assert.Equal(days, Calendar.Count(Date(start), Date(due)));
    }

    [Fact]
    public void A_suspension_moves_the_due_day_by_the_working_days_that_it_took()
    {
        var suspended = Calendar.Count(Date("2025-03-10"), Date("2025-03-21"));

        Assert.Equal(9, suspended);
        Assert.Equal(Date("2025-04-14"), Calendar.Add(Date("2025-03-03"), 20 + suspended));
    }

    [Theory]
    [InlineData("2025-01-01", "2025-01-01")]
    [InlineData("2025-01-28", "2025-02-04")]
    [InlineData("2025-04-04", "2025-04-06")]
    [InlineData("2025-05-01", "2025-05-05")]
    [InlineData("2025-05-31", "2025-06-02")]
    [InlineData("2025-10-01", "2025-10-08")]
    [InlineData("2026-01-01", "2026-01-03")]
    [InlineData("2026-02-15", "2026-02-23")]
    [InlineData("2026-04-04", "2026-04-06")]
    [InlineData("2026-05-01", "2026-05-05")]
    [InlineData("2026-06-19", "2026-06-21")]
    [InlineData("2026-09-25", "2026-09-27")]
    [InlineData("2026-10-01", "2026-10-07")]
    public void Nobody_works_in_the_holidays(string first, string last)
    {
        for (var date = Date(first); date <= Date(last); date = date.AddDays(1)) Assert.False(Calendar.IsWorkday(date), $"{date}");
        Assert.Equal(0, Calendar.Count(Date(first), Date(last)));
    }

    [Theory]
    [InlineData("2025-01-26")]
    [InlineData("2025-02-08")]
    [InlineData("2025-04-27")]
    [InlineData("2025-09-28")]
    [InlineData("2025-10-11")]
    [InlineData("2026-01-04")]
    [InlineData("2026-02-14")]
    [InlineData("2026-02-28")]
    [InlineData("2026-05-09")]
    [InlineData("2026-09-20")]
    [InlineData("2026-10-10")]
    public void A_make_up_day_at_the_weekend_is_a_working_day(string day)
    {
        Assert.True(Date(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.True(Calendar.IsWorkday(Date(day)));
    }

    [Theory]
    [InlineData(2025, new[] { 19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23 })]
    [InlineData(2026, new[] { 21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23 })]
    public void A_year_has_248_working_days_in_these_months(int year, int[] months)
    {
        Assert.Equal(months, Enumerable.Range(1, 12).Select(month => WorkdaysOf(year, month)));
        Assert.Equal(248, months.Sum());
    }

    [Fact]
    public void Every_month_of_the_data_has_as_many_working_days_as_published()
    {
        var rows = Samples.Rows("workdays_by_month.csv", "month", "workdays").Where(row => row["month"] != "total").ToList();

        Assert.Equal(120, rows.Count);
        Assert.All(rows, row => Assert.Equal(row["workdays"], $"{WorkdaysOf(Date(row["month"] + "-01").Year, Date(row["month"] + "-01").Month)}"));
    }

    [Fact]
    public void Zero_working_days_give_the_start_even_on_a_rest_day() => Assert.Equal(Date("2026-10-01"), Calendar.Add(Date("2026-10-01"), 0));

    [Fact]
    public void Zero_working_days_give_the_start_even_in_an_unknown_year() => Assert.Equal(new DateOnly(2030, 5, 1), Calendar.Add(new(2030, 5, 1), 0));

    [Fact]
    public void Negative_counts_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Add(First, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddNaturalDays(First, -1));
    }

    [Fact]
    public void Counting_backwards_is_negative()
    {
        Assert.Equal(-5, Calendar.Count(Date("2025-02-07"), Date("2025-01-24")));
        Assert.Equal(0, Calendar.Count(First, First));
    }

    [Theory]
    [InlineData("2026-09-21", 3, "2026-09-24")]
    [InlineData("2026-09-20", 5, "2026-09-28")] // ends on Mid-Autumn, moves past the weekend
    [InlineData("2026-09-16", 15, "2026-10-08")] // ends in the National Day week
    [InlineData("2026-05-04", 5, "2026-05-09")] // ends on a make-up Saturday and stays
    [InlineData("2026-03-02", 0, "2026-03-02")]
    [InlineData("2026-03-01", 0, "2026-03-02")]
    public void Natural_days_that_end_on_a_rest_day_move_to_the_next_working_day(string start, int days, string due) =>
        Assert.Equal((Date(due), false), Calendar.AddNaturalDays(Date(start), days));

    [Fact]
    public void A_year_without_its_notice_is_named_and_what_to_do_is_said()
    {
        var thrown = Assert.Throws<CalendarUnknownException>(() => Calendar.Add(Date("2026-12-25"), 20));

        Assert.Equal(2027, thrown.Year);
        Assert.StartsWith("2027 年的放假安排尚未导入", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("holidays.csv", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(2027, Assert.Throws<CalendarUnknownException>(() => Calendar.Add(First, int.MaxValue)).Year);
        Assert.Equal(2027, Assert.Throws<CalendarUnknownException>(() => Calendar.IsWorkday(new(2030, 5, 1))).Year);
        Assert.Equal(2016, Assert.Throws<CalendarUnknownException>(() => Calendar.Count(new(2016, 12, 31), First)).Year);
        Assert.True(Calendar.AddNaturalDays(Last, 1).Provisional);
    }

    [Fact]
    public void The_last_working_day_that_is_known_can_still_be_reached()
    {
        Assert.Equal(Last, Calendar.LastKnown);
        Assert.Equal(Last, Calendar.Add(First, Calendar.Count(First, Last)));
        Assert.False(Calendar.IsWorkday(First));
    }

    [Fact]
    public void A_calendar_without_any_day_knows_no_year() => Assert.Throws<ArgumentException>(() => new WorkCalendar([]));

    [Fact]
    public void A_calendar_of_one_day_knows_that_whole_year()
    {
        var calendar = new WorkCalendar([new(new(2030, 10, 1), false, "国庆节")]);

        Assert.True(calendar.IsWorkday(new(2030, 1, 1)));
        Assert.False(calendar.IsWorkday(new(2030, 10, 1)));
        Assert.False(calendar.IsWorkday(new(2030, 12, 29)));
    }

    [Theory]
    [InlineData("2026-13-01,国庆节,0", "holidays.csv:3: 日期“2026-13-01”的写法不对")]
    [InlineData("2026/10/02,国庆节,0", "holidays.csv:3: 日期“2026/10/02”的写法不对")]
    [InlineData("2026-10-02,国庆节,休", "holidays.csv:3: is_workday 应为 0 或 1")]
    [InlineData("2026-10-01,国庆节,0", "holidays.csv:3: 日期 2026-10-01 重复")]
    public void A_file_with_a_bad_row_is_refused_with_its_line(string row, string expected)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("yiwang-calendar-");
        try
        {
            var path = Path.Combine(folder.FullName, "holidays.csv");
            File.WriteAllLines(path, ["date,festival,is_workday", "2026-10-01,国庆节,0", row]);

            Assert.Equal(expected, Assert.Throws<InvalidDataException>(() => WorkCalendarFile.Load(path)).Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("没有这个文件", Assert.Throws<InvalidDataException>(() => WorkCalendarFile.Load("no-such-holidays.csv")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-11-24T15:59:59Z", "2026-11-24")]
    [InlineData("2026-11-24T16:00:00Z", "2026-11-25")]
    [InlineData("2026-12-31T23:30:00-05:00", "2027-01-01")]
    public void Today_is_the_day_of_Ningbo_whatever_the_zone_of_the_server(string moment, string today) =>
        Assert.Equal(Date(today), WorkCalendar.TodayInNingbo(new StoppedClock(DateTimeOffset.Parse(moment))));

    [Fact]
    public void A_day_begins_in_Ningbo_at_sixteen_hours_UTC_of_the_day_before() =>
        Assert.Equal(DateTimeOffset.Parse("2026-11-23T16:00:00Z"), WorkCalendar.StartInNingbo(new(2026, 11, 24)));

    [Fact]
    public void Adding_and_counting_are_inverse() => Gen.Select(Samples.Days(First, new(2025, 12, 31)), Gen.Int[0, 240]).Sample((start, days) =>
        Calendar.Count(start, Calendar.Add(start, days)) == days);

    [Fact]
    public void A_due_day_is_a_working_day_after_the_start() => Gen.Select(Samples.Days(First, new(2025, 12, 31)), Gen.Int[1, 240]).Sample((start, days) =>
        Calendar.IsWorkday(Calendar.Add(start, days)) && Calendar.Add(start, days) > start);

    [Fact]
    public void Starting_later_or_taking_longer_is_never_due_earlier() =>
        Gen.Select(Samples.Days(First, new(2025, 11, 30)), Gen.Int[0, 200], Gen.Int[0, 30], Gen.Int[0, 30]).Sample((start, days, later, longer) =>
            Calendar.Add(start.AddDays(later), days) >= Calendar.Add(start, days) && Calendar.Add(start, days + longer) >= Calendar.Add(start, days));

    [Fact]
    public void Counts_add_up_and_turn_round() => Gen.Select(AnyDay, AnyDay, AnyDay).Sample((a, b, c) =>
        Calendar.Count(a, b) + Calendar.Count(b, c) == Calendar.Count(a, c) && Calendar.Count(a, b) == -Calendar.Count(b, a));

    [Fact]
    public void Counting_agrees_with_asking_day_by_day() => Gen.Select(Samples.Days(First, new(2026, 6, 30)), Gen.Int[0, 180]).Sample((start, days) =>
        Calendar.Count(start, start.AddDays(days)) == Enumerable.Range(1, days).Count(i => Calendar.IsWorkday(start.AddDays(i))));

    [Fact]
    public void Natural_days_end_on_the_first_working_day_not_before_their_end() => Gen.Select(Samples.Days(First, new(2025, 12, 31)), Gen.Int[0, 300]).Sample((start, days) =>
    {
        var (due, _) = Calendar.AddNaturalDays(start, days);
        return Calendar.IsWorkday(due) && due >= start.AddDays(days) && Calendar.Count(start.AddDays(days), due) <= 1;
    });

    private static int WorkdaysOf(int year, int month) =>
        Enumerable.Range(1, DateTime.DaysInMonth(year, month)).Count(day => Calendar.IsWorkday(new DateOnly(year, month, day)));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
