namespace Yiwang.Forms.Import;

/// <summary>A form as forms.json writes it (snake case).</summary>
internal sealed record FormSource(string? FormId, string? Name, string? ItemId, List<SectionSource>? Sections, List<string>? CrossFieldRules, string? Confidence);

/// <summary>A section of a form.</summary>
public sealed record SectionSource(string? Title, List<FieldSource>? Fields);

/// <summary>A field of a form; docs/forms.md says what each key means.</summary>
public sealed record FieldSource(string? Name, string? Label, string? Type, bool Required, List<string>? Options, string? Prefill, string? ShowWhen, string? Validation,
    List<ColumnSource>? Columns, string? Calculate, List<string>? Sees);

/// <summary>A column of a table field.</summary>
public sealed record ColumnSource(string? Name, string? Label, string? Type, bool Required, List<string>? Options);

/// <summary>What the forms room reads of an item in items.json: the fields of items that have no form of their own in forms.json.</summary>
internal sealed record ItemFieldsSource(string? Id, string? Name, List<FieldSource>? FormFields, string? FormBase);
