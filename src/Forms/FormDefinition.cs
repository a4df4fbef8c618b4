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

    /// <summary>The names of all fields.</summary>
    public IReadOnlySet<string> Names() => Fields().Select(f => f.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>The fields that a department is shown: those that are for everybody, and those that are for it.</summary>
    /// <param name="municipal">The codes of the department's municipal one, such as <c>GAJ</c>, and of those that it continues.</param>
    public IEnumerable<FormField> FieldsFor(IReadOnlySet<string> municipal) => Fields().Where(f => f.Sees is not { Count: > 0 } sees || sees.Any(municipal.Contains));
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
/// <param name="Rule">Further rules in the notation of <see cref="FieldRule"/>; what is not in it is for the official who reviews.</param>
/// <param name="Columns">The columns of a table (重复行); null for other types, and for tables whose label names them.</param>
/// <param name="Calculate">The formula of a value that nobody types (计算项), in the notation of <see cref="Formula"/>; null for others.</param>
/// <param name="Sees">The municipal departments that are shown the field (字段可见部门), such as <c>GAJ</c>; null or empty for every department that handles the case.</param>
public sealed record FormField(
    string Name, string Label, string Type, bool Required, IReadOnlyList<string> Options,
    string? Prefill = null, string? ShowWhen = null, string? Rule = null,
    IReadOnlyList<FormColumn>? Columns = null, string? Calculate = null, IReadOnlyList<string>? Sees = null)
{
    /// <summary>The label without the columns that stand in brackets behind it.</summary>
    public string Head => Type == FieldTypes.Table && Columns is null ? Label.Split('(')[0] : Label;

    /// <summary>The columns of a table field: those it defines, else those named in brackets in its label, else one.</summary>
    public IReadOnlyList<FormColumn> ReadColumns()
    {
        if (Columns is { Count: > 0 }) return Columns;
        var open = Label.IndexOf('(', StringComparison.Ordinal);
        var listed = open >= 0 && Label.EndsWith(')') ? Label[(open + 1)..^1] : Label.Contains('、', StringComparison.Ordinal) ? Label : null;
        var named = listed?.Split(['、', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return [.. (named.Length > 1 ? named : [open > 0 ? Label[..open] : Label]).Select(name => new FormColumn(name, name, "text", false, []))];
    }
}

/// <summary>A column of a table field.</summary>
/// <param name="Name">The name of its cells in data.</param>
/// <param name="Label">What the person reads.</param>
/// <param name="Type">The type of its cells: a simple one, not a table, a file, a choice of many or one made of parts.</param>
/// <param name="Required">Whether each row must have it.</param>
/// <param name="Options">What can be chosen in a cell of type select.</param>
public sealed record FormColumn(string Name, string Label, string Type, bool Required, IReadOnlyList<string> Options);
