using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Yiwang.Kernel.Calendar;

/// <summary>Times as a form's <c>datetime-local</c> field has them: what clocks in Ningbo show, without an offset.</summary>
public static class NingboClock
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    /// <summary>Reads what was typed as UTC; otherwise says how it should be written.</summary>
    public static bool TryRead(string typed, out DateTimeOffset at, [NotNullWhen(false)] out string? reason)
    {
        var read = DateTime.TryParseExact(typed, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var shown);
        at = read ? WorkCalendar.StartInNingbo(DateOnly.FromDateTime(shown)) + shown.TimeOfDay : default;
        reason = read ? null : "请按 2026-11-25 09:00 的样子填写时间";
        return read;
    }

    /// <summary>A time as the field shows it.</summary>
    public static string Write(DateTimeOffset at) => WorkCalendar.InNingbo(at).ToString(Forms[0], CultureInfo.InvariantCulture);
}
