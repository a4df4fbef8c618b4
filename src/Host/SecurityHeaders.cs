namespace Yiwang.Host;

/// <summary>What browsers are told: everything comes from our own origin, nothing is framed, nothing is sniffed.</summary>
internal static class SecurityHeaders
{
    internal static HeaderPolicyCollection Policies { get; } = new HeaderPolicyCollection()
        .AddFrameOptionsSameOrigin()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .RemoveServerHeader()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().Self();
            policy.AddImgSrc().Self().Data();
            // Tabler draws arrows and checks with inline styles and data images; the API page needs inline script.
            policy.AddStyleSrc().Self().UnsafeInline();
            policy.AddScriptSrc().Self().UnsafeInline();
            policy.AddFontSrc().Self().Data();
            policy.AddObjectSrc().Self();
            policy.AddFrameAncestors().Self();
            policy.AddFormAction().Self();
            policy.AddBaseUri().Self();
        });
}
