namespace Yiwang.Identity;

/// <summary>The addresses of this room's pages.</summary>
public static class IdentityRoutes
{
    /// <summary>The sign-in page; takes <c>next</c>, a local address.</summary>
    public const string SignIn = "/sign-in";

    /// <summary>Where the sign-out button posts.</summary>
    public const string SignOut = "/sign-out";

    /// <summary>Shown to somebody who is signed in but may not do this.</summary>
    public const string Denied = "/denied";
}
