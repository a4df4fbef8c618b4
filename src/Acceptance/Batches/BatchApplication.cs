using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Acceptance.Cases;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Batches;

/// <summary>Where a batch stands.</summary>
internal enum BatchState
{
    /// <summary>Being put together.</summary>
    Open,

    /// <summary>Its rows are handed in one by one.</summary>
    Running,
    Done,
}

/// <summary>Many applications for one item in one file (批量申请): every row becomes a case of its own, and one that is wrong holds up no other.</summary>
internal sealed class BatchApplication
{
    /// <summary>The most rows of a batch.</summary>
    public const int RowsMax = 500;

    public required Guid Id { get; init; }

    /// <summary>Whose it is, as the journal names actors.</summary>
    public required string Owner { get; init; }

    public required ItemCode Item { get; init; }
    public required string ItemName { get; init; }
    public required RegionCode Region { get; init; }
    public required string ApplicantKind { get; init; }
    public required string ApplicantName { get; init; }
    public required string ApplicantNumber { get; init; }
    public required string ApplicantPhone { get; init; }
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>The materials that every row hands in, JSON.</summary>
    public string Materials { get; set; } = "[]";

    public BatchState State { get; set; } = BatchState.Open;

    public List<SubmittedMaterial> ReadMaterials() => JsonSerializer.Deserialize<List<SubmittedMaterial>>(Materials, Journal.Json)!;
}

/// <summary>Where a row of a batch stands.</summary>
internal enum BatchRowState
{
    Ready,
    Wrong,
    Submitted,
}

/// <summary>A row of a batch.</summary>
internal sealed class BatchRow
{
    public required Guid Batch { get; init; }

    /// <summary>Its number as the spreadsheet counts.</summary>
    public required int Number { get; init; }

    public required string Values { get; init; }

    /// <summary>What is wrong, in sentences, one on a line; null when nothing is.</summary>
    public string? Problems { get; set; }

    public BatchRowState State { get; set; }
    public CaseNumber? Case { get; set; }
    public int Revision { get; set; }

    public JsonObject ReadValues() => JsonNode.Parse(Values)!.AsObject();
}

internal sealed class BatchApplicationMap : IEntityTypeConfiguration<BatchApplication>
{
    public void Configure(EntityTypeBuilder<BatchApplication> builder)
    {
        builder.ToTable("acceptance_batches");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Owner).HasMaxLength(96);
        builder.Property(b => b.ItemName).HasMaxLength(200);
        builder.Property(b => b.ApplicantKind).HasMaxLength(8);
        builder.Property(b => b.ApplicantName).HasMaxLength(Applicant.NameMaxLength);
        builder.Property(b => b.ApplicantNumber).IsPersonal();
        builder.Property(b => b.ApplicantPhone).IsPersonal();
        builder.Property(b => b.Materials).IsPersonal();
        builder.Property(b => b.State).HasConversion<string>().HasMaxLength(8);
        builder.HasIndex(b => new { b.Owner, b.BegunAt });
        builder.HasIndex(b => b.State);
    }
}

internal sealed class BatchRowMap : IEntityTypeConfiguration<BatchRow>
{
    public void Configure(EntityTypeBuilder<BatchRow> builder)
    {
        builder.ToTable("acceptance_batch_rows");
        builder.HasKey(r => new { r.Batch, r.Number });
        builder.Property(r => r.Values).IsPersonal();
        builder.Property(r => r.Problems!).IsPersonal();
        builder.Property(r => r.State).HasConversion<string>().HasMaxLength(12);
        builder.Property(r => r.Revision).IsConcurrencyToken();
        builder.HasIndex(r => new { r.Batch, r.State });
    }
}
