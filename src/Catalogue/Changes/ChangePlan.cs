using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Changes;

/// <summary>Why a change is made, by what, and when it takes effect.</summary>
/// <param name="Reason">Why (调整原因).</param>
/// <param name="Basis">The law or document that it rests on (调整依据).</param>
/// <param name="EffectiveAt">When it is to take effect (UTC); null for as soon as it is approved.</param>
internal sealed record ChangePlan(string Reason, string Basis, DateTimeOffset? EffectiveAt)
{
    /// <summary>Reads what was typed; refused when the time is none.</summary>
    internal static Outcome<ChangePlan> Read(string? reason, string? basis, string? at)
    {
        if (at is not { Length: > 0 }) return new ChangePlan(reason?.Trim() ?? "", basis?.Trim() ?? "", null);
        return NingboClock.TryRead(at, out var read, out var wrong) ? new ChangePlan(reason?.Trim() ?? "", basis?.Trim() ?? "", read) : Refusal.Invalid([new("at", wrong)]);
    }

    /// <summary>What is wrong with it; with <paramref name="complete"/> also what is missing.</summary>
    internal IEnumerable<FieldProblem> Problems(DateTimeOffset now, bool complete)
    {
        if (complete && Reason.Length == 0) yield return new("reason", "请填写调整原因");
        if (Reason.Length > ItemChange.TextMaxLength) yield return new("reason", $"调整原因不超过 {ItemChange.TextMaxLength} 字");
        if (complete && Basis.Length == 0) yield return new("basis", "请填写调整依据");
        if (Basis.Length > ItemChange.TextMaxLength) yield return new("basis", $"调整依据不超过 {ItemChange.TextMaxLength} 字");
        if (EffectiveAt < now) yield return new("at", "生效时间已经过去，请改为以后的时间，或留空（批准后立即生效）");
    }
}
