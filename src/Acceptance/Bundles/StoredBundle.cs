using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yiwang.Acceptance.Bundles;

/// <summary>A bundle as stored: the definition is one document, and its version goes up with each change.</summary>
internal sealed class StoredBundle
{
    public required string Code { get; init; }
    public required int Version { get; set; }
    public required string Definition { get; set; }
}

internal sealed class StoredBundleMap : IEntityTypeConfiguration<StoredBundle>
{
    public void Configure(EntityTypeBuilder<StoredBundle> builder)
    {
        builder.ToTable("acceptance_bundles");
        builder.HasKey(b => b.Code);
        builder.Property(b => b.Code).HasMaxLength(Bundle.CodeMaxLength);
    }
}
