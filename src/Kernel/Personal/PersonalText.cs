using System.Text.RegularExpressions;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Pages;

namespace Yiwang.Kernel.Personal;

/// <summary>
/// Free text (理由、意见) on its way into the journal, which is never changed: numbers that tell who somebody is are hidden
/// (个人信息保护法 6: no more than needed). The whole text stays sealed beside the case.
/// </summary>
public static partial class PersonalText
{
    /// <summary>The text with identity numbers and phones hidden in their middle.</summary>
    public static string Hide(string text)
    {
        var without = IdNumber().Replace(text, match => ResidentId.TryRead(match.Value, out _, out _) ? Show.Masked(match.Value) : match.Value);
        return Mobile().Replace(without, match => Show.MaskedPhone(match.Value));
    }

    [GeneratedRegex(@"(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])", RegexOptions.None, 1000)]
    private static partial Regex IdNumber();

    [GeneratedRegex(@"(?<![0-9])1[3-9][0-9]{9}(?![0-9])", RegexOptions.None, 1000)]
    private static partial Regex Mobile();
}
