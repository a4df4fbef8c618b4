using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Forms;

/// <summary>A version of a form as stored: the definition is one document.</summary>
internal sealed record StoredForm(ItemCode Item, int Version, string Definition);

internal sealed class StoredFormMap : IEntityTypeConfiguration<StoredForm>
{
    public void Configure(EntityTypeBuilder<StoredForm> builder)
    {
        builder.ToTable("forms_definitions");
        builder.HasKey(f => new { f.Item, f.Version });
    }
}
