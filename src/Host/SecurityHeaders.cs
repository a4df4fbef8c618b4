namespace Yiwang.Host;

/// <summary>What browsers are told: everything comes from our own origin, nothing is framed, nothing is sniffed.</summary>
internal static class SecurityHeaders
{
    /// <summary>The policy of the page that shows the API.</summary>
    internal const string ApiPage = "api-page";

    private const int YearInSeconds = 365 * 24 * 60 * 60;

    internal static void AddSecurityHeaders(this IServiceCollection services, bool production, string? cardReader = null) => services.AddSecurityHeaderPolicies()
        .SetDefaultPolicy(Policy(production, inlineScript: false, cardReader))
        // That page starts itself with a script of its own, and shows nothing of anybody.
        .AddPolicy(ApiPage, Policy(production, inlineScript: true, null));

    private static HeaderPolicyCollection Policy(bool production, bool inlineScript, string? cardReader)
    {
        var policies = new HeaderPolicyCollection()
            .AddFrameOptionsSameOrigin()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyStrictOriginWhenCrossOrigin()
            .RemoveServerHeader()
            .AddContentSecurityPolicy(policy =>
            {
                policy.AddDefaultSrc().Self();
                policy.AddImgSrc().Self().Data();
                // Tabler draws arrows and checks with inline styles and data images.
                policy.AddStyleSrc().Self().UnsafeInline();
                var script = policy.AddScriptSrc().Self();
                if (inlineScript) script.UnsafeInline();
                policy.AddFontSrc().Self().Data();
                // The program of a kiosk's card reader answers on the kiosk itself.
                if (cardReader is not null) policy.AddConnectSrc().Self().From(new Uri(cardReader).GetLeftPart(UriPartial.Authority));
                policy.AddObjectSrc().Self();
                policy.AddFrameAncestors().Self();
                policy.AddFormAction().Self();
                policy.AddBaseUri().Self();
            });
        // Of this name alone: the city's other names are not the platform's to speak for.
        return production ? policies.AddStrictTransportSecurityMaxAge(YearInSeconds) : policies;
    }
}
