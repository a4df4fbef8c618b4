using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Directory;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Transfers;

/// <summary>What travels.</summary>
internal enum TransferKind
{
    /// <summary>What applicants handed in on paper (申请材料).</summary>
    Papers,

    /// <summary>Results on paper, on their way to where they are collected (办理结果).</summary>
    Results,
}

/// <summary>Where a slip stands.</summary>
internal enum TransferState
{
    /// <summary>待交接: packed, not handed over.</summary>
    Packed,

    /// <summary>在途: signed for by who carries it.</summary>
    HandedOver,

    /// <summary>已签收.</summary>
    Received,
}

/// <summary>物料流转单: papers that travel between service points and departments, with who gave and who took them, and when.</summary>
internal sealed class TransferSlip
{
    /// <summary>The most cases on one slip.</summary>
    public const int LinesMax = 100;

    public const int CarrierMaxLength = 64;
    public const int RemarkMaxLength = 200;

    public required Guid Id { get; init; }

    /// <summary>Its number in the sender's series, such as 余姚市行政服务中心流转〔2026〕17号.</summary>
    public required string Number { get; init; }

    public required TransferKind Kind { get; init; }
    public required string From { get; init; }
    public required string FromName { get; init; }
    public required RegionCode FromRegion { get; init; }
    public required string To { get; init; }
    public required string ToName { get; init; }
    public required RegionCode ToRegion { get; init; }
    public required string PackedBy { get; init; }
    public required DateTimeOffset PackedAt { get; init; }
    public TransferState State { get; private set; } = TransferState.Packed;

    /// <summary>Who hands it over for the sender, and who carries it.</summary>
    public string? HandedOverBy { get; private set; }

    public string? Carrier { get; private set; }
    public DateTimeOffset? HandedOverAt { get; private set; }
    public string? ReceivedBy { get; private set; }
    public DateTimeOffset? ReceivedAt { get; private set; }

    /// <summary>What the receiver has to say of it.</summary>
    public string? Remark { get; private set; }

    /// <summary>How many of its lines had not come.</summary>
    public int Missing { get; private set; }

    public int Revision { get; private set; }

    public string Stream => $"transfer/{Id:N}";

    /// <summary>交接.</summary>
    public Outcome HandOver(string by, string? carrier, DateTimeOffset at)
    {
        if (State is not TransferState.Packed) return Wrong("交接");
        if (string.IsNullOrWhiteSpace(carrier)) return Refusal.Invalid([new("carrier", "请填写由谁送去，例如交换员姓名或机要通信单号")]);
        if (carrier.Trim().Length > CarrierMaxLength) return Refusal.Invalid([new("carrier", $"请控制在 {CarrierMaxLength} 字以内")]);
        (State, HandedOverBy, Carrier, HandedOverAt) = (TransferState.HandedOver, by, carrier.Trim(), at);
        Revision++;
        return Outcome.Done;
    }

    /// <summary>签收: with what had not come.</summary>
    public Outcome Receive(string by, int missing, string? remark, DateTimeOffset at)
    {
        if (State is not TransferState.HandedOver) return Wrong("签收");
        if (missing > 0 && string.IsNullOrWhiteSpace(remark)) return Refusal.Invalid([new("remark", "有没收到的，请写明情况")]);
        if (remark?.Trim().Length > RemarkMaxLength) return Refusal.Invalid([new("remark", $"请控制在 {RemarkMaxLength} 字以内")]);
        (State, ReceivedBy, ReceivedAt, Missing, Remark) = (TransferState.Received, by, at, missing, remark?.Trim());
        Revision++;
        return Outcome.Done;
    }

    /// <summary>Whether it can be unpacked: nobody has taken it yet.</summary>
    public Outcome MayUnpack() => State is TransferState.Packed ? Outcome.Done : Wrong("拆单");

    private Refusal Wrong(string act) => new(RefusalKind.Conflict, "wrong-state", $"这张流转单{TransferWords.State(State)}，不能{act}。");
}

internal sealed class TransferSlipMap : IEntityTypeConfiguration<TransferSlip>
{
    public void Configure(EntityTypeBuilder<TransferSlip> builder)
    {
        builder.ToTable("acceptance_transfer_slips");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Number).HasMaxLength(128);
        builder.Property(s => s.Kind).HasConversion<string>().HasMaxLength(8);
        builder.Property(s => s.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(s => s.From).HasMaxLength(24);
        builder.Property(s => s.FromName).HasMaxLength(ServicePoint.NameMaxLength);
        builder.Property(s => s.To).HasMaxLength(24);
        builder.Property(s => s.ToName).HasMaxLength(ServicePoint.NameMaxLength);
        builder.Property(s => s.PackedBy).HasMaxLength(64);
        builder.Property(s => s.HandedOverBy).HasMaxLength(64);
        builder.Property(s => s.Carrier).HasMaxLength(TransferSlip.CarrierMaxLength);
        builder.Property(s => s.ReceivedBy).HasMaxLength(64);
        builder.Property(s => s.Remark!).IsPersonal();
        builder.Property(s => s.Revision).IsConcurrencyToken();
        builder.Ignore(s => s.Stream);
        builder.HasIndex(s => s.Number).IsUnique();
        builder.HasIndex(s => new { s.From, s.State, s.PackedAt });
        builder.HasIndex(s => new { s.To, s.State, s.PackedAt });
        builder.HasIndex(s => new { s.FromRegion, s.State, s.PackedAt });
        builder.HasIndex(s => new { s.ToRegion, s.State, s.PackedAt });
    }
}
