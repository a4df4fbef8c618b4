using System.Globalization;
using System.Text;

namespace Yiwang.Catalogue.Search;

/// <summary>How text becomes terms: width folded, lower case, runs of Chinese characters as overlapping pairs and single characters, Latin words whole.</summary>
internal static class Words
{
    /// <summary>More of a query than this is not read: nobody types it, and it must not cost more.</summary>
    internal const int QueryMaxLength = 100;

    /// <summary>Lower case, width folded (NFKC), everything but letters and digits as one space.</summary>
    internal static string Fold(string? text, int most = int.MaxValue)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        // Twice the length: what folds away does not use up the query. Half a surrogate pair would not normalise.
        var cut = most < int.MaxValue / 2 && text.Length > most * 2 ? text[..(most * 2)] : text;
        var folded = new StringBuilder(cut.Length);
        foreach (var rune in cut.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar) folded.Append(' ');
            else folded.Append(rune.ToString());
        }
        var clean = new StringBuilder(folded.Length);
        foreach (var rune in folded.ToString().Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (clean.Length >= most) break;
            if (Rune.IsLetterOrDigit(rune)) clean.Append(Rune.ToLower(rune, CultureInfo.InvariantCulture).ToString());
            else if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
        }
        return clean.ToString().TrimEnd();
    }

    /// <summary>The text with no spaces, for comparing whole names.</summary>
    internal static string Whole(string folded) => folded.Replace(" ", "", StringComparison.Ordinal);

    internal static bool IsHan(char character) => character is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';

    /// <summary>Pairs of neighbouring Chinese characters, Latin words, and characters that stand alone, each with its position.</summary>
    internal static List<Term> Pairs(string folded)
    {
        var terms = new List<Term>();
        var position = 0;
        foreach (var (run, han) in Runs(folded))
        {
            if (!han || run.Length == 1) terms.Add(new(run, position++));
            else
            {
                for (var i = 0; i + 1 < run.Length; i++) terms.Add(new(run.Substring(i, 2), position++));
            }
            position++;
        }
        return terms;
    }

    /// <summary>Single Chinese characters and Latin words, each once.</summary>
    internal static List<string> Singles(string folded)
    {
        var singles = new List<string>();
        foreach (var (run, han) in Runs(folded))
        {
            if (han) singles.AddRange(run.Select(c => c.ToString()));
            else singles.Add(run);
        }
        return [.. singles.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<(string Run, bool Han)> Runs(string folded)
    {
        for (var start = 0; start < folded.Length;)
        {
            if (folded[start] == ' ')
            {
                start++;
                continue;
            }
            var han = IsHan(folded[start]);
            var end = start + 1;
            while (end < folded.Length && folded[end] != ' ' && IsHan(folded[end]) == han) end++;
            yield return (folded[start..end], han);
            start = end;
        }
    }

    /// <summary>A term and where it stands.</summary>
    internal readonly record struct Term(string Text, int Position);
}
