using Yiwang.Acceptance.Cases;
using Yiwang.Directory;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Workload;

/// <summary>Counts what each service point takes in and gives out, from the journal, once each, in the transaction of the checkpoint.</summary>
internal sealed class CountWorkload(YiwangDb db, IDirectory directory) : IJournalReader
{
    public static string Name => "acceptance.count-workload";

    public static TimeSpan Gather => TimeSpan.FromMilliseconds(1000);

    public static IReadOnlyCollection<string> Kinds { get; } = [FactAttribute.KindOf<CaseSubmitted>(), FactAttribute.KindOf<CaseHandedOver>()];

    public async Task Read(IReadOnlyList<JournalEntry> entries, CancellationToken stop)
    {
        foreach (var (entry, found) in await db.CasesOf(entries, stop))
        {
            var received = entry.Kind == FactAttribute.KindOf<CaseSubmitted>();
            var code = received ? Journal.Read<CaseSubmitted>(entry).ServicePoint : Journal.Read<CaseHandedOver>(entry).ServicePoint;
            if (code is null || await directory.ServicePoint(code, stop) is not { } point) continue;
            var day = WorkCalendar.DayInNingbo(entry.At);
            var month = new DateOnly(day.Year, day.Month, 1);
            var row = await db.Set<PointWorkload>().FindAsync([month, code, found.DepartmentRegion], stop);
            if (row is null) db.Add(row = new PointWorkload { Month = month, Point = code, PointName = point.Name, PointRegion = point.Region.County, Deciding = found.DepartmentRegion });
            if (received) row.Received++;
            else row.HandedOver++;
        }
    }
}
