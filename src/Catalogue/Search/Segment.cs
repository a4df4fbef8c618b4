using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Search;

/// <summary>Numbers for values, the same in all segments as long as the index is open.</summary>
internal sealed class ValueNumbers
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _values = [];
    private readonly Lock _adding = new();

    internal int Of(string value)
    {
        if (_numbers.TryGetValue(value, out var number)) return number;
        lock (_adding)
        {
            if (_numbers.TryGetValue(value, out number)) return number;
            _values.Add(value);
            return _numbers[value] = _values.Count - 1;
        }
    }

    /// <summary>The number of a value that some document has; -1 for others.</summary>
    internal int Find(string value) => _numbers.TryGetValue(value, out var number) ? number : -1;

    internal string[] Copy()
    {
        lock (_adding) return [.. _values];
    }
}

/// <summary>The values of a segment's documents in memory, by which hits are filtered, counted and sorted. A segment never changes but for deletions.</summary>
internal sealed class Segment
{
    internal Segment(AtomicReader reader, ValueNumbers numbers)
    {
        Size = reader.MaxDoc;
        (Codes, Regions) = (Texts(ItemDocument.CodeValue), Texts(ItemDocument.RegionValue));
        RegionNumbers = [.. Regions.Select(numbers.Of)];
        (Categories, Departments, Depths) = (Numbers(ItemDocument.CategoryValue), Numbers(ItemDocument.DepartmentValue), Numbers(ItemDocument.DepthValue));
        (Popularity, Flags, Visits, Lengths) = (Integers(ItemDocument.Popularity), Integers(ItemDocument.Flags), Integers(ItemDocument.Visits), Integers(ItemDocument.Length));
        (Themes, OfferedIn) = (Sets(ItemDocument.Themes), Sets(ItemDocument.OfferedIn));
        (PersonalThemes, CorporateThemes, Applicants) = (Sets(ItemDocument.PersonalThemes), Sets(ItemDocument.CorporateThemes), Sets(ItemDocument.Applicants));
        var marks = reader.GetNumericDocValues(ItemDocument.Mark);
        Marks = [.. Enumerable.Range(0, Size).Select(d => marks is null ? 0 : marks.Get(d))];
        var (names, results) = (Texts(ItemDocument.NameValue), Texts(ItemDocument.ResultValue));
        Leads = [.. Enumerable.Range(0, Size).Where(d => (Flags[d] & ItemDocument.Lead) != 0).Select(d => new LeadName(d, Codes[d], names[d], results[d], Popularity[d], OfferedIn[d]))];

        string[] Texts(string field)
        {
            var values = reader.GetSortedDocValues(field);
            var texts = new string[Size];
            if (values is null) return texts;
            var known = new string?[values.ValueCount];
            var bytes = new BytesRef();
            for (var doc = 0; doc < Size; doc++)
            {
                var ord = values.GetOrd(doc);
                if (ord < 0) { texts[doc] = ""; continue; }
                if (known[ord] is null) { values.LookupOrd(ord, bytes); known[ord] = bytes.Utf8ToString(); }
                texts[doc] = known[ord]!;
            }
            return texts;
        }
        int[] Numbers(string field) => [.. Texts(field).Select(numbers.Of)];
        int[] Integers(string field)
        {
            var values = reader.GetNumericDocValues(field);
            return [.. Enumerable.Range(0, Size).Select(d => values is null ? 0 : (int)values.Get(d))];
        }
        int[][] Sets(string field)
        {
            var sets = new int[Size][];
            var values = reader.GetSortedSetDocValues(field);
            var bytes = new BytesRef();
            var found = new List<int>();
            // Many documents have the same set.
            var known = new Dictionary<string, int[]>(StringComparer.Ordinal);
            for (var doc = 0; doc < Size; doc++)
            {
                found.Clear();
                values?.SetDocument(doc);
                for (var ord = values?.NextOrd() ?? -1; ord >= 0; ord = values!.NextOrd())
                {
                    values!.LookupOrd(ord, bytes);
                    found.Add(numbers.Of(bytes.Utf8ToString()));
                }
                var key = string.Join(',', found);
                if (!known.TryGetValue(key, out var set)) known[key] = set = [.. found];
                sets[doc] = set;
            }
            return sets;
        }
    }

    internal int Size { get; }
    internal string[] Codes { get; }
    internal string[] Regions { get; }
    internal int[] RegionNumbers { get; }
    internal int[] Categories { get; }
    internal int[] Departments { get; }
    internal int[] Depths { get; }
    internal int[] Popularity { get; }
    internal int[] Flags { get; }
    internal int[] Visits { get; }
    internal int[] Lengths { get; }
    internal int[][] Themes { get; }
    internal int[][] OfferedIn { get; }
    internal int[][] PersonalThemes { get; }
    internal int[][] CorporateThemes { get; }
    internal int[][] Applicants { get; }
    internal long[] Marks { get; }
    internal LeadName[] Leads { get; }
}

/// <summary>The name of a base item as it may be typed, in characters and in letters.</summary>
internal sealed class LeadName(int doc, string code, string name, string result, int popularity, int[] offeredIn)
{
    internal int Doc => doc;
    internal ItemCode Code { get; } = ItemCode.Parse(code, null);
    internal string Name => name;
    internal int Popularity => popularity;
    internal int[] OfferedIn => offeredIn;

    /// <summary>The name with nothing but letters, digits and characters.</summary>
    internal string Whole { get; } = Words.Whole(Words.Fold(name));

    /// <summary>The result's name likewise.</summary>
    internal string Result { get; } = Words.Whole(Words.Fold(result));

    /// <summary>The name in letters.</summary>
    internal string Spelling => field ??= Pinyin.Spell(Whole);
}
