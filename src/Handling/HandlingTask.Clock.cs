using Yiwang.Exchange;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Handling;

/// <summary>The official's side of the clock (特别程序、延期、终止). The platform counts the days and tells them.</summary>
internal sealed partial class HandlingTask
{
    /// <summary>The special procedure that is going on, one of <see cref="ProcedureKinds"/>; null while none is.</summary>
    public string? Procedure { get; private set; }

    /// <summary>The one that was ended last, until the platform has taken its end.</summary>
    public string? LastProcedure { get; private set; }

    public bool Extended { get; private set; }

    /// <summary>The names of materials that the applicant still owes (容缺), as the platform told; null when none is owed.</summary>
    public string? Owed { get; private set; }

    /// <summary>By when they are to come.</summary>
    public DateOnly? OwedBy { get; private set; }

    /// <summary>The day on which the applicant last asked to hurry (催办); null while nobody has.</summary>
    public DateOnly? UrgedOn { get; private set; }

    /// <summary>The applicant asks to hurry.</summary>
    public void Urged(DateOnly? on)
    {
        UrgedOn = on;
        Revision++;
    }

    public Outcome StartProcedure(string? kind, int days, string? reason)
    {
        if (kind is null || !ProcedureKinds.All.Contains(kind, StringComparer.Ordinal)) return Wrong("kind", "请选择是哪一种特别程序");
        if (days is < 1 or > ContractLimits.ProcedureMaxDays) return Wrong("days", $"所需时间请填 1 至 {ContractLimits.ProcedureMaxDays} 个工作日");
        if (Procedure is not null) return new Refusal(RefusalKind.Conflict, "procedure-running", "特别程序还在进行，先登记结束。");
        return Reasoned(reason, required: true, "procedureReason") ?? From(TaskState.Accepted, "开始特别程序", () => Procedure = kind);
    }

    public Outcome EndProcedure()
    {
        if (Procedure is null) return new Refusal(RefusalKind.Conflict, "no-procedure", "没有进行中的特别程序。");
        return From(TaskState.Accepted, "结束特别程序", () => (Procedure, LastProcedure) = (null, Procedure));
    }

    /// <summary>延期: once, at most ten working days, approved by the head of the organ (行政许可法 42).</summary>
    public Outcome Extend(int days, string? reason, string? approver)
    {
        if (days is < 1 or > ContractLimits.ExtensionMaxDays) return Wrong("extendDays", $"延期请填 1 至 {ContractLimits.ExtensionMaxDays} 个工作日（行政许可法第四十二条）");
        if (string.IsNullOrWhiteSpace(approver) || approver.Trim().Length > ContractLimits.ApproverMaxLength) return Wrong("approver", $"请写明批准延期的机关负责人，{ContractLimits.ApproverMaxLength} 字以内");
        if (Extended) return new Refusal(RefusalKind.Conflict, "already-extended", "已经延期过一次，依法不能再次延期。");
        return Reasoned(reason, required: true, "extendReason") ?? From(TaskState.Accepted, "延期", () => Extended = true);
    }

    /// <summary>终止办理: nothing is left to decide.</summary>
    public Outcome Terminate(string? reason) => Reasoned(reason, required: true, "terminateReason") ?? From(TaskState.Accepted, "终止办理", () => End("terminated"));

    /// <summary>The platform told what is still owed.</summary>
    public void Owes(IReadOnlyCollection<string> names, DateOnly? by)
    {
        (Owed, OwedBy) = (names.Count == 0 ? null : string.Join("、", names), by ?? OwedBy);
        Revision++;
    }

    private void UndoClock(string type)
    {
        if (type is MessageTypes.ProcedureStarted) Procedure = null;
        if (type is MessageTypes.ProcedureEnded) (Procedure, LastProcedure) = (LastProcedure, null);
        if (type is MessageTypes.LimitExtended) Extended = false;
    }

    private static Refusal Wrong(string field, string words) => new(RefusalKind.Invalid, "wrong-value", $"{words}。", [new(field, words)]);
}
