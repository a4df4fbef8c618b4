namespace DepartmentSystems;

/// <summary>What all calls to the platform have in common.</summary>
public static class Platform
{
    public const string HttpClient = "platform";
    public const string Source = "urn:yiwang:platform";

    /// <summary>The call failed on its way: not a mistake of ours, and not because we are stopping.</summary>
    public static bool IsTrouble(Exception exception, CancellationToken stop) =>
        exception is HttpRequestException or IOException || (exception is OperationCanceledException && !stop.IsCancellationRequested);
}
