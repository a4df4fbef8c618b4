using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Yiwang.Acceptance.Cases;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.HandOver;

/// <summary>取件码: six digits that only the applicant sees, by which a result is collected at the counter, by the applicant or by whom the applicant sends.</summary>
internal sealed class CollectCode(PersonalSeal seal)
{
    /// <summary>Whether a code is the one of a case, or of the bundle that it is part of.</summary>
    internal bool Fits(string code, Case found) => code == Of(found.Number) || (found.Bundle is { } bundle && code == Of(bundle));

    /// <summary>The code of a case or bundle: always the same, and not to be worked out without the platform's key.</summary>
    internal string Of(CaseNumber number)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(seal.LookUp($"collect:{number.Value}")));
        return (BitConverter.ToUInt32(digest, 0) % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
