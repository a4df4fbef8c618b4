using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Catalogue.Corrections;

internal enum CorrectionState
{
    /// <summary>待处理: nobody has answered yet.</summary>
    Open,

    /// <summary>已采纳: the editors agree and say what they do.</summary>
    Answered,

    /// <summary>未采纳: the editors say why nothing changes.</summary>
    Rejected,
}

/// <summary>A reader's report that something on a guide is wrong (纠错), and the editors' answer to it.</summary>
internal sealed class Correction
{
    public const int NumberLength = 20;
    public const int KindMaxLength = 16;
    public const int TextMaxLength = 500;
    public const int AnswerMaxLength = 500;
    public const int PersonMaxLength = 96;

    /// <summary>What can be wrong.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["受理条件", "申请材料", "办理期限", "收费", "办理地点", "设定依据", "链接打不开", "其他"];

    /// <summary>32 hexadecimal digits that grow with time, by which lists are paged.</summary>
    public required string Id { get; init; }

    /// <summary>The number that the reporter is given. Whoever knows it can read the answer, so it cannot be guessed.</summary>
    public required string Number { get; init; }
    public required ItemCode Item { get; init; }
    public required string ItemName { get; init; }

    /// <summary>The region on whose site it was reported; its editors answer.</summary>
    public required RegionCode Region { get; init; }

    /// <summary>The county, zone or city around it, by which editors list.</summary>
    public required RegionCode County { get; init; }
    public required string Kind { get; init; }
    public required string Text { get; init; }

    /// <summary>How the reporter can be reached; empty when not given. Wiped with the answer, when it is needed no more (个人信息保护法 47).</summary>
    public required string Phone { get; set; }
    public required DateTimeOffset ReportedAt { get; init; }
    public CorrectionState State { get; private set; }
    public string? Answer { get; private set; }
    public string? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Answers it, once.</summary>
    public Outcome Close(bool accepted, string answer, string by, DateTimeOffset at)
    {
        if (State is not CorrectionState.Open) return new Refusal(RefusalKind.Conflict, "already-answered", "这条纠错已经答复。");
        (State, Answer, AnsweredBy, AnsweredAt, Phone) = (accepted ? CorrectionState.Answered : CorrectionState.Rejected, answer, by, at, "");
        return Outcome.Done;
    }

    internal static string Say(CorrectionState state) => state switch { CorrectionState.Open => "待处理", CorrectionState.Answered => "已采纳", _ => "未采纳" };
}

internal sealed class CorrectionMap : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.ToTable("catalogue_corrections");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).HasMaxLength(32);
        builder.Property(c => c.Number).HasMaxLength(Correction.NumberLength);
        builder.Property(c => c.ItemName).HasMaxLength(ItemVersion.NameMaxLength);
        builder.Property(c => c.Kind).HasMaxLength(Correction.KindMaxLength);
        // Readers write of themselves here, asked or not.
        builder.Property(c => c.Text).IsPersonal();
        builder.Property(c => c.Phone).IsPersonal();
        builder.Property(c => c.State).HasConversion<string>().HasMaxLength(12).IsConcurrencyToken();
        builder.Property(c => c.Answer).HasMaxLength(Correction.AnswerMaxLength);
        builder.Property(c => c.AnsweredBy).HasMaxLength(Correction.PersonMaxLength);
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => new { c.State, c.Id });
        builder.HasIndex(c => new { c.County, c.State, c.Id });
    }
}
