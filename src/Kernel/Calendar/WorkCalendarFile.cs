using System.Globalization;
using Yiwang.Kernel.Importing;

namespace Yiwang.Kernel.Calendar;

/// <summary>Reads holidays.csv.</summary>
public static class WorkCalendarFile
{
    internal const string Name = "holidays.csv";

    /// <summary>Reads the days.</summary>
    /// <exception cref="InvalidDataException">The file is missing or has bad rows; the message names each.</exception>
    public static IReadOnlyList<CalendarDay> Load(string path)
    {
        var report = new ImportReport();
        var days = Read(Path.GetDirectoryName(path) ?? ".", Path.GetFileName(path), report);
        if (report.Problems.Count > 0) throw new InvalidDataException(string.Join(Environment.NewLine, report.Problems));
        return days;
    }

    internal static List<CalendarDay> Read(string folder, string file, ImportReport report)
    {
        var days = new Dictionary<DateOnly, CalendarDay>();
        foreach (var row in CsvRows.Read(folder, file, report, "date", "festival", "is_workday"))
        {
            if (!DateOnly.TryParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) report.Bad(row.File, row.Line, $"日期“{row["date"]}”的写法不对");
            else if (row["is_workday"] is not ("0" or "1")) report.Bad(row.File, row.Line, "is_workday 应为 0 或 1");
            else if (row["festival"].Length > CalendarDay.NameMaxLength) report.Bad(row.File, row.Line, "festival 过长");
            else if (!days.TryAdd(date, new(date, row.Flag("is_workday"), row["festival"]))) report.Bad(row.File, row.Line, $"日期 {row["date"]} 重复");
        }
        return [.. days.Values];
    }
}
