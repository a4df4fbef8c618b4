namespace Yiwang.Kernel.Pages;

/// <summary>Element ids of fields, so that an error summary can link to the field that a problem names.</summary>
public static class FieldIds
{
    /// <summary>The id of the field with this name: <c>form.opName</c> becomes <c>form-opName</c>.</summary>
    public static string Of(string field) => field.Replace('.', '-').Replace(' ', '_').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);
}
