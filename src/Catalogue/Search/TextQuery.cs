using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Yiwang.Catalogue.Search;

/// <summary>
/// A query's text as a query of the index. The weights say the order: the whole name, the words together, all of the words, most of
/// them. Each kind of evidence gives the share of the words that it has, rare ones more, times its weight.
/// </summary>
internal static class TextQuery
{
    private const float WholeName = 14, WholeResult = 9, Together = 6, ResultTogether = 3.5f, InName = 10, InResult = 5, InOther = 3.5f, NameCharacters = 3, Characters = 1.5f, WholeCode = 60, CodeBegins = 30;
    private const float OtherWords = 0.93f;

    /// <summary>Characters of a query that a document must have; for longer ones, about as many of them as of a question that say what it is about.</summary>
    private static int Needed(int characters) => characters <= 2 ? characters : characters <= 10 ? (int)Math.Ceiling(characters * 0.66) : characters / 2;

    /// <summary>Finds a text in the words given, the first being the query's own.</summary>
    internal static Query Of(IReadOnlyList<string> variants, string prefix, IndexReader reader)
    {
        var known = new Known(reader);
        var best = new DisjunctionMaxQuery(0.05f);
        for (var i = 0; i < variants.Count; i++)
        {
            var one = Variant(variants[i], prefix, known);
            one.Boost = i == 0 ? 1 : OtherWords;
            best.Add(one);
        }
        return best;
    }

    /// <summary>Finds a code, or codes that begin so.</summary>
    internal static Query? Code(string folded, string prefix)
    {
        var plain = ItemDocument.PlainCode(folded);
        if (plain.Length is < 4 or > 32 || plain.Length != Words.Whole(folded).Length || !plain.Any(char.IsAsciiDigit) && plain.Length > 8) return null;
        return new BooleanQuery(disableCoord: true)
        {
            { Fixed(new TermQuery(new(ItemDocument.Key, ItemDocument.Term(prefix, plain))), WholeCode), Occur.SHOULD },
            { Fixed(new PrefixQuery(new(ItemDocument.Key, ItemDocument.Term(prefix, plain))), CodeBegins), Occur.SHOULD },
        };
    }

    /// <summary>Finds these items, each with its own weight.</summary>
    internal static Query Items(IEnumerable<(string Code, float Weight)> items, string prefix)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var (code, weight) in items) query.Add(Fixed(new TermQuery(new(ItemDocument.Key, ItemDocument.Term(prefix, ItemDocument.PlainCode(code)))), weight), Occur.SHOULD);
        return query;
    }

    private static BooleanQuery Variant(string text, string prefix, Known known)
    {
        var query = new BooleanQuery(disableCoord: true);
        var pairs = Words.Pairs(text);
        var singles = Words.Singles(text);
        query.Add(Shares(ItemDocument.Character, singles, Characters, Needed(singles.Count)), Occur.MUST);
        query.Add(Fixed(new TermQuery(Term(ItemDocument.Whole, Words.Whole(text))), WholeName), Occur.SHOULD);
        query.Add(Fixed(new TermQuery(Term(ItemDocument.ResultWhole, Words.Whole(text))), WholeResult), Occur.SHOULD);
        var distinct = pairs.Select(p => p.Text).Distinct(StringComparer.Ordinal).ToList();
        // Of several characters at least two must stand side by side somewhere: else any long text would do.
        var beside = new BooleanQuery(disableCoord: true)
        {
            { Shares(ItemDocument.Name, distinct, InName, 0), Occur.SHOULD },
            { Shares(ItemDocument.Result, distinct, InResult, 0), Occur.SHOULD },
            { Shares(ItemDocument.Other, distinct, InOther, 0), Occur.SHOULD },
        };
        if (singles.Count > 2) query.Add(beside, Occur.MUST);
        else query.Add(beside, Occur.SHOULD);
        query.Add(Shares(ItemDocument.NameCharacter, singles, NameCharacters, 0), Occur.SHOULD);
        AddTogether(ItemDocument.Name, Together);
        AddTogether(ItemDocument.Result, ResultTogether);
        return query;

        Term Term(string field, string word) => new(field, ItemDocument.Term(prefix, word));

        BooleanQuery Shares(string field, List<string> words, float weight, int needed)
        {
            var shares = new BooleanQuery(disableCoord: true) { MinimumNumberShouldMatch = needed };
            var terms = words.ConvertAll(word => known.Of(Term(field, word)));
            var all = terms.Sum(t => t.Rarity);
            foreach (var term in terms.Where(t => t.Documents > 0)) shares.Add(Fixed(term.Query, weight * term.Rarity / all), Occur.SHOULD);
            return shares;
        }

        void AddTogether(string field, float weight)
        {
            var terms = pairs.ConvertAll(pair => known.Of(Term(field, pair.Text)));
            if (terms.Count == 0 || terms.Exists(t => t.Documents == 0)) return;
            if (terms.Count == 1) query.Add(Fixed(terms[0].Query, weight), Occur.SHOULD);
            else
            {
                var phrase = new PhraseQuery();
                for (var i = 0; i < terms.Count; i++) phrase.Add(terms[i].Query.Term, pairs[i].Position);
                query.Add(Fixed(phrase, weight), Occur.SHOULD);
            }
        }
    }

    private static ConstantScoreQuery Fixed(Query query, float weight) => new(query) { Boost = weight };

    /// <summary>The terms of one search, each looked up once, however many variants and fields ask for it.</summary>
    private sealed class Known(IndexReader reader)
    {
        private readonly Dictionary<Term, KnownTerm> _terms = [];

        internal KnownTerm Of(Term term)
        {
            if (_terms.TryGetValue(term, out var known)) return known;
            var context = TermContext.Build(reader.Context, term);
            return _terms[term] = new(new TermQuery(term, context), context.DocFreq, 1 + MathF.Log((1000f + reader.MaxDoc) / (1 + context.DocFreq)));
        }
    }

    /// <summary>A term, how many documents have it, and how much it says.</summary>
    private sealed record KnownTerm(TermQuery Query, int Documents, float Rarity);
}
