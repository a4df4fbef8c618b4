using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Handling.Claim;

/// <summary>回避: who acted stands aside from a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Ground">own, relative or other (公务员法 76).</param>
[Fact("handling.official-recused")]
public sealed record OfficialRecused(CaseNumber Case, string Ground);

/// <summary>领办、转办、退回: who handles a case in the department from now on.</summary>
/// <param name="Case">The case.</param>
/// <param name="From">Who handled it, as the journal names actors; null where it was free.</param>
/// <param name="To">Who handles it now; null where it is free.</param>
[Fact("handling.task-assigned")]
public sealed record TaskAssigned(CaseNumber Case, string? From, string? To);
