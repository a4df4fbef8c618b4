using Microsoft.AspNetCore.Antiforgery;

namespace Yiwang.Identity;

/// <summary>An endpoint that reads nothing of the form, and so must ask for itself whether its token was right.</summary>
internal sealed class RequireAntiforgery : IAntiforgeryMetadata
{
    public bool RequiresValidation => true;
}
