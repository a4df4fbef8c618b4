using System.Globalization;

namespace Yiwang.Kernel.Calendar;

/// <summary>Months as addresses of pages name them.</summary>
public static class NamedMonth
{
    /// <summary>The first day of the month that an address names, such as 2026-11; of this month in Ningbo where it names none.</summary>
    public static DateOnly Read(string? text, TimeProvider clock)
    {
        var today = WorkCalendar.TodayInNingbo(clock);
        return DateOnly.TryParseExact($"{text}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var named) ? named : new DateOnly(today.Year, today.Month, 1);
    }

    /// <summary>2026-11, as <see cref="Read"/> takes it.</summary>
    public static string Write(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
