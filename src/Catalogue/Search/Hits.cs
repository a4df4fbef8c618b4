using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Yiwang.Catalogue.Search;

/// <summary>Takes a query's documents in one pass: filters them, counts them for each facet as if its own filter were not set, keeps the first after the cursor.</summary>
internal sealed class Hits : ICollector
{
    /// <summary>A point of a query's score; the gentle weights are far below those of words.</summary>
    private const float Unit = 1000;

    private const int Category = 1, Department = 2, Audience = 4, Depth = 8;
    private readonly Snapshot _snapshot;
    private readonly int _theme, _category, _department, _depth, _applicant, _audience, _length, _size;
    private readonly ItemQuery _query;
    private readonly bool _ranked;
    private readonly SortKey? _after;
    private readonly PriorityQueue<int, SortKey> _best = new(Comparer<SortKey>.Create((a, b) => b.CompareTo(a)));
    private Segment _segment = null!;
    private Scorer? _scorer;
    private int _base;

    internal Hits(Snapshot snapshot, ItemQuery query, int length, bool ranked, SortKey? after, int size)
    {
        (_snapshot, _query, _length, _ranked, _after, _size) = (snapshot, query, length, ranked, after, size);
        (_theme, _category, _department, _depth) = (Number(query.Theme), Number(query.Category), Number(query.Department), Number(query.OnlineDepth));
        _applicant = Number(query.Applicant);
        _audience = query.Audience switch { ItemQuery.Person => ItemDocument.ForPersons, ItemQuery.Company => ItemDocument.ForCompanies, _ => 0 };
        var values = snapshot.Values.Length;
        (Categories, Departments, Depths, Regions) = (new int[values], new int[values], new int[values], new int[values]);

        int Number(string? value) => value is { Length: > 0 } ? snapshot.Numbers.Find(value) is var n and >= 0 ? n : -2 : -1;
    }

    internal int Total { get; private set; }
    internal int Left { get; private set; }
    internal int Persons { get; private set; }
    internal int Companies { get; private set; }
    internal int[] Categories { get; }
    internal int[] Departments { get; }
    internal int[] Depths { get; }
    internal int[] Regions { get; }

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context) => (_segment, _base) = (_snapshot.Segments[context.Ord], context.DocBase);

    public void Collect(int doc)
    {
        var segment = _segment;
        var flags = segment.Flags[doc];
        if (_query.OnApplication && (flags & ItemDocument.OnApplication) == 0) return;
        if (_query.MaxVisits is { } visits && (segment.Visits[doc] < 0 || segment.Visits[doc] > visits)) return;
        if (_applicant != -1 && !segment.Applicants[doc].AsSpan().Contains(_applicant)) return;
        if (_theme != -1 && !segment.Themes[doc].AsSpan().Contains(_theme)) return;

        var missed = (_category == -1 || segment.Categories[doc] == _category ? 0 : Category)
            | (_department == -1 || segment.Departments[doc] == _department ? 0 : Department)
            | (_depth == -1 || segment.Depths[doc] == _depth ? 0 : Depth)
            | (_audience == 0 || (flags & _audience) != 0 ? 0 : Audience);
        if ((missed & ~Category) == 0) Categories[segment.Categories[doc]]++;
        if ((missed & ~Department) == 0) Departments[segment.Departments[doc]]++;
        if ((missed & ~Depth) == 0) Depths[segment.Depths[doc]]++;
        if ((missed & ~Audience) == 0)
        {
            if ((flags & ItemDocument.ForPersons) != 0) Persons++;
            if ((flags & ItemDocument.ForCompanies) != 0) Companies++;
        }
        if (missed != 0) return;
        foreach (var region in segment.OfferedIn[doc]) Regions[region]++;
        Total++;
        if (_size > 0) Keep(doc, flags);
    }

    private void Keep(int doc, int flags)
    {
        var popularity = _segment.Popularity[doc];
        var score = !_ranked ? 0 : (int)(Unit * (_scorer!.GetScore() + 0.12f * MathF.Log(1 + popularity)
            + 1.5f * Math.Min(1f, (float)_length / Math.Max(1, _segment.Lengths[doc])) + ((flags & ItemDocument.OnApplication) != 0 ? 1.5f : 0)));
        var key = new SortKey(score, popularity, _segment.Codes[doc], _segment.Regions[doc]);
        if (_after is { } after && key <= after) return;
        Left++;
        if (_best.Count < _size) _best.Enqueue(_base + doc, key);
        else if (_best.TryPeek(out _, out var worst) && key < worst) _best.DequeueEnqueue(_base + doc, key);
    }

    /// <summary>The documents kept, the best first.</summary>
    internal List<(int Doc, SortKey Key)> Best()
    {
        var best = new List<(int, SortKey)>(_best.Count);
        while (_best.TryDequeue(out var doc, out var key)) best.Add((doc, key));
        best.Reverse();
        return best;
    }
}
