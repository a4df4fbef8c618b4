using Yiwang.Kernel.Journals;

namespace Yiwang.Catalogue.Synonyms;

/// <summary>同义词维护: how queries of the catalogue are read was changed. Without words the group was removed.</summary>
/// <param name="Group">The group.</param>
/// <param name="Kind"><c>synonym</c> or <c>filler</c>.</param>
/// <param name="Before">The words until then; null when it is new.</param>
/// <param name="Words">The words from now on; null when it was removed.</param>
[Fact("catalogue.synonyms-changed")]
public sealed record SynonymsChanged(Guid Group, string Kind, string? Before, string? Words);

/// <summary>The list of synonyms and fillers of the reference data was imported; what officials had changed since was kept.</summary>
/// <param name="Added">How many groups were new.</param>
[Fact("catalogue.synonyms-imported")]
public sealed record SynonymsImported(int Added);
