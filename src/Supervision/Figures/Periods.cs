using System.Globalization;
using Yiwang.Kernel.Calendar;

namespace Yiwang.Supervision.Figures;

/// <summary>Months, days and hours in Ningbo as the figures write them: in the order of their text.</summary>
internal static class Periods
{
    internal static string Month(DateOnly day) => NamedMonth.Write(day);

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>From when until before when a month lasts (UTC).</summary>
    internal static (DateTimeOffset From, DateTimeOffset To) Of(DateOnly month) => (WorkCalendar.StartInNingbo(month), WorkCalendar.StartInNingbo(month.AddMonths(1)));

    internal static string Hour(DateTimeOffset at) => WorkCalendar.InNingbo(at).ToString("yyyy-MM-ddTHH", CultureInfo.InvariantCulture);
}
