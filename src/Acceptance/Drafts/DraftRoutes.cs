namespace Yiwang.Acceptance.Drafts;

/// <summary>The addresses of a draft's pages.</summary>
internal static class DraftRoutes
{
    internal static string Tasks(Guid draft) => $"/apply/draft/{draft}";

    /// <summary>Says why a draft cannot go on, to whoever began it.</summary>
    internal static string Ended(Guid draft, bool desk) => desk ? $"{Reception(draft)}/ended" : $"{Tasks(draft)}/ended";

    internal static string Section(Guid draft, int section) => $"/apply/draft/{draft}/form/{section + 1}";

    /// <summary>Where a section is saved while it is filled in.</summary>
    internal static string Autosave(Guid draft, int section) => $"{Section(draft, section)}/autosave";

    /// <summary>Where a draft at the window is saved while it is filled in.</summary>
    internal static string DeskAutosave(Guid draft) => $"{Reception(draft)}/autosave";

    internal static string Materials(Guid draft) => $"/apply/draft/{draft}/materials";

    /// <summary>Signing a commitment in place of a material, for the applicant or at the window.</summary>
    internal static string Commit(Guid draft, string code, bool desk) => $"{(desk ? Reception(draft) : Tasks(draft))}/commit/{code}";

    internal static string Check(Guid draft) => $"/apply/draft/{draft}/check";

    internal static string File(Guid draft, Guid material) => $"/apply/draft/{draft}/files/{material}";

    internal static string Reception(Guid draft) => $"/desk/reception/draft/{draft}";
}
