using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yiwang.Catalogue;

/// <summary>
/// A row of one of the published lists that are kept as they came: 部门责任清单, 企业投资负面清单, 财政专项资金管理清单,
/// 法定程序规则, 证照目录.
/// </summary>
/// <param name="List">The list's file name without its ending, such as <c>duty_list</c>.</param>
/// <param name="Id">The row's own number.</param>
/// <param name="Title">What it is called on screens.</param>
/// <param name="Department">The city department that it belongs to; empty when none.</param>
/// <param name="Sample">Whether its data is of low confidence and shown as 示例.</param>
/// <param name="Fields">All columns as a JSON object.</param>
internal sealed record ListRow(string List, string Id, string Title, string Department, bool Sample, string Fields)
{
    /// <summary>The list of licences and certificates (证照目录).</summary>
    public const string Licences = "licences";

    public const int IdMaxLength = 32;
    public const int TitleMaxLength = 200;
    public const int DepartmentMaxLength = 24;
}

internal sealed class ListRowMap : IEntityTypeConfiguration<ListRow>
{
    public void Configure(EntityTypeBuilder<ListRow> builder)
    {
        builder.ToTable("catalogue_lists");
        builder.HasKey(r => new { r.List, r.Id });
        builder.Property(r => r.List).HasMaxLength(32);
        builder.Property(r => r.Id).HasMaxLength(ListRow.IdMaxLength);
        builder.Property(r => r.Title).HasMaxLength(ListRow.TitleMaxLength);
        builder.Property(r => r.Department).HasMaxLength(ListRow.DepartmentMaxLength);
    }
}
