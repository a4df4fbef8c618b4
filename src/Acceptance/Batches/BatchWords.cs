namespace Yiwang.Acceptance.Batches;

/// <summary>The addresses of batches, and how they stand in words.</summary>
internal static class BatchWords
{
    internal const string List = "/my/batches";

    internal static string Page(Guid batch) => $"{List}/{batch}";

    internal static string State(BatchState state) => state switch { BatchState.Running => "正在提交", BatchState.Done => "全部提交", _ => "待提交" };
}
