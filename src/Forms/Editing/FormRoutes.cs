using Yiwang.Kernel.Identifiers;

namespace Yiwang.Forms.Editing;

/// <summary>The addresses of the editors' pages.</summary>
internal static class FormRoutes
{
    internal const string Forms = "/desk/forms";

    internal static string Form(ItemCode item) => $"{Forms}/{item.Value}";

    internal static string Edit(ItemCode item) => $"{Form(item)}/edit";

    /// <summary>A field of the draft; the index one past the last is a new one.</summary>
    internal static string Field(ItemCode item, int section, int index) => $"{Edit(item)}/{section + 1}/{index + 1}";

    /// <summary>Filling in a section of the draft for trial.</summary>
    internal static string Try(ItemCode item, int section) => $"{Form(item)}/try/{section + 1}";
}
