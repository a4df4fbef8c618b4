using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Elements;

/// <summary>What the value of an element looks like.</summary>
public enum ElementKind
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>A text of several lines.</summary>
    LongText,

    /// <summary>A whole number, or nothing.</summary>
    Number,

    /// <summary>是 or 否.</summary>
    YesNo,

    /// <summary>One of several values, or nothing.</summary>
    Choice,

    /// <summary>Any of several values.</summary>
    Choices,

    /// <summary>A list of texts, one on a line.</summary>
    Lines,

    /// <summary>A table with columns.</summary>
    Rows,
}

/// <summary>A column of an element that is a table.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Kind">Text, long text, number, 是/否 or a choice.</param>
public sealed record ElementColumn(string Label, ElementKind Kind = ElementKind.Text)
{
    internal ChoiceSource Choices { get; init; } = ChoiceSource.None;
}

/// <summary>Where choices come from: fixed words, or a list of the directory or the catalogue.</summary>
/// <param name="Words">The fixed words.</param>
/// <param name="List">The list; null for fixed words.</param>
public sealed record ChoiceSource(IReadOnlyList<string> Words, string? List = null)
{
    internal const string DepartmentList = "departments", PersonalThemeList = "personal-themes", CorporateThemeList = "corporate-themes", LicenceList = "licences", MaterialList = "materials";

    internal static ChoiceSource None { get; } = new([]);
    internal static ChoiceSource Departments { get; } = new([], DepartmentList);
    internal static ChoiceSource PersonalThemes { get; } = new([], PersonalThemeList);
    internal static ChoiceSource CorporateThemes { get; } = new([], CorporateThemeList);
    internal static ChoiceSource Licences { get; } = new([], LicenceList);
    internal static ChoiceSource Materials { get; } = new([], MaterialList);
}

/// <summary>
/// An element of an item (事项要素) as it is written down: on forms, in files, in comparisons. One description serves them all. A value is a list of
/// rows of cells; a single value is one row of one cell, a list has one cell in each row.
/// </summary>
/// <param name="Name">The name of its field and of its column in files.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Kind">What its value looks like.</param>
/// <param name="Read">Its value in an item.</param>
/// <param name="Write">The item with another value; problems are added to the list.</param>
internal sealed record Element<T>(string Name, string Label, ElementKind Kind, Func<T, ElementValue> Read, Func<T, ElementValue, List<FieldProblem>, T> Write)
{
    internal string? Hint { get; init; }
    internal ChoiceSource Choices { get; init; } = ChoiceSource.None;
    internal IReadOnlyList<ElementColumn> Columns { get; init; } = [];

    /// <summary>The key under which its data may be of low confidence; null when that is not recorded for it.</summary>
    internal string? SampleKey { get; init; }

    /// <summary>The most characters of a cell.</summary>
    internal int MaxLength { get; init; } = 300;
}

/// <summary>Elements that belong together: one page of the form.</summary>
internal sealed record ElementSection<T>(string Key, string Title, IReadOnlyList<Element<T>> Elements);
