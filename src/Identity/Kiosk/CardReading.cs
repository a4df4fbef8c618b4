using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Yiwang.Identity.Kiosk;

/// <summary>What an identity card reader (身份证阅读器) says of the card before it. It is signed by the reader, or everybody could say so.</summary>
/// <param name="Name">The name on the card.</param>
/// <param name="IdNumber">The citizen's number (GB 11643).</param>
/// <param name="At">When it was read, in seconds since 1970 (UTC).</param>
/// <param name="Nonce">Never the same twice.</param>
/// <param name="Signature">The hex HMAC-SHA256 of the other four, joined by line feeds, under the readers' key.</param>
public sealed record CardReading(string Name, string IdNumber, long At, string Nonce, string Signature)
{
    /// <summary>A reading as a reader with this key would say it.</summary>
    public static CardReading Sign(string key, string name, string idNumber, DateTimeOffset at, string nonce)
    {
        var reading = new CardReading(name, idNumber, at.ToUnixTimeSeconds(), nonce, "");
        return reading with { Signature = reading.Expected(key) };
    }

    internal bool IsSignedBy(string key) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Expected(key)), Encoding.ASCII.GetBytes(Signature));

    private string Expected(string key) => Convert.ToHexStringLower(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(string.Join('\n', Name, IdNumber, At.ToString(CultureInfo.InvariantCulture), Nonce))));
}
