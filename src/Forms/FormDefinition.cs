using Yiwang.Kernel.Identifiers;

namespace Yiwang.Forms;

/// <summary>An electronic form (电子表单) of an item. Versions never change: a submission keeps the one it was filled in under.</summary>
/// <param name="Item">The item that it belongs to.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="Title">Its title.</param>
/// <param name="Sections">Its parts, one to a page.</param>
/// <param name="Notes">Rules across fields that a person checks (cross_field_rules).</param>
/// <param name="Sample">Whether its data is of low confidence and shown as 示例.</param>
public sealed record FormDefinition(ItemCode Item, int Version, string Title, IReadOnlyList<FormSection> Sections, IReadOnlyList<string> Notes, bool Sample)
{
    /// <summary>All fields in order.</summary>
    public IEnumerable<FormField> Fields() => Sections.SelectMany(s => s.Fields);
}

/// <summary>A part of a form, shown as one page.</summary>
public sealed record FormSection(string Title, IReadOnlyList<FormField> Fields);

/// <summary>A field of a form.</summary>
/// <param name="Name">Its name in data, such as <c>opName</c>.</param>
/// <param name="Label">What the person reads.</param>
/// <param name="Type">Its type, one of <see cref="FieldTypes"/>.</param>
/// <param name="Required">Whether it must be filled in when it is shown.</param>
/// <param name="Options">What can be chosen; empty where anything can be written.</param>
/// <param name="Prefill">Where its first value comes from, such as <c>login.idno</c>.</param>
/// <param name="ShowWhen">The condition under which it is asked; null for always.</param>
/// <param name="Rule">Further rules in the notation of the form definitions.</param>
public sealed record FormField(
    string Name, string Label, string Type, bool Required, IReadOnlyList<string> Options,
    string? Prefill = null, string? ShowWhen = null, string? Rule = null)
{
    /// <summary>The columns of a table field: those named in brackets in its label, else one.</summary>
    public IReadOnlyList<string> Columns()
    {
        var open = Label.IndexOf('(', StringComparison.Ordinal);
        var listed = open >= 0 && Label.EndsWith(')') ? Label[(open + 1)..^1] : Label.Contains('、', StringComparison.Ordinal) ? Label : null;
        var columns = listed?.Split(['、', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return columns.Length > 1 ? columns : [open > 0 ? Label[..open] : Label];
    }
}
