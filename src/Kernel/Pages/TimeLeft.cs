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
        var left = due > calendar.LastKnown ? Soon + 1 : calendar.Count(today, due);
        var words = due > calendar.LastKnown ? $"{Show.Date(due)}前" : left switch { > 0 => $"剩 {left} 个工作日", 0 => "今天到期", _ => $"超 {-left} 个工作日" };
        return builder =>
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", $"yw-chip{(left < 0 ? " late" : left <= Soon ? " soon" : "")}");
            builder.AddContent(2, words);
            builder.CloseElement();
        };
    }
}
