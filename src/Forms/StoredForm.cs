using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Forms;

/// <summary>A version of a form as stored: the definition is one document.</summary>
internal sealed record StoredForm
{
    public required ItemCode Item { get; init; }
    public required int Version { get; init; }

    /// <summary>The title, for lists.</summary>
    public required string Title { get; init; }

    /// <summary>The definition as JSON.</summary>
    public required string Definition { get; init; }

    /// <summary>Whether it came from the files; otherwise an official has published it.</summary>
    public required bool Imported { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    internal static StoredForm Of(FormDefinition form, bool imported, DateTimeOffset at) =>
        new() { Item = form.Item, Version = form.Version, Title = form.Title, Definition = Write(form), Imported = imported, PublishedAt = at };

    internal FormDefinition Read() => Read(Definition);

    internal static string Write(FormDefinition form) => JsonSerializer.Serialize(form, Journal.Json);

    internal static FormDefinition Read(string definition) => JsonSerializer.Deserialize<FormDefinition>(definition, Journal.Json)!;
}

internal sealed class StoredFormMap : IEntityTypeConfiguration<StoredForm>
{
    public void Configure(EntityTypeBuilder<StoredForm> builder)
    {
        builder.ToTable("forms_definitions");
        builder.HasKey(f => new { f.Item, f.Version });
        builder.Property(f => f.Title).HasMaxLength(DefinitionCheck.TitleMaxLength);
    }
}
