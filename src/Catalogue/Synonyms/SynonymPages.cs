namespace Yiwang.Catalogue.Synonyms;

/// <summary>The address of the page on which editors keep synonyms (同义词维护).</summary>
public static class SynonymPages
{
    /// <summary>同义词: the words by which queries of the catalogue are read.</summary>
    public const string Synonyms = "/desk/synonyms";
}
