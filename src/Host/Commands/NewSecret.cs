using System.Security.Cryptography;

namespace Yiwang.Host.Commands;

/// <summary>Passwords and client secrets that nobody has to think up.</summary>
internal static class NewSecret
{
    // Without characters that are taken for one another when read aloud or typed from paper.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";
    private const string All = Letters + "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    /// <summary>Twenty characters, some 115 bits, among them a small letter and a digit, as passwords need.</summary>
    internal static string Make() => RandomNumberGenerator.GetString(All, 18) + RandomNumberGenerator.GetString(Letters, 1) + RandomNumberGenerator.GetString("23456789", 1);
}
