namespace Yiwang.Kernel.Identifiers;

/// <summary>The check characters of the standards.</summary>
internal static class CheckDigits
{
    private const string Mod112 = "10X98765432";
    private const string Mod31 = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] ResidentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] CreditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>GB 11643-1999 (ISO 7064 MOD 11-2) over 17 digits.</summary>
    internal static char Resident(ReadOnlySpan<char> first17)
    {
        var sum = 0;
        for (var i = 0; i < ResidentWeights.Length; i++) sum += (first17[i] - '0') * ResidentWeights[i];
        return Mod112[sum % 11];
    }

    /// <summary>The value of a character in the alphabet of GB 32100-2015, which lacks I, O, S, V and Z; -1 for others.</summary>
    internal static int CreditValue(char c) => Mod31.IndexOf(c, StringComparison.Ordinal);

    /// <summary>GB 32100-2015 (MOD 31) over 17 characters of its alphabet.</summary>
    internal static char Credit(ReadOnlySpan<char> first17)
    {
        var sum = 0;
        for (var i = 0; i < CreditWeights.Length; i++) sum += CreditValue(first17[i]) * CreditWeights[i];
        return Mod31[(31 - sum % 31) % 31];
    }

    /// <summary>GB 11714-1997 over the 8 characters of an organisation code.</summary>
    internal static char Organisation(ReadOnlySpan<char> first8)
    {
        var sum = 0;
        for (var i = 0; i < OrganisationWeights.Length; i++) sum += AlphanumericValue(first8[i]) * OrganisationWeights[i];
        return (11 - sum % 11) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
    }

    /// <summary>
    /// ISO 7064 MOD 37,36 over digits and capital letters: finds every single wrong character and nearly every swap of neighbours
    /// (of 45,360 pairs of state and swap it misses 72).
    /// </summary>
    internal static char Alphanumeric(ReadOnlySpan<char> text)
    {
        var product = 36;
        foreach (var c in text)
        {
            product = (product + AlphanumericValue(c)) % 36;
            if (product == 0) product = 36;
            product = product * 2 % 37;
        }
        var check = (37 - product) % 36;
        return (char)(check < 10 ? '0' + check : 'A' + check - 10);
    }

    private static int AlphanumericValue(char c) => c <= '9' ? c - '0' : c - 'A' + 10;
}
