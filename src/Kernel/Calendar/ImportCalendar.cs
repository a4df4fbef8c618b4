using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Importing;

namespace Yiwang.Kernel.Calendar;

/// <summary>Imports the State Council's yearly notices of holidays and make-up workdays.</summary>
internal sealed class ImportCalendar(YiwangDb db, WorkCalendar calendar) : IImporter
{
    private List<CalendarDay> _days = [];

    public int Floor => 0;

    public void Kept() => calendar.Become(_days);

    public async Task Import(string folder, ImportReport report, CancellationToken stop)
    {
        _days = WorkCalendarFile.Read(folder, WorkCalendarFile.Name, report);
        await db.Set<CalendarDay>().ExecuteDeleteAsync(stop);
        db.AddRange(_days);
        await db.SaveChangesAsync(stop);
        report.Count("节假日与调休", _days.Count);
    }
}
