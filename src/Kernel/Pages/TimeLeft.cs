using Microsoft.AspNetCore.Components;
using Yiwang.Kernel.Calendar;

namespace Yiwang.Kernel.Pages;

/// <summary>How much time is left, in working days, as officials see it.</summary>
public static class TimeLeft
{
    private const int Soon = 2;

    /// <summary>剩 3 个工作日, 今天到期, 超 1 个工作日.</summary>
    public static RenderFragment Chip(WorkCalendar calendar, DateOnly today, DateOnly due)
    {
        var (left, words) = Read(calendar, today, due);
        return builder =>
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", $"yw-chip{(left < 0 ? " late" : left <= Soon ? " soon" : "")}");
            builder.AddContent(2, words);
            builder.CloseElement();
        };
    }

    /// <summary>Working days that are left and how to say it. Past the years whose holidays are known, only the day itself can be told.</summary>
    private static (int Left, string Words) Read(WorkCalendar calendar, DateOnly today, DateOnly due)
    {
        if (today > calendar.LastKnown || due > calendar.LastKnown)
            return due < today ? (-1, $"已过 {Show.Date(due)}") : (Soon + 1, $"{Show.Date(due)}前");
        return calendar.Count(today, due) switch
        {
            > 0 and var left => (left, $"剩 {left} 个工作日"),
            0 when due >= today => (0, "今天到期"),
            0 => (-1, "已过期"),
            var over => (over, $"超 {-over} 个工作日"),
        };
    }
}
