using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Yiwang.Identity.Kiosk;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Portal.Kiosk;

/// <summary>What a kiosk's buttons do: start and end as a kiosk, sign in by card, end the session.</summary>
internal static class KioskEndpoints
{
    internal static void MapKiosk(this IEndpointRouteBuilder routes)
    {
        // The official who starts it does not stay signed in on a screen that stands in a hall.
        routes.MapPost("/desk/kiosk/begin", async (HttpContext http, [FromForm] string? mark, CurrentActor current) =>
        {
            if (current.Actor.ServicePoint is not { } point) return Results.LocalRedirect("/desk");
            KioskMode.Begin(http, point);
            await http.SignOutAsync();
            return Results.LocalRedirect("/kiosk");
        }).RequireAuthorization(Policies.Window).ExcludeFromDescription();

        routes.MapPost("/desk/kiosk/end", (HttpContext http, [FromForm] string? mark) =>
        {
            KioskMode.End(http);
            return Results.LocalRedirect("/desk");
        }).RequireAuthorization(Policies.Window).ExcludeFromDescription();

        routes.MapPost("/kiosk/card", async (HttpContext http, [FromForm] string name, [FromForm] string idNumber, [FromForm] long at, [FromForm] string nonce, [FromForm] string signature, ICardSignIn cards, CancellationToken stop) =>
        {
            if (KioskMode.Of(http) is not { } point) return Results.NotFound();
            var outcome = await cards.SignIn(http, new(name, idNumber, at, nonce, signature), point, stop);
            return Results.LocalRedirect(outcome.IsDone ? "/kiosk" : $"/kiosk{new QueryBuilder { { "problem", outcome.Refusal.Code } }}");
        }).ExcludeFromDescription();

        routes.MapPost("/kiosk/leave", async (HttpContext http, [FromForm] string? mark) =>
        {
            await http.SignOutAsync();
            return Results.LocalRedirect("/kiosk");
        }).ExcludeFromDescription();
    }

    /// <summary>The address at which the machine's own program reads a card (<c>Kiosk:Reader</c>), such as <c>http://127.0.0.1:18889/read</c>; null where there is none.</summary>
    internal static string? Reader(IConfiguration configuration) => configuration["Kiosk:Reader"] is { Length: > 0 } reader ? reader : null;
}
