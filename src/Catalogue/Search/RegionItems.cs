using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Yiwang.Catalogue.Lists;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Search;

/// <summary>An item of a region as the index knows it, without reading it.</summary>
internal readonly record struct ItemRow(Segment Segment, int Doc)
{
    internal string Code => Segment.Codes[Doc];
    internal int Category => Segment.Categories[Doc];
    internal int Department => Segment.Departments[Doc];
    internal int[] Themes => Segment.Themes[Doc];
    internal int Visits => Segment.Visits[Doc];
    internal bool OnApplication => Is(ItemDocument.OnApplication);

    internal bool Is(int flag) => (Segment.Flags[Doc] & flag) != 0;

    /// <summary>Whether it can be handled so. What nobody applies for never is.</summary>
    internal bool Has(ItemTrait trait) => OnApplication && trait switch
    {
        ItemTrait.Window => Is(ItemDocument.Window),
        ItemTrait.Online => Is(ItemDocument.Online),
        ItemTrait.NoVisit => Visits == 0,
        _ => Visits is 0 or 1,
    };
}

/// <summary>The items of a region, or all base items, in order of their codes. Made once for each state of the index.</summary>
internal sealed class RegionItems
{
    private readonly string[] _values;
    private readonly Lazy<CatalogueOverview> _overview;

    private RegionItems(RegionCode region, ItemRow[] rows, string[] values)
    {
        (Rows, _values) = (rows, values);
        _overview = new(() => MakeOverview.Of(region, this));
    }

    /// <summary>The items.</summary>
    internal ItemRow[] Rows { get; }

    /// <summary>What they are, in numbers.</summary>
    internal CatalogueOverview Overview => _overview.Value;

    /// <summary>A value by its number.</summary>
    internal string Value(int number) => _values[number];

    /// <summary>How often each value occurs, the most frequent first; those that are empty are left out.</summary>
    internal IReadOnlyList<FacetValue> Counted(IEnumerable<int> numbers) => FacetValue.Ordered(numbers.CountBy(n => n).Select(p => new FacetValue(Value(p.Key), p.Value)));

    /// <summary>12 hexadecimal digits that change with any content of any of these items.</summary>
    internal string Mark(Func<ItemRow, bool> of)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var number = new byte[sizeof(long)];
        foreach (var row in Rows.Where(of))
        {
            hash.AppendData(Encoding.ASCII.GetBytes(row.Code));
            BinaryPrimitives.WriteInt64LittleEndian(number, row.Segment.Marks[row.Doc]);
            hash.AppendData(number);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    internal static RegionItems Make(Snapshot snapshot, RegionCode region)
    {
        var rows = new List<ItemRow>();
        var wanted = region.Value.Length == 0 ? -1 : snapshot.Numbers.Find(region.Value);
        for (var s = 0; s < snapshot.Segments.Length; s++)
        {
            var segment = snapshot.Segments[s];
            var live = snapshot.Reader.Leaves[s].AtomicReader.LiveDocs;
            for (var doc = 0; doc < segment.Size; doc++)
            {
                if (live?.Get(doc) is false) continue;
                if (region.Value.Length == 0 ? (segment.Flags[doc] & ItemDocument.Lead) != 0 : segment.RegionNumbers[doc] == wanted) rows.Add(new(segment, doc));
            }
        }
        rows.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
        return new(region, [.. rows], snapshot.Values);
    }
}
