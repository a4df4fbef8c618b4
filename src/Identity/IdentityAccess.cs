using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;
using Yiwang.Identity.Delegations;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Identity;

/// <summary>What each policy asks for.</summary>
internal static class IdentityAccess
{
    /// <summary>The scope of channels such as kiosks.</summary>
    internal const string ChannelScope = "channel";

    /// <summary>The scope of departments' own systems.</summary>
    internal const string ExchangeScope = "exchange";

    /// <summary>Whether the platform is run for real, and so over TLS alone.</summary>
    internal static bool IsProduction(this IConfiguration configuration) => configuration["Production"] == "true";

    internal static void AddAccess(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .AddPolicy(Policies.Applicant, policy => Signed(policy).RequireClaim(ActorClaims.Kind, Actor.ApplicantKind))
        .AddPolicy(Policies.Official, policy => Signed(policy).RequireClaim(ActorClaims.Kind, Actor.OfficialKind))
        .AddPolicy(Policies.Window, policy => Signed(policy).RequireClaim(Posts.Claim, Posts.Window))
        .AddPolicy(Policies.Handler, policy => Signed(policy).RequireClaim(Posts.Claim, Posts.Handler))
        .AddPolicy(Policies.Operator, policy => Signed(policy).RequireClaim(Posts.Claim, Posts.Operator))
        .AddPolicy(Policies.Editor, policy => Signed(policy).RequireClaim(Posts.Claim, Posts.Editor))
        .AddPolicy(Policies.ItemReviewer, policy => Signed(policy).RequireClaim(Posts.Claim, Posts.ItemReviewer))
        .AddPolicy(Policies.LegalReviewer, policy => Signed(policy).RequireClaim(Posts.Claim, Posts.LegalReviewer))
        .AddPolicy(Policies.ItemKeeper, policy => Signed(policy).RequireClaim(Posts.Claim, Posts.Editor, Posts.ItemReviewer, Posts.LegalReviewer))
        .AddPolicy(Policies.Supervisor, policy => Signed(policy).RequireClaim(Posts.Claim, Posts.Supervisor))
        .AddPolicy(Policies.Supervised, policy => Signed(policy).RequireClaim(Posts.Claim, Posts.Supervisor, Posts.Handler))
        .AddPolicy(Policies.Channel, policy => Token(policy, ChannelScope))
        .AddPolicy(Policies.ExchangeSystem, policy => Token(policy, ExchangeScope));

    private static AuthorizationPolicyBuilder Signed(AuthorizationPolicyBuilder policy) =>
        policy.AddAuthenticationSchemes(IdentityConstants.ApplicationScheme).RequireAuthenticatedUser();

    private static AuthorizationPolicyBuilder Token(AuthorizationPolicyBuilder policy, string scope) => policy
        .AddAuthenticationSchemes(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme)
        .RequireAuthenticatedUser()
        .RequireAssertion(context => context.User.HasScope(scope));

    /// <summary>Sends people to the sign-in page; the API never redirects.</summary>
    internal static void ConfigureCookie(CookieAuthenticationOptions cookie, bool production)
    {
        cookie.Events.OnValidatePrincipal = ActFor.Check;
        cookie.Cookie.Name = "yiwang";
        cookie.Cookie.HttpOnly = true;
        if (production) cookie.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = IdentityRoutes.SignIn;
        cookie.AccessDeniedPath = IdentityRoutes.Denied;
        cookie.ReturnUrlParameter = "next";
    }
}
