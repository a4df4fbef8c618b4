using Yiwang.Kernel.Journals;

namespace Yiwang.Identity.Delegations;

/// <summary>授权委托: somebody offered to be represented. The names stand with the delegation, not here.</summary>
[Fact("identity.delegation-offered")]
public sealed record DelegationOffered(IReadOnlyList<string> Items, DateOnly Until);

/// <summary>How a delegation went on: accepted, declined or revoked.</summary>
[Fact("identity.delegation-changed")]
public sealed record DelegationChanged(string State);

/// <summary>Somebody began to act under a delegation, or left it.</summary>
[Fact("identity.delegation-used")]
public sealed record DelegationUsed(bool Begun);
