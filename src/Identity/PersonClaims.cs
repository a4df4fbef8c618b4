using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Identity;

/// <summary>Puts into the sign-in cookie what the rooms know an actor by.</summary>
internal sealed class PersonClaims(UserManager<Person> people, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Person>(people, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        void Add(string type, string? value)
        {
            if (value is { Length: > 0 }) identity.AddClaim(new Claim(type, value));
        }

        Add(ActorClaims.Kind, user.Kind is PersonKind.Official ? Actor.OfficialKind : Actor.ApplicantKind);
        Add(ActorClaims.Id, user.Id);
        Add(ActorClaims.DisplayName, user.Kind is PersonKind.CompanyAgent ? user.CompanyName : user.FullName);
        Add(ActorClaims.PersonNumber, user.ResidentId.Value);
        Add(ActorClaims.PartyNumber, user.Kind is PersonKind.CompanyAgent ? user.Company.Value : user.ResidentId.Value);
        if (user.Kind is PersonKind.CompanyAgent) Add(ActorClaims.PartyKind, ActorClaims.CompanyParty);
        Add(ActorClaims.Phone, user.PhoneNumber);
        Add(ActorClaims.Department, user.Department);
        Add(ActorClaims.Region, user.Region.Value);
        Add(ActorClaims.ServicePoint, user.ServicePoint);
        foreach (var post in user.Posts.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Add(Posts.Claim, post);
        return identity;
    }
}

/// <summary>The posts of officials.</summary>
internal static class Posts
{
    public const string Claim = ActorClaims.Post;
    public const string Window = Policies.Window;
    public const string Handler = Policies.Handler;
    public const string Operator = Policies.Operator;
    public const string Editor = Policies.Editor;
    public const string ItemReviewer = Policies.ItemReviewer;
    public const string LegalReviewer = Policies.LegalReviewer;
    public const string Supervisor = Policies.Supervisor;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Window, Handler, Operator, Editor, ItemReviewer, LegalReviewer, Supervisor];
}
