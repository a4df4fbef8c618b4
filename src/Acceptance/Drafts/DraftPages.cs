using Microsoft.AspNetCore.Components;

namespace Yiwang.Acceptance.Drafts;

/// <summary>How pages open drafts.</summary>
internal static class DraftPages
{
    /// <summary>The draft; else null, and the visitor is led to why it cannot go on, or told that there is none.</summary>
    internal static async Task<OpenDraft?> OpenFor(this DraftDesk drafts, NavigationManager nav, Guid id, bool desk = false)
    {
        if (await drafts.Open(id, CancellationToken.None) is { } open) return open;
        if (await drafts.Ended(id, CancellationToken.None) is not null) nav.NavigateTo(DraftRoutes.Ended(id, desk));
        else nav.NotFound();
        return null;
    }
}
