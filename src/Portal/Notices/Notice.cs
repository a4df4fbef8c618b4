using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Portal.Notices;

/// <summary>A notice (公告) of one site. It is never changed once it is out: what is wrong is withdrawn and written anew.</summary>
internal sealed class Notice
{
    public const int IdLength = 32;
    public const int TitleMaxLength = 80;
    public const int BodyMaxLength = 10_000;
    public const int AuthorMaxLength = 96;
    public const int ReasonMaxLength = 200;

    /// <summary>32 hexadecimal digits that grow with time.</summary>
    public required string Id { get; init; }

    /// <summary>The region on whose site it stands, and on the sites below.</summary>
    public required RegionCode Region { get; init; }

    /// <summary>The county, zone or city around it, by which editors list.</summary>
    public required RegionCode County { get; init; }
    public required string Title { get; init; }

    /// <summary>Plain text; an empty line ends a paragraph.</summary>
    public required string Body { get; init; }

    /// <summary>From when on it is shown (UTC).</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Who published it, as the journal names officials.</summary>
    public required string Author { get; init; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>The paragraphs of the text.</summary>
    public IReadOnlyList<string> Paragraphs => Split(Body);

    public bool IsOut(DateTimeOffset now) => WithdrawnAt is null && PublishedAt <= now;

    /// <summary>撤下: takes it off the sites, or calls it off while it is not out yet.</summary>
    public Outcome Withdraw(DateTimeOffset now)
    {
        if (WithdrawnAt is not null) return new Refusal(RefusalKind.Conflict, "already-withdrawn", "这则公告已经撤下。");
        WithdrawnAt = now;
        return Outcome.Done;
    }

    internal static IReadOnlyList<string> Split(string text) => text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

internal sealed class NoticeMap : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("portal_notices");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).HasMaxLength(Notice.IdLength);
        builder.Property(n => n.Title).HasMaxLength(Notice.TitleMaxLength);
        builder.Property(n => n.Body).HasMaxLength(Notice.BodyMaxLength);
        builder.Property(n => n.Author).HasMaxLength(Notice.AuthorMaxLength);
        builder.Property(n => n.WithdrawnAt).IsConcurrencyToken();
        builder.Ignore(n => n.Paragraphs);
        builder.HasIndex(n => new { n.Region, n.PublishedAt, n.Id });
        builder.HasIndex(n => new { n.County, n.PublishedAt, n.Id });
        builder.HasIndex(n => new { n.PublishedAt, n.Id });
    }
}
