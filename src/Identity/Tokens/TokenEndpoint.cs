using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Yiwang.Kernel.Actors;

namespace Yiwang.Identity.Tokens;

/// <summary>Gives systems their tokens (client credentials). OpenIddict has proven client, secret and scopes before this runs.</summary>
internal static class TokenEndpoint
{
    internal const string Path = "/connect/token";

    internal static void MapTokens(this IEndpointRouteBuilder routes) => routes.MapPost(Path, async (HttpContext http, IOpenIddictApplicationManager clients) =>
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("Not an OpenID Connect request.");
        var client = await clients.FindByClientIdAsync(request.ClientId!) ?? throw new InvalidOperationException("The client has vanished.");

        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, ActorClaims.DisplayName, null);
        identity.SetClaim(OpenIddictConstants.Claims.Subject, request.ClientId);
        identity.SetClaim(ActorClaims.Kind, Actor.SystemKind);
        identity.SetClaim(ActorClaims.DisplayName, await clients.GetDisplayNameAsync(client));
        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(static _ => [OpenIddictConstants.Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }).ExcludeFromDescription().DisableAntiforgery();
}
