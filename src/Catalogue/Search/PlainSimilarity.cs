using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;

namespace Yiwang.Catalogue.Search;

/// <summary>Scores are what the query's own weights add up to, and the same for every query: no norms, no factors for coordination.</summary>
internal sealed class PlainSimilarity : DefaultSimilarity
{
    public override float QueryNorm(float sumOfSquaredWeights) => 1;

    public override float Coord(int overlap, int maxOverlap) => 1;

    public override float LengthNorm(FieldInvertState state) => 1;
}
