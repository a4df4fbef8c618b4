using Yiwang.Directory;
using Yiwang.Kernel.Calendar;

namespace Yiwang.Tests.Points;

/// <summary>Whether a point is open, by Ningbo's clock and the State Council's holidays.</summary>
public sealed class OpeningHoursTests
{
    private static readonly WorkCalendar Calendar = new(WorkCalendarFile.Load(System.IO.Path.Combine(RepositoryFiles.Data, "holidays.csv")));
    private static readonly OpeningHours Hours = OpeningHours.Parse("08:30-11:30;13:30-17:00");

    [Theory]
    [InlineData("2026-09-28T08:29:59+08:00", false, true, "2026-09-28 08:30")]
    [InlineData("2026-09-28T00:30:00Z", true, true, "2026-09-28 11:30")]
    [InlineData("2026-09-28T11:30:00+08:00", false, true, "2026-09-28 13:30")]
    [InlineData("2026-09-28T16:59:59+08:00", true, true, "2026-09-28 17:00")]
    [InlineData("2026-09-30T17:00:00+08:00", false, true, "2026-10-08 08:30")] // National Day is 1 to 7 October
    [InlineData("2026-10-01T09:00:00+08:00", false, false, "2026-10-08 08:30")]
    [InlineData("2026-10-10T09:00:00+08:00", true, true, "2026-10-10 11:30")] // A Saturday on which one works
    [InlineData("2035-06-02T09:00:00+08:00", false, false, "2035-06-04 08:30")] // A Saturday that no notice speaks of yet
    public void A_point_is_open_in_its_hours_on_working_days(string moment, bool open, bool workday, string next)
    {
        var state = Hours.At(DateTimeOffset.Parse(moment, null), Calendar);

        Assert.Equal((open, workday, next), (state!.IsOpen, state.Workday, $"{state.Day:yyyy-MM-dd} {state.At:HH:mm}"));
    }

    [Fact]
    public void Of_unknown_hours_nothing_is_said() => Assert.Null(OpeningHours.Unknown.At(DateTimeOffset.UnixEpoch, Calendar));
}
