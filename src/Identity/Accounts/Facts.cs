using Yiwang.Kernel.Journals;

namespace Yiwang.Identity.Accounts;

/// <summary>An administrator added an account (开户).</summary>
[Fact("identity.account-added")]
public sealed record AccountAdded(string Kind, string Region, string? Department, string Posts);

/// <summary>An administrator locked an account, or unlocked it.</summary>
[Fact("identity.account-locked")]
public sealed record AccountLocked(bool Locked);

/// <summary>An administrator registered a client system.</summary>
[Fact("identity.client-added")]
public sealed record ClientAdded(string Client, string Scope);

/// <summary>An administrator removed a client system: it gets no new token.</summary>
[Fact("identity.client-removed")]
public sealed record ClientRemoved(string Client);
