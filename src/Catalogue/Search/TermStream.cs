using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Yiwang.Catalogue.Search;

/// <summary>Terms that are known already, as the index takes them.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly IReadOnlyList<Words.Term> _terms;
    private readonly ICharTermAttribute _text;
    private readonly IPositionIncrementAttribute _step;
    private int _next;

    internal TermStream(IReadOnlyList<Words.Term> terms)
    {
        _terms = terms;
        _text = AddAttribute<ICharTermAttribute>();
        _step = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        if (_next >= _terms.Count) return false;
        ClearAttributes();
        _text.SetEmpty().Append(_terms[_next].Text);
        _step.PositionIncrement = _next == 0 ? 1 : _terms[_next].Position - _terms[_next - 1].Position;
        _next++;
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        _next = 0;
    }
}
