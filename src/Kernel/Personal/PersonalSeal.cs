using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace Yiwang.Kernel.Personal;

/// <summary>
/// Seals personal data (个人信息) before it goes into the database, and opens it again: 个人信息保护法 51 (3) asks for encryption.
/// SM4 (GB/T 32907) in GCM; for look-up a keyed hash, HMAC with SM3 (GB/T 32905). Whoever has the database but not the key reads nothing.
/// </summary>
public sealed class PersonalSeal
{
    /// <summary>Bytes of a key from which those of the cipher and of the hash are derived.</summary>
    internal const int KeyLength = 32;

    /// <summary>Characters of what <see cref="LookUp"/> answers.</summary>
    public const int LookUpLength = 43;

    private const string Mark = "sm4.";
    private const int NonceLength = 12;
    private const int TagBits = 128;
    private readonly Dictionary<string, KeyParameter> _ciphers = new(StringComparer.Ordinal);
    private readonly KeyParameter _hash;

    /// <summary>Takes the keys in the order in which they came into use: the newest seals, each opens, the first makes the look-up hash.</summary>
    internal PersonalSeal(IReadOnlyList<byte[]> keys)
    {
        foreach (var key in keys)
        {
            Newest = Convert.ToHexStringLower(Derive(key, "name"))[..8];
            _ciphers[Newest] = new KeyParameter(Derive(key, "cipher"), 0, 16);
        }
        _hash = new KeyParameter(Derive(keys[0], "look-up"));
    }

    /// <summary>The names of all keys. A name tells nothing about its key.</summary>
    internal IReadOnlyCollection<string> Keys => _ciphers.Keys;

    /// <summary>The name of the key that seals.</summary>
    internal string Newest { get; } = "";

    /// <summary>Seals a text, differently each time. The empty text stays as it is.</summary>
    public string Seal(string text)
    {
        if (text.Length == 0) return text;
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedBytes = new byte[NonceLength + plain.Length + TagBits / 8];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceLength));
        var cipher = Cipher(encrypt: true, _ciphers[Newest], sealedBytes.AsSpan(0, NonceLength));
        var written = cipher.ProcessBytes(plain, 0, plain.Length, sealedBytes, NonceLength);
        cipher.DoFinal(sealedBytes, NonceLength + written);
        return $"{Mark}{Newest}.{Base64Url.EncodeToString(sealedBytes)}";
    }

    /// <summary>Opens what <see cref="Seal"/> made.</summary>
    /// <exception cref="CryptographicException">It was not sealed, was altered, or its key is not there.</exception>
    public string Open(string text)
    {
        if (text.Length == 0) return text;
        var parts = text.Split('.');
        if (parts.Length != 3 || !text.StartsWith(Mark, StringComparison.Ordinal)) throw new CryptographicException("What should be sealed personal data is not sealed.");
        if (!_ciphers.TryGetValue(parts[1], out var key)) throw new CryptographicException($"The key {parts[1]} of this personal data is not there.");
        try
        {
            var sealedBytes = Base64Url.DecodeFromChars(parts[2]);
            var cipher = Cipher(encrypt: false, key, sealedBytes.AsSpan(0, NonceLength));
            var plain = new byte[sealedBytes.Length - NonceLength - TagBits / 8];
            var written = cipher.ProcessBytes(sealedBytes, NonceLength, sealedBytes.Length - NonceLength, plain, 0);
            cipher.DoFinal(plain, written);
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception exception) when (exception is InvalidCipherTextException or FormatException or ArgumentException or OverflowException)
        {
            throw new CryptographicException("Sealed personal data was altered.", exception);
        }
    }

    /// <summary>What stands for a number in an index: always the same for the same number, and of no use without the key.</summary>
    public string LookUp(string number) => Base64Url.EncodeToString(Hash(_hash, number));

    private static GcmBlockCipher Cipher(bool encrypt, KeyParameter key, ReadOnlySpan<byte> nonce)
    {
        var cipher = new GcmBlockCipher(new SM4Engine());
        cipher.Init(encrypt, new AeadParameters(key, TagBits, nonce.ToArray()));
        return cipher;
    }

    private static byte[] Derive(byte[] key, string purpose) => Hash(new KeyParameter(key), $"yiwang personal data, {purpose}");

    private static byte[] Hash(KeyParameter key, string text)
    {
        var mac = new HMac(new SM3Digest());
        mac.Init(key);
        var bytes = Encoding.UTF8.GetBytes(text);
        mac.BlockUpdate(bytes, 0, bytes.Length);
        var hash = new byte[mac.GetMacSize()];
        mac.DoFinal(hash, 0);
        return hash;
    }
}
