namespace Yiwang.Kernel.Rooms;

/// <summary>The names of the authorisation policies; the identity room says what each asks for.</summary>
public static class Policies
{
    /// <summary>A signed-in resident or company agent (申请人、经办人).</summary>
    public const string Applicant = "applicant";

    /// <summary>An official at a comprehensive window (综合窗口).</summary>
    public const string Window = "window";

    /// <summary>An official who reviews and decides in the platform's own handling room (审批人员).</summary>
    public const string Handler = "handler";

    /// <summary>An operator of the exchange platform (交换平台运维).</summary>
    public const string Operator = "operator";

    /// <summary>An official who keeps the catalogue, how it is found, and the notices of a region and those below (信息发布、事项库维护人员).</summary>
    public const string Editor = "editor";

    /// <summary>An official who reviews changes of the catalogue for the region and those below (事项审核: 机构编制、行政审批管理部门).</summary>
    public const string ItemReviewer = "item-reviewer";

    /// <summary>An official who reviews whether changes of the catalogue are lawful (法制审核: 司法行政部门).</summary>
    public const string LegalReviewer = "legal-reviewer";

    /// <summary>Whoever has to do with changes of the catalogue: editors and both kinds of reviewers.</summary>
    public const string ItemKeeper = "item-keeper";

    /// <summary>An official who watches how departments keep limits and rules, for the region and those below (电子监察人员).</summary>
    public const string Supervisor = "supervisor";

    /// <summary>Whoever has to do with findings of supervision: supervisors, and those who answer for a department.</summary>
    public const string Supervised = "supervised";

    /// <summary>Any official.</summary>
    public const string Official = "official";

    /// <summary>A channel system such as a kiosk, with a bearer token of scope <c>channel</c>.</summary>
    public const string Channel = "channel";

    /// <summary>A department's own system, with a bearer token of scope <c>exchange</c>.</summary>
    public const string ExchangeSystem = "exchange-system";
}
