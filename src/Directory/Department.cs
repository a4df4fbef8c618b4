using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Directory;

/// <summary>A department (部门) of one region.</summary>
/// <param name="Code">Its code: <c>SCJG</c> for the city's, <c>SCJG@330203</c> for a county's.</param>
/// <param name="MunicipalCode">The code of the city's department of the same kind.</param>
/// <param name="Region">The region that it serves.</param>
/// <param name="Name">Its full name.</param>
/// <param name="ShortName">Its short name; the full one where none is known.</param>
/// <param name="Current">Whether it exists today.</param>
/// <param name="Sample">Whether its data is of low confidence and shown as 示例.</param>
/// <param name="Successor">The code of the department that continues its work when it does not exist any more; null where none does.</param>
public sealed record Department(string Code, string MunicipalCode, RegionCode Region, string Name, string ShortName, bool Current, bool Sample, string? Successor = null)
{
    public const int CodeMaxLength = 24;
    public const int NameMaxLength = 64;
}

internal sealed class DepartmentMap : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.ToTable("directory_departments");
        builder.HasKey(d => d.Code);
        builder.Property(d => d.Code).HasMaxLength(Department.CodeMaxLength);
        builder.Property(d => d.MunicipalCode).HasMaxLength(Department.CodeMaxLength);
        builder.Property(d => d.Name).HasMaxLength(Department.NameMaxLength);
        builder.Property(d => d.Successor).HasMaxLength(Department.CodeMaxLength);
        builder.Property(d => d.ShortName).HasMaxLength(Department.NameMaxLength);
        builder.HasIndex(d => new { d.MunicipalCode, d.Region });
    }
}
