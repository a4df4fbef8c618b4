namespace Yiwang.Acceptance.Drafts;

/// <summary>The addresses of a draft's pages.</summary>
internal static class DraftRoutes
{
    internal static string Tasks(Guid draft) => $"/apply/draft/{draft}";

    internal static string Section(Guid draft, int section) => $"/apply/draft/{draft}/form/{section + 1}";

    internal static string Materials(Guid draft) => $"/apply/draft/{draft}/materials";

    internal static string Check(Guid draft) => $"/apply/draft/{draft}/check";

    internal static string File(Guid draft, Guid material) => $"/apply/draft/{draft}/files/{material}";

    internal static string Reception(Guid draft) => $"/desk/reception/draft/{draft}";
}
