using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yiwang.Kernel.Calendar;

/// <summary>A day on which the rule "Monday to Friday" does not hold: a holiday, or a make-up workday (调休上班).</summary>
/// <param name="Date">The day in Ningbo.</param>
/// <param name="IsWorkday">Whether it is worked on.</param>
/// <param name="Name">The festival that it belongs to.</param>
public sealed record CalendarDay(DateOnly Date, bool IsWorkday, string Name)
{
    public const int NameMaxLength = 32;
}

internal sealed class CalendarDayMap : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> builder)
    {
        builder.ToTable("kernel_calendar_days");
        builder.HasKey(d => d.Date);
        builder.Property(d => d.Name).HasMaxLength(CalendarDay.NameMaxLength);
    }
}
