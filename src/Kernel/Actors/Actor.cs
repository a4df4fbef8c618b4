using System.Security.Claims;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Kernel.Actors;

/// <summary>Who does an act. What of it goes into the journal is <see cref="JournalName"/>: a kind and an opaque id, no personal data.</summary>
/// <param name="Kind">Which kind of actor: <c>applicant</c>, <c>official</c>, <c>system</c> or <c>platform</c>.</param>
/// <param name="Id">Opaque id inside its kind.</param>
/// <param name="DisplayName">The name that screens show.</param>
public sealed record Actor(string Kind, string Id, string DisplayName)
{
    /// <summary>A resident or a company's agent.</summary>
    public const string ApplicantKind = "applicant";

    /// <summary>An official.</summary>
    public const string OfficialKind = "official";

    /// <summary>A connected system: a channel or a department's own system.</summary>
    public const string SystemKind = "system";

    /// <summary>The platform itself, when a limit runs out or a reader works.</summary>
    public static Actor Platform { get; } = new("platform", "yiwang", "平台");

    /// <summary>How the journal names the actor.</summary>
    public string JournalName => $"{Kind}:{Id}";

    /// <summary>The party number (resident ID or social credit code) that an applicant acts for; null for others.</summary>
    public string? PartyNumber { get; init; }

    /// <summary>Whether the party is a company.</summary>
    public bool ForCompany { get; init; }

    /// <summary>The applicant's phone.</summary>
    public string? Phone { get; init; }

    /// <summary>The applicant's own resident ID, also when acting for a company.</summary>
    public string? PersonNumber { get; init; }

    /// <summary>The department of an official, such as <c>SCJG@330203</c>; null for a window official of a service centre.</summary>
    public string? Department { get; init; }

    /// <summary>The region in which an official serves; empty for others.</summary>
    public RegionCode Region { get; init; }

    /// <summary>The service point at which a window official sits.</summary>
    public string? ServicePoint { get; init; }

    /// <summary>The posts of an official, as the policies are named that ask for them.</summary>
    public IReadOnlyCollection<string> Posts { get; init; } = [];

    /// <summary>The delegation (授权委托) under which somebody acts for the party; null for who acts for oneself or for one's own company.</summary>
    public string? Delegation { get; init; }

    /// <summary>Under a delegation: the items for which it holds, by their codes; empty for all.</summary>
    public IReadOnlyCollection<string> DelegatedItems { get; init; } = [];

    /// <summary>Under a delegation: who acts for the party.</summary>
    public string? AgentName { get; init; }

    /// <summary>Under a delegation: the resident ID of who acts.</summary>
    public string? AgentNumber { get; init; }

    /// <summary>To whom drafts belong: what is begun under a delegation is not found by who has left it.</summary>
    public string OwnerName => Delegation is null ? JournalName : $"{JournalName}/{Delegation}";

    /// <summary>Whether the actor may apply for an item: under a delegation only for those that it names.</summary>
    public bool MayApplyFor(ItemCode item) => Delegation is null || DelegatedItems.Count == 0 || DelegatedItems.Contains(item.Value, StringComparer.Ordinal) || DelegatedItems.Contains(item.Main.Value, StringComparer.Ordinal);

    /// <summary>Whether the department that an account bears, such as <c>*@330203</c>, stands for all departments of its region.</summary>
    public static bool IsAllDepartments(string? department) => department?.StartsWith('*') is true;

    /// <summary>Reads the actor from a signed-in principal; the platform's own name is never given to a visitor.</summary>
    public static Actor? From(ClaimsPrincipal user)
    {
        if (user.Identity?.IsAuthenticated is not true) return null;
        var kind = user.FindFirstValue(ActorClaims.Kind);
        var id = user.FindFirstValue(ActorClaims.Id);
        if (kind is null || id is null) return null;
        return new Actor(kind, id, user.FindFirstValue(ActorClaims.DisplayName) ?? id)
        {
            PartyNumber = user.FindFirstValue(ActorClaims.PartyNumber),
            ForCompany = user.HasClaim(ActorClaims.PartyKind, ActorClaims.CompanyParty),
            Phone = user.FindFirstValue(ActorClaims.Phone),
            PersonNumber = user.FindFirstValue(ActorClaims.PersonNumber),
            Department = user.FindFirstValue(ActorClaims.Department),
            Region = RegionCode.TryParse(user.FindFirstValue(ActorClaims.Region), null, out var region) ? region : default,
            ServicePoint = user.FindFirstValue(ActorClaims.ServicePoint),
            Delegation = user.FindFirstValue(ActorClaims.Delegation),
            DelegatedItems = [.. user.FindAll(ActorClaims.DelegatedItem).Select(c => c.Value)],
            AgentName = user.FindFirstValue(ActorClaims.AgentName),
            AgentNumber = user.FindFirstValue(ActorClaims.AgentNumber),
            Posts = [.. user.FindAll(ActorClaims.Post).Select(c => c.Value)],
        };
    }
}
