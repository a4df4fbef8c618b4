namespace Yiwang.Kernel.Calendar;

/// <summary>A count of working days ran into a year whose holidays are not known yet. Next year's notice appears in autumn.</summary>
public sealed class CalendarUnknownException(int year)
    : InvalidOperationException($"{year} 年的放假安排尚未导入，无法计算工作日。请在国务院办公厅公布后把该年度加入 holidays.csv 并重新启动。")
{
    /// <summary>The first year that is not known.</summary>
    public int Year => year;
}
