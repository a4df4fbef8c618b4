using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Yiwang.Catalogue.Search;

/// <summary>Takes the codes of all documents that a query finds.</summary>
internal sealed class CodeCollector(Snapshot snapshot) : ICollector
{
    private Segment _segment = null!;

    internal HashSet<string> Found { get; } = new(StringComparer.Ordinal);

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) { }

    public void SetNextReader(AtomicReaderContext context) => _segment = snapshot.Segments[context.Ord];

    public void Collect(int doc) => Found.Add(_segment.Codes[doc]);
}
