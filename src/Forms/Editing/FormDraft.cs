using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Forms.Editing;

/// <summary>A form that is being changed (表单修改稿): one for each item, seen by its editors alone until it is published.</summary>
internal sealed class FormDraft
{
    public required ItemCode Item { get; init; }

    /// <summary>The version that it began from.</summary>
    public required int BasedOn { get; init; }

    public required string Definition { get; set; }
    public required string ChangedBy { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }
    public int Revision { get; private set; }

    public FormDefinition Read() => StoredForm.Read(Definition);

    public void Write(FormDefinition form, string by, DateTimeOffset at)
    {
        (Definition, ChangedBy, ChangedAt) = (StoredForm.Write(form), by, at);
        Revision++;
    }
}

internal sealed class FormDraftMap : IEntityTypeConfiguration<FormDraft>
{
    public void Configure(EntityTypeBuilder<FormDraft> builder)
    {
        builder.ToTable("forms_drafts");
        builder.HasKey(d => d.Item);
        builder.Property(d => d.ChangedBy).HasMaxLength(64);
        builder.Property(d => d.Revision).IsConcurrencyToken();
    }
}
