namespace Yiwang.Forms;

/// <summary>The parts of the types that are made of several inputs, for other ways of filling in than the pages.</summary>
public static class FormParts
{
    /// <summary>The parts of a type, with their labels and the type of each; none for a simple type.</summary>
    public static IReadOnlyList<(string Name, string Label, string Type)> Of(string type) => FieldTypes.PartsOf(type);
}
