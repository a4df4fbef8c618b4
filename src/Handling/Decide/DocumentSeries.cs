using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yiwang.Handling.Decide;

/// <summary>The next document number of a department and year: a series without gaps, taken in the decision's own transaction.</summary>
internal sealed class DocumentSeries
{
    public required string Department { get; init; }
    public required int Year { get; init; }
    public int Last { get; private set; }

    public int Next() => ++Last;
}

internal sealed class DocumentSeriesMap : IEntityTypeConfiguration<DocumentSeries>
{
    public void Configure(EntityTypeBuilder<DocumentSeries> builder)
    {
        builder.ToTable("handling_document_series");
        builder.HasKey(s => new { s.Department, s.Year });
        builder.Property(s => s.Department).HasMaxLength(24);
        builder.Property(s => s.Last).IsConcurrencyToken();
    }
}
