using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.Extensions.Caching.Memory;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Search;

/// <summary>The index as of one moment. Who searches holds it; the last to let go of an old one closes its files.</summary>
internal sealed class Snapshot
{
    private readonly ConditionalWeakTable<object, Segment> _known;
    private readonly ConcurrentDictionary<RegionCode, RegionItems> _regions = new();

    internal Snapshot(DirectoryReader reader, ValueNumbers numbers, ConditionalWeakTable<object, Segment> known)
    {
        (Reader, Numbers, _known) = (reader, numbers, known);
        Searcher = new IndexSearcher(reader) { Similarity = new PlainSimilarity() };
        Segments = [.. reader.Leaves.Select(leaf => _known.GetValue(leaf.AtomicReader.CoreCacheKey, _ => new Segment(leaf.AtomicReader, numbers)))];
        Leads = [.. reader.Leaves.SelectMany(leaf => Segments[leaf.Ord].Leads.Where(lead => leaf.AtomicReader.LiveDocs?.Get(lead.Doc) is not false))];
        Values = numbers.Copy();
        Themes = [.. Segments.SelectMany(s => s.Themes).SelectMany(t => t).Distinct().Select(t => Values[t]).Order(StringComparer.Ordinal)];
    }

    /// <summary>What the latest searches found that is the same wherever they were asked; it ends with the snapshot.</summary>
    internal MemoryCache Found { get; } = new(new MemoryCacheOptions { SizeLimit = 1000 });

    /// <summary>The items of a region in order of their codes, or all base items.</summary>
    internal RegionItems Of(RegionCode region) => _regions.GetOrAdd(region, r => RegionItems.Make(this, r));

    internal DirectoryReader Reader { get; }
    internal IndexSearcher Searcher { get; }
    internal ValueNumbers Numbers { get; }
    internal Segment[] Segments { get; }

    /// <summary>All values by their numbers.</summary>
    internal string[] Values { get; }

    /// <summary>All base items.</summary>
    internal LeadName[] Leads { get; }

    /// <summary>All themes.</summary>
    internal string[] Themes { get; }
}
