using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Documents.Paper;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Notices;

/// <summary>A numbered notice (告知书、通知书、决定书) that was issued in a case, word for word. Never changed: it is kept with the case.</summary>
internal sealed class Notice
{
    public required Guid Id { get; init; }
    public required CaseNumber Case { get; init; }

    /// <summary>The kind, as the templates name it.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>The document's number (发文字号), such as 海曙区市场监督管理局受〔2026〕17号.</summary>
    public required string Number { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The whole document as JSON.</summary>
    public required string Text { get; init; }

    public OfficialDocument Read() => JsonSerializer.Deserialize<OfficialDocument>(Text, Journal.Json)!;
}

internal sealed class NoticeMap : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("acceptance_notices");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Kind).HasMaxLength(16);
        builder.Property(n => n.Title).HasMaxLength(32);
        builder.Property(n => n.Number).HasMaxLength(96);
        builder.Property(n => n.Text).IsPersonal();
        builder.HasIndex(n => new { n.Case, n.IssuedAt });
        builder.HasIndex(n => n.Number).IsUnique();
    }
}

/// <summary>How far the numbers of a department's notices of one kind are given out in a year. Only the one reader that issues them counts on.</summary>
internal sealed class NoticeSeries
{
    public required string Department { get; init; }
    public required int Year { get; init; }
    public required string Kind { get; init; }
    public int Last { get; private set; }

    public int Next() => ++Last;
}

internal sealed class NoticeSeriesMap : IEntityTypeConfiguration<NoticeSeries>
{
    public void Configure(EntityTypeBuilder<NoticeSeries> builder)
    {
        builder.ToTable("acceptance_notice_series");
        builder.HasKey(s => new { s.Department, s.Year, s.Kind });
        builder.Property(s => s.Department).HasMaxLength(24);
        builder.Property(s => s.Kind).HasMaxLength(16);
        builder.Property(s => s.Last).IsConcurrencyToken();
    }
}
