namespace Yiwang.Acceptance.Transfers;

/// <summary>What is said about slips, and their addresses.</summary>
internal static class TransferWords
{
    internal const string Pages = "/desk/transfers";

    internal static string Page(Guid id) => $"{Pages}/{id}";

    internal static string Kind(TransferKind kind) => kind is TransferKind.Papers ? "申请材料" : "办理结果";

    internal static string State(TransferState state) => state switch { TransferState.Packed => "待交接", TransferState.HandedOver => "在途", _ => "已签收" };

    internal static string Tag(TransferState state) => state switch { TransferState.Packed => "bg-yellow-lt", TransferState.HandedOver => "bg-blue-lt", _ => "bg-green-lt" };
}
