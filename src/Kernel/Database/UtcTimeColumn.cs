using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Yiwang.Kernel.Database;

/// <summary>
/// Stores a time as UTC in the provider's own time type, to the microsecond, which both databases keep and can compare.
/// </summary>
internal sealed class UtcTimeColumn() : ValueConverter<DateTimeOffset, DateTime>(
    time => time.UtcDateTime.AddTicks(-(time.UtcTicks % TimeSpan.TicksPerMicrosecond)),
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
