using Microsoft.AspNetCore.Http;

namespace Yiwang.Kernel.Actors;

/// <summary>The actor of this scope: of the request's principal, or the platform itself where there is no request.</summary>
public sealed class CurrentActor(IHttpContextAccessor accessor)
{
    private static readonly Actor Visitor = new("visitor", "anonymous", "访客");
    private Actor? _actor;

    /// <summary>Who acts. A visitor who has not signed in is <c>visitor:anonymous</c>.</summary>
    public Actor Actor => _actor ??= accessor.HttpContext is { } http ? Actor.From(http.User) ?? Visitor : Actor.Platform;

    /// <summary>Whether somebody has signed in.</summary>
    public bool IsSignedIn => !ReferenceEquals(Actor, Visitor);

    /// <summary>Names another actor for the rest of this scope, as when a signed message has proven its sender.</summary>
    public void Become(Actor actor) => _actor = actor;
}
