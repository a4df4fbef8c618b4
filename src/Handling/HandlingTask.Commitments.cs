using System.Text.Json;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Handling;

/// <summary>A commitment of the applicant's, as the platform told it (告知承诺).</summary>
/// <param name="Code">The code of the material in whose place it stands.</param>
/// <param name="Name">The material's name.</param>
/// <param name="SignedBy">Who signed it.</param>
/// <param name="State">signed, to-check, kept, ordered, broken or repaired.</param>
/// <param name="CheckBy">The last day for checking it; null while nothing was granted on it.</param>
/// <param name="CorrectBy">The last day for putting it right; null unless that was ordered.</param>
/// <param name="Reason">What was found.</param>
public sealed record ToldCommitment(string Code, string Name, string SignedBy, string State, DateOnly? CheckBy, DateOnly? CorrectBy, string? Reason);

/// <summary>承诺核查: what was granted on a commitment is checked after the task is done.</summary>
internal sealed partial class HandlingTask
{
    /// <summary>The commitments as last told, JSON; null where there are none.</summary>
    public string? Commitments { get; private set; }

    /// <summary>The material whose check is on its way to the platform; null while none is.</summary>
    public string? CheckSent { get; private set; }

    /// <summary>The earliest day by which a commitment is to be checked or put right; null where nothing is to be done.</summary>
    public DateOnly? CommitmentsDue { get; private set; }

    public IReadOnlyList<ToldCommitment> ReadCommitments() => Commitments is null ? [] : JsonSerializer.Deserialize<List<ToldCommitment>>(Commitments, Journal.Json)!;

    public void ToldCommitments(IReadOnlyList<ToldCommitment> told)
    {
        Commitments = told.Count == 0 ? null : JsonSerializer.Serialize(told, Journal.Json);
        CommitmentsDue = told.Where(c => c.State is "to-check" or "ordered").Min(c => c.State == "ordered" ? c.CorrectBy : c.CheckBy);
        CheckSent = null;
        Revision++;
    }

    /// <summary>Says what was found of a commitment: kept, not-kept or repaired.</summary>
    public Outcome CheckCommitment(string? code, string result, string? reason, DateOnly? correctBy, DateOnly today)
    {
        if (ReadCommitments().FirstOrDefault(c => c.Code == code) is not { } one) return new Refusal(RefusalKind.Conflict, "no-commitment", "本件没有这份承诺。");
        if (CheckSent is not null) return new Refusal(RefusalKind.Conflict, "check-sent", "上一次核查结果还在报送，请稍后刷新页面。");
        if (result == "repaired" ? one.State != "broken" : one.State is not ("to-check" or "ordered")) return new Refusal(RefusalKind.Conflict, "wrong-state", "这份承诺的状态已经变化，请刷新页面查看。");
        if (result == "not-kept")
        {
            if (Reasoned(reason, required: true, "commitmentReason") is { IsDone: false } missing) return missing;
            if (correctBy is { } day && one.State == "ordered") return new Refusal(RefusalKind.Invalid, "ordered-already", "已经责令整改过一次。", [new("correctBy", "已经责令整改过一次，整改后仍不符合的，请登记为承诺不实")]);
            if (correctBy is { } by && by <= today) return new Refusal(RefusalKind.Invalid, "wrong-date", "整改期限应在今天之后。", [new("correctBy", "整改期限应在今天之后")]);
        }
        CheckSent = code;
        ReplyRefused = null;
        Revision++;
        return Outcome.Done;
    }
}
