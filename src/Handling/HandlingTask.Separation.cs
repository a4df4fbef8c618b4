using Yiwang.Kernel.Outcomes;

namespace Yiwang.Handling;

/// <summary>Who may not act, though the department's: who reviewed does not decide (审查与决定分离), and who is concerned stands aside (回避).</summary>
internal sealed partial class HandlingTask
{
    /// <summary>Grounds to stand aside (公务员法 76): own interest, that of a relative, or something else that could sway the judgement.</summary>
    internal static IReadOnlyList<(string Code, string Words)> RecusalGrounds { get; } = [("own", "涉及本人利害关系"), ("relative", "涉及亲属利害关系"), ("other", "其他可能影响公正办理的情形")];

    /// <summary>Who recorded the review, as the journal names officials; null while nobody did.</summary>
    public string? Reviewer { get; private set; }

    /// <summary>Those who stand aside, as the journal names officials, one to a line.</summary>
    public string Recused { get; private set; } = "";

    public bool IsRecused(string official) => Recused.Split('\n').Contains(official, StringComparer.Ordinal);

    /// <summary>回避: the official never acts on this case again, and it is free if he had it.</summary>
    public Outcome Recuse(string official, string? ground)
    {
        if (State is TaskState.Done) return new Refusal(RefusalKind.Conflict, "already-decided", "本件已经办结。");
        if (RecusalGrounds.All(g => g.Code != ground)) return Refusal.Invalid([new("ground", "请选择回避的理由")]);
        if (IsRecused(official)) return Aside;
        Recused = Recused.Length == 0 ? official : $"{Recused}\n{official}";
        if (Handler == official) (Handler, HandlerName) = (null, null);
        Revision++;
        return Outcome.Done;
    }

    /// <summary>Why who reviewed does not decide.</summary>
    internal static Refusal SamePerson => new(RefusalKind.Forbidden, "same-person", "审查由您作出，决定要由另一位同事作出。请转给同事，或者退回让大家领。");

    /// <summary>Why who stands aside does not act.</summary>
    internal static Refusal Aside => new(RefusalKind.Forbidden, "recused", "您已经回避本件，由其他同事办理。");
}
