using DepartmentSystems.Store;

namespace DepartmentSystems.Decide;

/// <summary>Numbers of decisions: 甬海市监准〔2026〕1号, counted for each department, kind and year.</summary>
public static class DocumentNumbers
{
    /// <summary>The number without its last part.</summary>
    public static string Series(SystemProfile profile, string department, bool granted, DateOnly day) =>
        $"甬{District.OfDepartment(department)?.Word}{profile.Agency}{(granted ? "准" : "不准")}〔{day.Year}〕";

    public static async Task<string> Next(DeskDb db, SystemProfile profile, string department, bool granted, DateOnly day, CancellationToken stop)
    {
        var series = Series(profile, department, granted, day);
        return $"{series}{await Counter.Next(db, series, stop)}号";
    }
}
