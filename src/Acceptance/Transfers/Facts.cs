using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Transfers;

/// <summary>交接: a slip was handed over.</summary>
[Fact("acceptance.transfer-handed-over")]
public sealed record TransferHandedOver(string Number, string Kind, string From, string To, int Cases);

/// <summary>签收: a slip was received, and how many of its cases had not come.</summary>
[Fact("acceptance.transfer-received")]
public sealed record TransferReceived(string Number, int Missing);

/// <summary>The papers or results of a case were sent, came, or did not come with the slip.</summary>
/// <param name="Slip">The number of the slip.</param>
/// <param name="Kind">papers or results.</param>
/// <param name="Step">sent, received or missing.</param>
/// <param name="From">Where from.</param>
/// <param name="To">Where to.</param>
[Fact("acceptance.papers-moved")]
public sealed record PapersMoved(string Slip, string Kind, string Step, string From, string To);
