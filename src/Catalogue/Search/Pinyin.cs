namespace Yiwang.Catalogue.Search;

/// <summary>Readings of Chinese characters (拼音), and how what is typed in letters fits them.</summary>
internal static class Pinyin
{
    private const int NotAtAll = -1;
    private static readonly Dictionary<char, string[]> Readings = Load();

    /// <summary>The readings of a character without tones, the most frequent first; of a letter or digit, itself.</summary>
    internal static string[] Of(char character) => Readings.TryGetValue(character, out var readings) ? readings : [character.ToString()];

    /// <summary>The usual reading of a text, written together.</summary>
    internal static string Spell(string text) => string.Concat(text.Where(c => c != ' ').Select(c => Of(c)[0]));

    /// <summary>
    /// Whether what is typed fits the characters from one of them on: letters each begin a character's reading or go on with it
    /// (<c>getigsh</c> fits 个体工商户), Chinese characters fit themselves or, if so asked, what is read alike. The end, or -1.
    /// </summary>
    internal static int Fit(ReadOnlySpan<char> typed, ReadOnlySpan<char> characters, int at, bool alike = false)
    {
        if (typed.IsEmpty) return at;
        if (at >= characters.Length) return NotAtAll;
        var here = characters[at];
        if (typed[0] == here) return Fit(typed[1..], characters, at + 1, alike);
        if (Words.IsHan(typed[0])) return alike && Words.IsHan(here) && Of(here).Contains(Of(typed[0])[0], StringComparer.Ordinal) ? Fit(typed[1..], characters, at + 1, alike) : NotAtAll;
        if (!Words.IsHan(here)) return NotAtAll;
        foreach (var reading in Of(here))
        {
            var common = typed.CommonPrefixLength(reading);
            for (var used = common; used > 0; used--)
            {
                // A reading is typed in full, by its initial (z, zh), or broken off where the typing ends.
                if (used != reading.Length && used != typed.Length && used != 1 && !(used == 2 && reading[1] == 'h')) continue;
                var end = Fit(typed[used..], characters, at + 1, alike);
                if (end != NotAtAll) return end;
            }
        }
        return NotAtAll;
    }

    /// <summary>Whether the letters stand in the spelling with at most one typed wrong, left out or too many (Wu and Manber 1992).</summary>
    internal static bool Nearly(ReadOnlySpan<char> letters, string spelling)
    {
        if (letters.Length is < 5 or > 63) return false;
        Span<ulong> masks = stackalloc ulong[26];
        masks.Clear();
        for (var i = 0; i < letters.Length; i++)
        {
            if (!char.IsAsciiLetterLower(letters[i])) return false;
            masks[letters[i] - 'a'] |= 1UL << i;
        }
        var goal = 1UL << (letters.Length - 1);
        ulong exact = 0, oneOff = 1;
        foreach (var letter in spelling)
        {
            var mask = char.IsAsciiLetterLower(letter) ? masks[letter - 'a'] : 0;
            var before = exact;
            exact = ((exact << 1) | 1) & mask;
            oneOff = (((oneOff << 1) | 1) & mask) | before | (before << 1) | (exact << 1) | 1;
            if ((oneOff & goal) != 0) return true;
        }
        return false;
    }

    private static Dictionary<char, string[]> Load()
    {
        using var stream = typeof(Pinyin).Assembly.GetManifestResourceStream("Yiwang.Catalogue.Search.pinyin.txt") ?? throw new InvalidOperationException("pinyin.txt is missing from the build.");
        using var reader = new StreamReader(stream);
        var readings = new Dictionary<char, string[]>(7000);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 1 && line[0] != '#') readings[line[0]] = line[1..].Split(' ');
        }
        return readings;
    }
}
