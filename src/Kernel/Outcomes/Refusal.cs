namespace Yiwang.Kernel.Outcomes;

/// <summary>What kind of refusal it is; the HTTP status follows from it.</summary>
public enum RefusalKind
{
    /// <summary>The input is wrong and can be mended by who sent it (422).</summary>
    Invalid,

    /// <summary>The request cannot be read at all (400).</summary>
    Malformed,

    /// <summary>There is no such thing, or not for this person (404).</summary>
    NotFound,

    /// <summary>The act does not fit the present state, or somebody else was first (409).</summary>
    Conflict,

    /// <summary>Not this person's to do (403).</summary>
    Forbidden,

    /// <summary>The sender could not be proven (401).</summary>
    Unproven,

    /// <summary>It is larger than allowed (413).</summary>
    TooLarge,

    /// <summary>There was such a thing, and it is no more (410).</summary>
    Gone,

    /// <summary>Too much of it in too short a time (429).</summary>
    TooMany,

    /// <summary>The platform cannot do it just now; try again later (503).</summary>
    Unavailable,
}

/// <summary>A problem with one field of the input.</summary>
/// <param name="Field">The name of the field as the sender wrote it, such as <c>applicant.idNumber</c> or <c>form.opName</c>.</param>
/// <param name="Message">A Chinese sentence that says what is wrong and what to do.</param>
public sealed record FieldProblem(string Field, string Message);

/// <summary>
/// Why an act had no effect: the one error type of the platform. The code is stable and part of the API; the reason is a
/// Chinese sentence that a person can read and act on.
/// </summary>
/// <param name="Kind">The kind, from which the HTTP status follows.</param>
/// <param name="Code">A stable code in kebab case, such as <c>already-decided</c>.</param>
/// <param name="Reason">A sentence for the person.</param>
/// <param name="Fields">The fields that are wrong, in the order of the form; empty when it is not about fields.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Reason, IReadOnlyList<FieldProblem> Fields)
{
    public Refusal(RefusalKind kind, string code, string reason) : this(kind, code, reason, []) { }

    /// <summary>No such thing, or not for this person: who may not see it does not learn that it exists.</summary>
    public static Refusal NotFound(string what) => new(RefusalKind.NotFound, "not-found", $"没有找到{what}，请核对后再试。");

    /// <summary>The input has these problems.</summary>
    public static Refusal Invalid(IReadOnlyList<FieldProblem> fields) =>
        new(RefusalKind.Invalid, "invalid-input", fields.Count == 1 ? fields[0].Message : $"有 {fields.Count} 处需要修改。", fields);
}
