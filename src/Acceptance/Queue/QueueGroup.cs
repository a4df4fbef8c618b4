using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Importing;

namespace Yiwang.Acceptance.Queue;

/// <summary>A group of business (业务类别) for which tickets are given and slots are booked, the same at every service point.</summary>
/// <param name="Code">The letter before the ticket's number.</param>
/// <param name="Name">What it is called.</param>
/// <param name="About">What it is for.</param>
/// <param name="SlotCapacity">How many appointments a half-hour takes at one service point.</param>
internal sealed record QueueGroup(string Code, string Name, string About, int SlotCapacity);

internal sealed class QueueGroupMap : IEntityTypeConfiguration<QueueGroup>
{
    public void Configure(EntityTypeBuilder<QueueGroup> builder)
    {
        builder.ToTable("acceptance_queue_groups");
        builder.HasKey(g => g.Code);
        builder.Property(g => g.Code).HasMaxLength(4);
        builder.Property(g => g.Name).HasMaxLength(32);
        builder.Property(g => g.About).HasMaxLength(128);
    }
}

/// <summary>Imports the groups of queue_groups.csv.</summary>
internal sealed class ImportQueueGroups(YiwangDb db) : IImporter
{
    public int Floor => 4;

    public void Kept() { }

    public async Task Import(string folder, ImportReport report, CancellationToken stop)
    {
        var rows = CsvRows.Read(folder, "queue_groups.csv", report, "code", "name", "about", "slot_capacity");
        var stored = await db.Set<QueueGroup>().ToDictionaryAsync(g => g.Code, StringComparer.Ordinal, stop);
        foreach (var row in rows)
        {
            if (row["code"].Length is 0 or > 4) report.Bad(row.File, row.Line, "类别代码应为 1 至 4 个字符");
            else if (row.Number("slot_capacity", report) is not { } capacity || capacity < 0) report.Bad(row.File, row.Line, "slot_capacity 应为不小于 0 的整数");
            else
            {
                var group = new QueueGroup(row["code"], row["name"], row["about"], capacity);
                if (stored.Remove(group.Code, out var known)) db.Entry(known).CurrentValues.SetValues(group);
                else db.Add(group);
            }
        }
        db.RemoveRange(stored.Values);
        report.Count("排队类别", rows.Count);
        await db.SaveChangesAsync(stop);
    }
}
