using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Changes;

/// <summary>Which counties and zones take over an item that the city gives down (下放).</summary>
internal sealed record Delegation(IReadOnlyList<RegionCode> Regions);

/// <summary>
/// A change of an item on its way (事项变更单): drafted by an editor, reviewed by another, reviewed by a lawyer, published at its time
/// (浙江省权力清单动态调整: 拟稿、审核、法制审核、发布). At most one is open for each base item and for each implementing item.
/// </summary>
internal sealed class ItemChange : IOfRegion
{
    public const int IdLength = 32;
    public const int TextMaxLength = 300;
    public const int PersonMaxLength = 96;

    /// <summary>32 hexadecimal digits that grow with time, by which lists are paged.</summary>
    public required string Id { get; init; }
    public required ItemCode Code { get; init; }

    /// <summary>The region whose implementing item it changes; none for the base item.</summary>
    public required RegionCode Region { get; init; }
    public required ChangeKind Kind { get; init; }

    /// <summary>The version in force that it starts from: of the base item, or of the region's implementing item; 0 when there is none.</summary>
    public required int StartsFrom { get; set; }

    /// <summary>The item's name, as it will be.</summary>
    public required string Name { get; set; }

    /// <summary>The city's department of the kind.</summary>
    public required string Department { get; set; }

    /// <summary>What it will be: a <see cref="ServiceItem"/>, <see cref="LocalElements"/> or a <see cref="Delegation"/>, by kind; null where there is nothing to say.</summary>
    public string? Proposed { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The law or document that it rests on (调整依据).</summary>
    public string Basis { get; private set; } = "";

    /// <summary>When it is to take effect; null for as soon as it is approved.</summary>
    public DateTimeOffset? EffectiveAt { get; private set; }
    public ChangeStage Stage { get; private set; }

    /// <summary>Grows with each step and each saving: who works on an older one is told so.</summary>
    public int Revision { get; private set; }

    /// <summary>What the last reviewer or the platform said; empty when nobody said anything.</summary>
    public string Note { get; private set; } = "";

    /// <summary>The bulk import that it came with; null when it was made alone.</summary>
    public string? Batch { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who handed it to the reviewers last.</summary>
    public string? SubmittedBy { get; private set; }
    public string? ReviewedBy { get; private set; }
    public string? LegalReviewedBy { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The version that it published.</summary>
    public int? PublishedVersion { get; private set; }

    /// <summary>The same for all changes of one base item or implementing item, and null once closed: the database lets no two be open.</summary>
    public string? OpenKey { get; private set; }

    public bool IsOpen => ClosedAt is null;
    public bool OfBase => Region.Value.Length == 0;

    /// <summary>The region whose implementing item it changes; null for the base item.</summary>
    public RegionCode? RegionOrNone => OfBase ? null : Region;
    public bool Editable => Stage.IsEdited();

    /// <summary>Whether it comes with its full elements, for the base item.</summary>
    public bool HasItem => Kind is ChangeKind.Add or ChangeKind.Change;

    public ServiceItem Item => JsonSerializer.Deserialize<ServiceItem>(Proposed!, Journal.Json)!;
    public LocalElements Local => Proposed is null ? LocalElements.None : JsonSerializer.Deserialize<LocalElements>(Proposed, Journal.Json)!;
    public Delegation Delegation => Proposed is null ? new([]) : JsonSerializer.Deserialize<Delegation>(Proposed, Journal.Json)!;

    /// <summary>Begins a change.</summary>
    public static ItemChange Begin(ItemCode code, RegionCode region, ChangeKind kind, int startsFrom, string name, string department, string by, DateTimeOffset at, string? batch = null) => new()
    {
        Id = Guid.CreateVersion7(at).ToString("N"), Code = code, Region = region, Kind = kind, StartsFrom = startsFrom, Name = name, Department = department,
        CreatedBy = by, CreatedAt = at, Revision = 1, OpenKey = KeyOf(code, region), Batch = batch,
    };

    internal static string KeyOf(ItemCode code, RegionCode region) => $"{code.Value}/{region.Value}";

    /// <summary>What it will be; refused once it has been handed on.</summary>
    public Outcome Propose(object proposed)
    {
        if (!Editable) return NotEditable;
        if (proposed is ServiceItem item)
        {
            (Name, Department) = (item.Name.Length > ItemVersion.NameMaxLength ? item.Name[..ItemVersion.NameMaxLength] : item.Name, item.Department);
            proposed = item with { Suspension = null };
        }
        Proposed = JsonSerializer.Serialize(proposed, proposed.GetType(), Journal.Json);
        Revision++;
        return Outcome.Done;
    }

    /// <summary>Why, by what, and when.</summary>
    public Outcome Plan(ChangePlan plan)
    {
        if (!Editable) return NotEditable;
        (Reason, Basis, EffectiveAt) = plan;
        Revision++;
        return Outcome.Done;
    }

    /// <summary>Hands it to the reviewers (送审).</summary>
    public Outcome Submit(string by)
    {
        if (!Editable) return NotEditable;
        (SubmittedBy, ReviewedBy, LegalReviewedBy) = (by, null, null);
        return Move(ChangeStage.Review, "");
    }

    /// <summary>Approves it (审核通过、法制审核通过). Nobody approves what they drafted, nor in both reviews (不相容岗位分离).</summary>
    public Outcome Approve(string by)
    {
        if (Stage is not (ChangeStage.Review or ChangeStage.LegalReview)) return NotInReview;
        if (by == CreatedBy || by == SubmittedBy) return new Refusal(RefusalKind.Forbidden, "own-change", "不能审核自己起草的变更，请由他人审核。");
        if (Stage is ChangeStage.LegalReview)
        {
            if (by == ReviewedBy) return new Refusal(RefusalKind.Forbidden, "same-reviewer", "您已审核过这项变更，法制审核请由他人进行。");
            LegalReviewedBy = by;
            return Move(ChangeStage.Scheduled, "");
        }
        ReviewedBy = by;
        return Move(ChangeStage.LegalReview, "");
    }

    /// <summary>Sends it back to its editor, with the reason (退回).</summary>
    public Outcome Return(string note) => Stage.IsOnItsWay() ? Move(ChangeStage.Returned, note) : NotInReview;

    /// <summary>Takes it back before it was published (撤回).</summary>
    public Outcome Recall() => Stage.IsOnItsWay() ? Move(ChangeStage.Draft, "") : NotInReview;

    /// <summary>Gives it up (放弃).</summary>
    public Outcome Abandon(DateTimeOffset at)
    {
        if (!Editable) return NotEditable;
        (ClosedAt, OpenKey) = (at, null);
        return Move(ChangeStage.Abandoned, "");
    }

    /// <summary>It took effect (发布).</summary>
    public void Publish(int? version, DateTimeOffset at)
    {
        if (Stage is not ChangeStage.Scheduled) throw new InvalidOperationException($"Change {Id} is {Stage}.");
        (ClosedAt, OpenKey, PublishedVersion) = (at, null, version);
        Move(ChangeStage.Published, "");
    }

    private Outcome Move(ChangeStage to, string note)
    {
        (Stage, Note) = (to, note);
        Revision++;
        return Outcome.Done;
    }

    private static Refusal NotEditable { get; } = new(RefusalKind.Conflict, "change-not-editable", "这项变更已送审或已结束，不能修改。要修改请先撤回。");
    private static Refusal NotInReview { get; } = new(RefusalKind.Conflict, "change-not-in-review", "这项变更不在审核中，请刷新后查看最新状态。");
}

internal sealed class ItemChangeMap : IEntityTypeConfiguration<ItemChange>
{
    public void Configure(EntityTypeBuilder<ItemChange> builder)
    {
        builder.ToTable("catalogue_changes");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).HasMaxLength(ItemChange.IdLength);
        builder.Property(c => c.Kind).HasConversion<string>().HasMaxLength(12);
        builder.Property(c => c.Stage).HasConversion<string>().HasMaxLength(12);
        builder.Property(c => c.Name).HasMaxLength(ItemVersion.NameMaxLength);
        builder.Property(c => c.Department).HasMaxLength(24);
        builder.Property(c => c.Reason).HasMaxLength(ItemChange.TextMaxLength);
        builder.Property(c => c.Basis).HasMaxLength(ItemChange.TextMaxLength);
        builder.Property(c => c.Note).HasMaxLength(ItemChange.TextMaxLength);
        builder.Property(c => c.Batch).HasMaxLength(ItemChange.IdLength);
        builder.Property(c => c.CreatedBy).HasMaxLength(ItemChange.PersonMaxLength);
        builder.Property(c => c.SubmittedBy).HasMaxLength(ItemChange.PersonMaxLength);
        builder.Property(c => c.ReviewedBy).HasMaxLength(ItemChange.PersonMaxLength);
        builder.Property(c => c.LegalReviewedBy).HasMaxLength(ItemChange.PersonMaxLength);
        builder.Property(c => c.OpenKey).HasMaxLength(ItemCode.MaxLength + 1 + RegionCode.MaxLength);
        builder.Property(c => c.Revision).IsConcurrencyToken();
        builder.Ignore(c => c.IsOpen).Ignore(c => c.OfBase).Ignore(c => c.RegionOrNone).Ignore(c => c.Editable).Ignore(c => c.HasItem).Ignore(c => c.Item).Ignore(c => c.Local).Ignore(c => c.Delegation);
        builder.HasIndex(c => c.OpenKey).IsUnique();
        builder.HasIndex(c => new { c.Stage, c.Id });
        builder.HasIndex(c => new { c.Code, c.Region, c.Id });
        builder.HasIndex(c => new { c.Stage, c.EffectiveAt });
        builder.HasIndex(c => new { c.Batch, c.Id });
    }
}
