namespace Yiwang.Kernel.Actors;

/// <summary>The names of the claims in which a signed-in principal carries its <see cref="Actor"/>.</summary>
public static class ActorClaims
{
    public const string Kind = "yw_kind";
    public const string Id = "sub";
    public const string DisplayName = "yw_name";
    public const string PartyNumber = "yw_party";
    public const string PartyKind = "yw_party_kind";
    public const string CompanyParty = "company";
    public const string PersonNumber = "yw_person";
    public const string Phone = "yw_phone";
    public const string Department = "yw_department";
    public const string Region = "yw_region";
    public const string Post = "yw_post";
    public const string Delegation = "yw_delegation";
    public const string DelegatedItem = "yw_delegated_item";
    public const string AgentName = "yw_agent_name";
    public const string AgentNumber = "yw_agent_number";
    public const string ServicePoint = "yw_service_point";
}
