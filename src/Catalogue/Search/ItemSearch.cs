using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.Extensions.Caching.Memory;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Search;

/// <summary>One search: reads the words, finds, counts, and looks for what was meant when the words are not there.</summary>
internal sealed class ItemSearch(Snapshot snapshot, SearchWords words)
{
    private const int MostFacets = 200;
    private const int MostSpelled = 200;

    internal FoundItems Find(ItemQuery query, SortKey? after, int size)
    {
        var folded = Words.Fold(query.Text, Words.QueryMaxLength);
        var text = folded.Length == 0 ? "" : words.WithoutFillers(folded);
        var reading = Read(text, ItemDocument.Prefix(query.Region));
        var hits = Collect(reading.Query, query, reading, after, size);
        var total = hits.Total;
        var best = hits.Best();
        var elsewhere = query.Region.Value.Length == 0 ? hits.Regions : Elsewhere(text, query, reading);
        var page = best.Select(b => ItemIndex.Card(snapshot, b.Doc)).ToList();
        var next = hits.Left > page.Count && best.Count > 0 ? Cursor.Write(best[^1].Key) : null;
        var meant = text.Length > 1 && page.Count > 0 ? Meant(text, page[0].Name) : null;
        return new(page, next, total, Facets(hits, elsewhere), meant);
    }

    /// <summary>How many items of each region fit. Whoever asks in another county for the same gets what was counted.</summary>
    private int[] Elsewhere(string text, ItemQuery query, Reading reading) =>
        snapshot.Found.GetOrCreate((words, text, query with { Region = default, Text = null }), entry =>
        {
            entry.Size = 1;
            return Collect(Read(text, ItemDocument.City, reading).Query, query, reading, null, 0).Regions;
        })!;

    /// <summary>The codes of everything that a text finds.</summary>
    internal HashSet<string> Codes(string typed, RegionCode region)
    {
        var folded = Words.Fold(typed, Words.QueryMaxLength);
        var codes = new CodeCollector(snapshot);
        snapshot.Searcher.Search(Read(folded.Length == 0 ? "" : words.WithoutFillers(folded), ItemDocument.Prefix(region)).Query, codes);
        return codes.Found;
    }

    private Hits Collect(Query found, ItemQuery query, Reading reading, SortKey? after, int size)
    {
        var hits = new Hits(snapshot, query, reading.Length, reading.Ranked, after, size);
        snapshot.Searcher.Search(found, hits);
        return hits;
    }

    /// <summary>Reads a text as a query of one list. What was read of the letters holds for every list.</summary>
    private Reading Read(string text, string prefix, Reading? before = null)
    {
        if (text.Length == 0) return new(new TermQuery(new Term(ItemDocument.Scope, prefix)), [], 0, Ranked: false);
        var whole = Words.Whole(text);
        var latin = whole.All(char.IsAsciiLetterOrDigit);
        var spelled = before?.Spelled ?? Spelled(text, whole, latin);
        var query = new BooleanQuery(disableCoord: true) { { TextQuery.Of(Variants(text, whole, latin), prefix, snapshot.Reader), Occur.SHOULD } };
        if (latin && TextQuery.Code(text, prefix) is { } code) query.Add(code, Occur.SHOULD);
        if (spelled.Count > 0) query.Add(TextQuery.Items(spelled, prefix), Occur.SHOULD);
        return new(query, spelled, whole.Length, Ranked: true);
    }

    private List<(string, float)> Spelled(string text, string whole, bool latin) => snapshot.Found.GetOrCreate((words, text), entry =>
    {
        entry.Size = 1;
        return latin ? BySpelling(whole) : AlikeIn(text);
    })!;

    private List<string> Variants(string text, string whole, bool latin)
    {
        var variants = words.Variants(text);
        if (!latin || whole.Length < 3) return variants;
        // A word of the groups in letters, such as yingyezhizhao or yyzz.
        foreach (var word in words.Spelled.Where(w => Words.IsHan(w[0]) && Pinyin.Fit(whole, w, 0) == w.Length).Take(3))
        {
            variants.AddRange(words.Variants(word).Take(4).Except(variants, StringComparer.Ordinal));
        }
        return variants;
    }

    /// <summary>Items whose name, or result's name, is typed in letters; if there are none, those typed with one letter wrong.</summary>
    private List<(string, float)> BySpelling(string letters)
    {
        if (letters.Length is < 2 or > 60 || !letters.Any(char.IsAsciiLetter)) return [];
        var found = new List<(string Code, float Weight)>();
        foreach (var lead in snapshot.Leads)
        {
            var weight = Math.Max(Fits(letters, lead.Whole, 12), Fits(letters, lead.Result, 7));
            if (weight > 0) found.Add((lead.Code.Value, weight));
        }
        if (found.Count == 0)
        {
            foreach (var lead in snapshot.Leads.Where(lead => Pinyin.Nearly(letters, lead.Spelling)))
            {
                // The beginning of a name says more than its middle.
                var begins = Pinyin.Nearly(letters, lead.Spelling[..Math.Min(lead.Spelling.Length, letters.Length + 1)]) ? 2f : 0;
                found.Add((lead.Code.Value, 8 + begins));
            }
        }
        return Most(found);
    }

    /// <summary>Items in whose name stands what is read like the text: 居住正 for 居住证. Only where the text itself stands in no name.</summary>
    private List<(string, float)> AlikeIn(string text)
    {
        var whole = Words.Whole(text);
        if (whole.Length is < 2 or > 30 || Array.Exists(snapshot.Leads, lead => lead.Whole.Contains(whole, StringComparison.Ordinal))) return [];
        if (words.Variants(text).Count > 1) return [];
        return Most([.. snapshot.Leads.Select(lead => (lead.Code.Value, Weight: Fits(whole, lead.Whole, 9, alike: true))).Where(f => f.Weight > 0)]);
    }

    private static List<(string, float)> Most(List<(string Code, float Weight)> found) =>
        [.. found.OrderByDescending(f => f.Weight).ThenBy(f => f.Code, StringComparer.Ordinal).Take(MostSpelled)];

    private static float Fits(string typed, string name, float weight, bool alike = false)
    {
        for (var at = 0; at < name.Length; at++)
        {
            var end = Pinyin.Fit(typed, name, at, alike);
            if (end > 0) return weight + (at == 0 ? 2 : 0) + 4f * (end - at) / name.Length;
        }
        return 0;
    }

    /// <summary>The part of the best item's name that is read like the text, or nearly, but written otherwise.</summary>
    private static string? Meant(string text, string name)
    {
        var typed = Words.Whole(text);
        var whole = Words.Whole(Words.Fold(name));
        if (whole.Contains(typed, StringComparison.Ordinal) || typed.Length > 40) return null;
        var han = typed.Any(Words.IsHan);
        for (var at = 0; han && at < whole.Length; at++)
        {
            var end = Pinyin.Fit(typed, whole, at, alike: true);
            if (end > 0) return whole[at..end];
        }
        return !han && Pinyin.Fit(typed, whole, 0) < 0 && Pinyin.Nearly(typed, Pinyin.Spell(whole)) ? name : null;
    }

    private ItemFacets Facets(Hits hits, int[] elsewhere)
    {
        return new(Of(elsewhere), Of(hits.Departments), Of(hits.Categories),
            [.. new FacetValue[] { new(ItemQuery.Person, hits.Persons), new(ItemQuery.Company, hits.Companies) }.Where(v => v.Count > 0)], Of(hits.Depths));

        IReadOnlyList<FacetValue> Of(int[] counts) =>
            [.. FacetValue.Ordered(counts.Select((count, i) => (count, i)).Where(c => c.count > 0).Select(c => new FacetValue(snapshot.Values[c.i], c.count))).Take(MostFacets)];
    }

    private sealed record Reading(Query Query, List<(string, float)> Spelled, int Length, bool Ranked);
}
