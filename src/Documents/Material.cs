using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Personal;

namespace Yiwang.Documents;

/// <summary>A file that an applicant handed in (申请材料). The bytes lie among the blobs; this row is what refers to them.</summary>
internal sealed class Material
{
    public required Guid Id { get; init; }
    public required string Sha256 { get; init; }
    public required long Size { get; init; }
    public required string FileName { get; init; }
    public required string ContentType { get; init; }

    /// <summary>Who uploaded it, as the journal names actors: only the same actor may use it in a case.</summary>
    public required string Owner { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>Whether it is part of an application that was submitted. What never was is deleted after a while (<see cref="ForgetUploads"/>).</summary>
    public bool HandedIn { get; set; }

    public MaterialInfo Info => new(Id, FileName, ContentType, Size, Sha256, Owner);
}

internal sealed class MaterialMap : IEntityTypeConfiguration<Material>
{
    public void Configure(EntityTypeBuilder<Material> builder)
    {
        builder.ToTable("documents_materials");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Sha256).HasMaxLength(64);
        builder.Property(m => m.FileName).IsPersonal();
        builder.Property(m => m.ContentType).HasMaxLength(64);
        builder.Property(m => m.Owner).HasMaxLength(96);
        builder.HasIndex(m => m.Sha256);
        builder.HasIndex(m => new { m.HandedIn, m.UploadedAt });
    }
}
