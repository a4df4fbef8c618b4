namespace Yiwang.Catalogue.Search;

/// <summary>Synonyms (同义词) and fillers (忽略词), as a query is read with them.</summary>
internal sealed class SearchWords
{
    private const int MostVariants = 10;
    private readonly List<(string Word, string[] Others)> _synonyms;
    private readonly string[] _fillers;

    internal SearchWords(IEnumerable<IReadOnlyList<string>> synonyms, IEnumerable<string> fillers)
    {
        var others = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var group in synonyms)
        {
            var words = group.Select(w => Words.Whole(Words.Fold(w))).Where(w => w.Length > 0).ToList();
            foreach (var word in words)
            {
                if (!others.TryGetValue(word, out var known)) others[word] = known = new(StringComparer.Ordinal);
                known.UnionWith(words.Where(w => w != word));
            }
        }
        _synonyms = [.. others.OrderByDescending(o => o.Key.Length).ThenBy(o => o.Key, StringComparer.Ordinal).Select(o => (o.Key, o.Value.ToArray()))];
        _fillers = [.. fillers.Select(f => Words.Whole(Words.Fold(f))).Where(f => f.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(f => f.Length)];
        Spelled = [.. _synonyms.Select(s => s.Word)];
    }

    internal static SearchWords None { get; } = new([], []);

    /// <summary>All words of the groups, to be suggested and found by their spelling.</summary>
    internal IReadOnlyList<string> Spelled { get; }

    /// <summary>The query without what says nothing; the query itself when nothing else would be left.</summary>
    internal string WithoutFillers(string folded)
    {
        var left = folded;
        foreach (var filler in _fillers)
        {
            for (var at = left.IndexOf(filler, StringComparison.Ordinal); at >= 0; at = left.IndexOf(filler, at + 1, StringComparison.Ordinal))
            {
                // A word that stands in the groups keeps its characters: 结婚证 does not lose anything to a filler inside it.
                // A single character is only left out at an edge, such as 吗: inside, it belongs to its neighbours.
                if (filler.Length == 1 && at > 0 && left[at - 1] != ' ' && at + 1 < left.Length && left[at + 1] != ' ') continue;
                if (!Covered(left, at, filler.Length)) left = string.Concat(left.AsSpan(0, at), " ", left.AsSpan(at + filler.Length));
            }
        }
        left = string.Join(' ', left.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return left.Length > 0 ? left : folded;
    }

    /// <summary>The query in other words, the query itself first.</summary>
    internal List<string> Variants(string folded)
    {
        var variants = new List<string> { folded };
        for (var i = 0; i < variants.Count && variants.Count < MostVariants; i++)
        {
            var text = variants[i];
            var taken = new bool[text.Length];
            foreach (var (word, others) in _synonyms)
            {
                var at = text.IndexOf(word, StringComparison.Ordinal);
                if (at < 0 || taken.AsSpan(at, word.Length).Contains(true)) continue;
                taken.AsSpan(at, word.Length).Fill(true);
                foreach (var other in others)
                {
                    if (text.Contains(other, StringComparison.Ordinal) && other.Contains(word, StringComparison.Ordinal)) continue;
                    var variant = string.Concat(text.AsSpan(0, at), other, text.AsSpan(at + word.Length));
                    if (variants.Count < MostVariants && !variants.Contains(variant, StringComparer.Ordinal)) variants.Add(variant);
                }
            }
            // What was replaced is not replaced again, but two words of one query may both be.
            if (i > 0 && variants.Count > MostVariants / 2) break;
        }
        return variants;
    }

    private bool Covered(string text, int at, int length)
    {
        foreach (var (word, _) in _synonyms)
        {
            if (word.Length <= length) return false;
            for (var start = text.IndexOf(word, StringComparison.Ordinal); start >= 0 && start <= at; start = text.IndexOf(word, start + 1, StringComparison.Ordinal))
            {
                if (start + word.Length >= at + length) return true;
            }
        }
        return false;
    }
}
