using System.Globalization;
using Yiwang.Kernel.Calendar;

namespace Yiwang.Kernel.Pages;

/// <summary>How screens write dates, times, sizes and hidden numbers.</summary>
public static class Show
{
    private static readonly string[] Weekdays = ["日", "一", "二", "三", "四", "五", "六"];

    /// <summary>2026年11月23日.</summary>
    public static string Date(DateOnly date) => date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>The day as Ningbo's calendars show it.</summary>
    public static string Date(DateTimeOffset at) => Date(WorkCalendar.DayInNingbo(at));

    /// <summary>2026年11月23日（周一）.</summary>
    public static string DateWithWeekday(DateOnly date) => $"{Date(date)}（周{Weekdays[(int)date.DayOfWeek]}）";

    /// <summary>2026年11月23日 14:05, as Ningbo's clocks show it.</summary>
    public static string Time(DateTimeOffset at) => WorkCalendar.InNingbo(at).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    /// <summary>87,000: a count with its thousands grouped.</summary>
    public static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>812 B, 12 KB, 3.4 MB.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:0.0} MB"),
    };

    /// <summary>An identity number with its middle hidden: 3302**********1234.</summary>
    public static string Masked(string number) => number.Length < 9 ? new string('*', number.Length) : number[..4] + new string('*', number.Length - 8) + number[^4..];

    /// <summary>A phone with its middle hidden: 138****0000.</summary>
    public static string MaskedPhone(string phone) => phone.Length < 8 ? phone : $"{phone[..3]}****{phone[^4..]}";
}
