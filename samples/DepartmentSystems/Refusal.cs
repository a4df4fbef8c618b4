namespace DepartmentSystems;

/// <summary>Why something is not done: a status, a stable code and a sentence for a person.</summary>
public sealed record Refusal(int Status, string Code, string Reason)
{
    /// <summary>The refusal as problem+json.</summary>
    public IResult ToHttp() => Results.Problem(Reason, statusCode: Status, extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = Code });
}
