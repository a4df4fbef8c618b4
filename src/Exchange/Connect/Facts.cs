using Yiwang.Kernel.Journals;

namespace Yiwang.Exchange.Connect;

/// <summary>登记: a system was added to the register.</summary>
[Fact("exchange.system-registered")]
public sealed record SystemRegistered(string System, string Name, string Department);

/// <summary>接入: an operator said where a system takes messages, and which departments' items it decides.</summary>
[Fact("exchange.system-connected")]
public sealed record SystemConnected(string System, string Endpoint, IReadOnlyList<string> Departments);

/// <summary>A system's public key was registered.</summary>
[Fact("exchange.key-registered")]
public sealed record KeyRegistered(string System, string Kid);

/// <summary>A system's key was revoked; what it signed is not accepted any more.</summary>
[Fact("exchange.key-revoked")]
public sealed record KeyRevoked(string System, string Kid);

/// <summary>A system's client got a new secret for fetching materials.</summary>
[Fact("exchange.secret-renewed")]
public sealed record SecretRenewed(string System, string ClientId);

/// <summary>Sending to a system was paused or taken up again.</summary>
[Fact("exchange.system-paused")]
public sealed record SystemPaused(string System, bool Paused);
