using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Search;

/// <summary>Completes what is being typed: names of items, words of the synonym groups, themes; in characters, in letters, by initials.</summary>
internal static class Suggestions
{
    private const int MostTyped = 40;
    private const int MostWords = 3;

    internal static IReadOnlyList<Suggestion> Of(Snapshot snapshot, SearchWords words, string text, RegionCode region, int count)
    {
        var typed = Words.Whole(Words.Fold(text, MostTyped));
        if (typed.Length == 0) return [];
        var at = region.Value.Length > 0 ? snapshot.Numbers.Find(region.Value) : -1;
        if (region.Value.Length > 0 && at < 0) return [];
        var found = Names(alike: false);
        if (found.Count == 0 && typed.Length >= 3) found = Names(alike: true);
        // Whoever typed a word in full needs it no more; and many ways to say one thing must not push its items out.
        found.AddRange(words.Spelled.Concat(snapshot.Themes).Distinct(StringComparer.Ordinal).Where(word => word != typed)
            .Select(word => (Rank: Rank(typed, word, alike: false) + 0.5, Suggestion: new Suggestion(word, null))).Where(f => f.Rank > 1)
            .OrderByDescending(f => f.Rank).ThenBy(f => f.Suggestion.Text, StringComparer.Ordinal).Take(MostWords));
        return [.. found.OrderByDescending(f => f.Rank).ThenBy(f => f.Suggestion.Text, StringComparer.Ordinal).ThenBy(f => f.Suggestion.Item?.Value, StringComparer.Ordinal)
            .Select(f => f.Suggestion).DistinctBy(s => s.Text, StringComparer.Ordinal).Take(count)];

        List<(double Rank, Suggestion Suggestion)> Names(bool alike)
        {
            var names = new List<(double, Suggestion)>();
            foreach (var lead in snapshot.Leads)
            {
                if (at >= 0 && !lead.OfferedIn.AsSpan().Contains(at)) continue;
                var rank = Math.Max(Rank(typed, lead.Whole, alike), Rank(typed, lead.Result, alike) - 1);
                if (rank > 0) names.Add((rank + Math.Log(1 + lead.Popularity) * 0.12, new(lead.Name, lead.Code)));
            }
            return names;
        }
    }

    /// <summary>How well a text completes what is typed: from its beginning best; a short one better than a long one.</summary>
    private static double Rank(string typed, string text, bool alike)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var end = Pinyin.Fit(typed, text, at, alike);
            if (end > 0) return (at == 0 ? 4 : 2) + (double)(end - at) / text.Length;
        }
        return 0;
    }
}
