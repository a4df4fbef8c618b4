using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Identity.Delegations;

/// <summary>Acting under a delegation: what the sign-in says is the principal's, until one leaves it. Whether it still holds is asked at each request.</summary>
internal static class ActFor
{
    private static readonly string[] Party = [ActorClaims.DisplayName, ActorClaims.PersonNumber, ActorClaims.PartyNumber, ActorClaims.PartyKind, ActorClaims.Phone];

    internal static void MapDelegations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(DelegationRoutes.Mine).RequireAuthorization(Policies.Applicant).ExcludeFromDescription();
        group.MapPost("{id:guid}/act", Begin).WithMetadata(new RequireAntiforgery());
        group.MapPost("leave", Leave).WithMetadata(new RequireAntiforgery());
    }

    private static async Task<IResult> Begin(Guid id, HttpContext http, DelegationActs acts, CurrentActor actor, Journal journal, YiwangDb db, TimeProvider clock, CancellationToken stop)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true }) return Results.BadRequest();
        if (actor.Actor.Delegation is not null || await acts.Find(id, stop) is not (var found, true) || !found.Holds(WorkCalendar.TodayInNingbo(clock))) return Refusal.NotFound("这份委托").ToHttp();
        var before = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var identity = new ClaimsIdentity(http.User.Claims.Where(c => !Party.Contains(c.Type, StringComparer.Ordinal)), IdentityConstants.ApplicationScheme);
        identity.AddClaims(
        [
            new(ActorClaims.DisplayName, found.PrincipalName), new(ActorClaims.PartyNumber, found.PrincipalNumber), new(ActorClaims.Phone, found.PrincipalPhone),
            new(ActorClaims.PersonNumber, found.ForCompany ? found.AgentNumber : found.PrincipalNumber), new(ActorClaims.Delegation, found.Id.ToString("N")),
            new(ActorClaims.AgentName, found.AgentName), new(ActorClaims.AgentNumber, found.AgentNumber), .. found.ReadItems().Select(i => new Claim(ActorClaims.DelegatedItem, i.Code)),
        ]);
        if (found.ForCompany) identity.AddClaim(new(ActorClaims.PartyKind, ActorClaims.CompanyParty));
        journal.Append(found.Stream, new DelegationUsed(Begun: true));
        await db.SaveChangesAsync(stop);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(identity), before.Properties);
        return Results.LocalRedirect("/my/cases");
    }

    private static async Task<IResult> Leave(HttpContext http, CurrentActor actor, UserManager<Person> people, SignInManager<Person> signIn, Journal journal, YiwangDb db, CancellationToken stop)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true }) return Results.BadRequest();
        if (!Guid.TryParse(actor.Actor.Delegation, out var id)) return Results.LocalRedirect(DelegationRoutes.Mine);
        journal.Append($"delegation/{id:N}", new DelegationUsed(Begun: false));
        await db.SaveChangesAsync(stop);
        var before = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        // Who is known by a card alone reads it again.
        if (await people.FindByIdAsync(actor.Actor.Id) is { } person) await signIn.SignInWithClaimsAsync(person, before.Properties, http.User.FindAll(ActorClaims.ServicePoint));
        else await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Results.LocalRedirect(DelegationRoutes.Mine);
    }

    /// <summary>Ends a sign-in whose delegation does not hold any more.</summary>
    internal static async Task Check(CookieValidatePrincipalContext context)
    {
        await SecurityStampValidator.ValidatePrincipalAsync(context);
        if (!Guid.TryParse(context.Principal?.FindFirstValue(ActorClaims.Delegation), out var id)) return;
        var services = context.HttpContext.RequestServices;
        var found = await services.GetRequiredService<YiwangDb>().Set<Delegation>().FindAsync([id], context.HttpContext.RequestAborted);
        if (found?.Holds(WorkCalendar.TodayInNingbo(services.GetRequiredService<TimeProvider>())) is true) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Keeps what a sign-in says beyond the account when the account is looked at again.</summary>
    internal static Task Refresh(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.CurrentPrincipal?.HasClaim(c => c.Type is ActorClaims.Delegation or ActorClaims.ServicePoint) is true) context.NewPrincipal = context.CurrentPrincipal;
        return Task.CompletedTask;
    }
}
