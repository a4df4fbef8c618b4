using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yiwang.Catalogue;

/// <summary>A theme as stored.</summary>
internal sealed record ThemeRow(string Audience, int Order, string Name)
{
    public const string Personal = "个人办事";
    public const string Corporate = "法人办事";
    public const int MaxLength = 32;
}

internal sealed class ThemeRowMap : IEntityTypeConfiguration<ThemeRow>
{
    public void Configure(EntityTypeBuilder<ThemeRow> builder)
    {
        builder.ToTable("catalogue_themes");
        builder.HasKey(t => new { t.Audience, t.Name });
        builder.Property(t => t.Audience).HasMaxLength(ThemeRow.MaxLength);
        builder.Property(t => t.Name).HasMaxLength(ThemeRow.MaxLength);
    }
}
