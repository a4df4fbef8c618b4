namespace DepartmentSystems.Decide;

/// <summary>Unified social credit codes with their check digits (GB 32100, GB 11714). Made up, for the sample only.</summary>
public static class CreditCodes
{
    private const string Digits = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const string BodyDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] BodyWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <param name="kind">Registering body and kind, such as 92.</param>
    /// <param name="region">Six digits.</param>
    /// <param name="number">Which one it is.</param>
    public static string Make(string kind, string region, int number)
    {
        var body = $"MA{number:000000}";
        var code = $"{kind}{region}{body}{BodyCheck(body)}";
        var sum = code.Select((c, i) => Digits.IndexOf(c, StringComparison.Ordinal) * Weights[i]).Sum();
        return code + Digits[(31 - (sum % 31)) % 31];
    }

    private static char BodyCheck(string body)
    {
        var check = 11 - (body.Select((c, i) => BodyDigits.IndexOf(c, StringComparison.Ordinal) * BodyWeights[i]).Sum() % 11);
        return check switch { 10 => 'X', 11 => '0', _ => (char)('0' + check) };
    }
}
