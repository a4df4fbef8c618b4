namespace Yiwang.Catalogue.Changes;

/// <summary>What a change does to an item (事项动态调整).</summary>
internal enum ChangeKind
{
    /// <summary>新增: a new base item.</summary>
    Add,

    /// <summary>变更: other elements of a base item, which make a new version.</summary>
    Change,

    /// <summary>承接、实施清单变更: a region carries a base item out, follows its newer version, or has other elements of its own.</summary>
    Adopt,

    /// <summary>暂停: nobody can apply for now, everywhere or in one region.</summary>
    Suspend,

    /// <summary>恢复: one can apply again.</summary>
    Resume,

    /// <summary>取消: the item ends, everywhere or in one region. Open cases go on.</summary>
    Cancel,

    /// <summary>下放: from the city's department to those of counties and zones.</summary>
    Delegate,
}

/// <summary>How far a change has come.</summary>
internal enum ChangeStage
{
    /// <summary>草稿: its editor works on it.</summary>
    Draft,

    /// <summary>待审核: the reviewers of powers (编办、部门) look at it.</summary>
    Review,

    /// <summary>待法制审核: the legal reviewers (司法行政部门) look at it.</summary>
    LegalReview,

    /// <summary>待发布: approved, waiting for its time.</summary>
    Scheduled,

    /// <summary>已退回: its editor has to mend it.</summary>
    Returned,

    /// <summary>已发布: it took effect.</summary>
    Published,

    /// <summary>已放弃: it never took effect.</summary>
    Abandoned,
}

/// <summary>What can be done in a stage.</summary>
internal static class ChangeStages
{
    /// <summary>Whether its editor works on it.</summary>
    internal static bool IsEdited(this ChangeStage stage) => stage is ChangeStage.Draft or ChangeStage.Returned;

    /// <summary>Whether it has been handed on and has not taken effect: it can be sent back or taken back.</summary>
    internal static bool IsOnItsWay(this ChangeStage stage) => stage is ChangeStage.Review or ChangeStage.LegalReview or ChangeStage.Scheduled;
}

/// <summary>How kinds and stages are called on screens.</summary>
internal static class ChangeWords
{
    /// <summary>The reach of a change of a base item.</summary>
    internal const string Everywhere = "基本目录（全市）";

    internal static string Say(ChangeKind kind, bool inRegion) => kind switch
    {
        ChangeKind.Add => "新增",
        ChangeKind.Change => "变更",
        ChangeKind.Adopt => "承接",
        ChangeKind.Suspend => "暂停",
        ChangeKind.Resume => "恢复",
        ChangeKind.Cancel => inRegion ? "本地取消" : "取消",
        _ => "下放",
    };

    internal static string Say(ChangeStage stage) => stage switch
    {
        ChangeStage.Draft => "草稿",
        ChangeStage.Review => "待审核",
        ChangeStage.LegalReview => "待法制审核",
        ChangeStage.Scheduled => "待发布",
        ChangeStage.Returned => "已退回",
        ChangeStage.Published => "已发布",
        _ => "已放弃",
    };
}
