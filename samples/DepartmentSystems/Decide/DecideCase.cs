using DepartmentSystems.OwnForms;
using DepartmentSystems.Store;

namespace DepartmentSystems.Decide;

/// <summary>Does an act on a case: the state, the history and the replies change together.</summary>
public sealed class DecideCase(FormCabinet forms, TimeProvider clock)
{
    private const string Clerk = "经办人";

    // What the contract allows.
    private const int TextMost = 500;
    private const int StepMost = 64;

    public Task<Refusal?> Run(DepartmentSystem system, string number, string act, ActInput input, CancellationToken stop) => system.Change(async db =>
        await db.Cases.FindAsync([number], stop) is { } about ? await Run(db, system.Profile, about, act, input, stop)
            : new Refusal(StatusCodes.Status404NotFound, "unknown-case", "没有这个办件。"), stop);

    /// <summary>Does an act within a change.</summary>
    public async Task<Refusal?> Run(DeskDb db, SystemProfile profile, CaseRecord about, string act, ActInput input, CancellationToken stop)
    {
        if (Wrong(about, act) is { } wrong) return new(StatusCodes.Status409Conflict, about.State is CaseState.Closed ? "case-closed" : "wrong-state", wrong);
        if (InputProblem(act, input) is { } problem) return new(StatusCodes.Status422UnprocessableEntity, "incomplete", problem);

        var now = clock.GetUtcNow();
        var desk = new Desk(db, profile, about, now, input.OfficerOr(Clerk));
        switch (act)
        {
            case Act.Accept: desk.Accept(); break;
            case Act.Correction: desk.AskCorrection(input.Problems!); break;
            case Act.Decline: desk.Decline(input.Reason!.Trim()); break;
            case Act.Step: desk.CompleteStep(Or(input.Step, "审查"), Or(input.Opinion, "经审查，符合条件")); break;
            case Act.Refuse: await desk.Refuse(input.Reason!.Trim(), stop); break;
            case Act.Grant: await desk.Grant(forms.Of(about.Item), input, stop); break;
            default: throw new ArgumentOutOfRangeException(nameof(act), act, "No such act.");
        }
        return null;
    }

    /// <summary>Why the act cannot be done now; null when it can.</summary>
    public static string? Wrong(CaseRecord about, string act) => (act, about.State) switch
    {
        (_, CaseState.Closed) => "本件已经办结，不能再办理。",
        (Act.Correction, CaseState.Pending) when about.CorrectionAsked => "已经一次性告知过，不能再次要求补正；请受理或不予受理。",
        (Act.Accept or Act.Correction or Act.Decline, CaseState.Pending) => null,
        (Act.Accept or Act.Correction or Act.Decline, CaseState.Correcting) => "本件正在等申请人补正。",
        (Act.Accept or Act.Correction or Act.Decline, _) => "本件已经受理。",
        (_, CaseState.Handling) => null,
        _ => "本件尚未受理，不能审查或决定。",
    };

    private static string? InputProblem(string act, ActInput input) => act switch
    {
        _ when input.Reason?.Length > TextMost || input.Opinion?.Length > TextMost || input.Problems?.Any(p => p.What.Length > TextMost || p.Why.Length > TextMost) is true => $"理由和意见请控制在 {TextMost} 字以内。",
        _ when input.Step?.Length > StepMost => $"环节名称请控制在 {StepMost} 字以内。",
        Act.Decline or Act.Refuse when string.IsNullOrWhiteSpace(input.Reason) => "请填写理由；理由会原样告知申请人。",
        Act.Correction when input.Problems is not { Count: > 0 } => "请至少填写一项需要补正的内容。",
        Act.Correction when input.Problems.Any(p => string.IsNullOrWhiteSpace(p.What) || string.IsNullOrWhiteSpace(p.Why)) => "每一项都要写明缺什么、为什么。",
        _ => null,
    };

    private static string Or(string? text, string other) => string.IsNullOrWhiteSpace(text) ? other : text.Trim();
}
