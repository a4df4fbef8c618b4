using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yiwang.Supervision.Rules;

/// <summary>How grave a finding is (监察信号).</summary>
public enum Signal
{
    /// <summary>提示: the handler sees it.</summary>
    Notice,

    /// <summary>预警.</summary>
    Warning,

    /// <summary>黄牌: the department answers.</summary>
    YellowCard,

    /// <summary>红牌: the department answers; the leader is told.</summary>
    RedCard,
}

/// <summary>A version of a rule (监察规则). Findings name the version under which they were made; a new one never changes an old finding.</summary>
internal sealed class SupervisionRule
{
    public const int CodeMaxLength = 24;

    public required string Code { get; init; }
    public required int Version { get; init; }
    public required Signal Level { get; init; }

    /// <summary>The rule's number, in the unit that <see cref="RuleText.Unit"/> names; 0 where it has none.</summary>
    public required int Parameter { get; init; }

    public required bool Enabled { get; init; }

    /// <summary>Who published it, as the journal names actors; empty for the version that comes with the platform.</summary>
    public required string PublishedBy { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
}

/// <summary>What a rule says, whatever its version.</summary>
/// <param name="Code">Its code, such as <c>TIME_PROMISED</c>.</param>
/// <param name="Family">Its family (时限、流程).</param>
/// <param name="Name">Its name.</param>
/// <param name="Words">When it fires; <c>{0}</c> stands for its number.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Unit">The unit of its number; null where it has none.</param>
/// <param name="Least">The least number allowed.</param>
/// <param name="Most">The greatest number allowed.</param>
/// <param name="Level">The level of version 1.</param>
/// <param name="Parameter">The number of version 1.</param>
internal sealed record RuleText(string Code, string Family, string Name, string Words, string Source, string? Unit, int Least, int Most, Signal Level, int Parameter)
{
    /// <summary>When it fires, with the number of a version.</summary>
    internal string Say(int parameter) => string.Format(CultureInfo.InvariantCulture, Words, parameter);
}

internal sealed class SupervisionRuleMap : IEntityTypeConfiguration<SupervisionRule>
{
    public void Configure(EntityTypeBuilder<SupervisionRule> builder)
    {
        builder.ToTable("supervision_rules");
        builder.HasKey(r => new { r.Code, r.Version });
        builder.Property(r => r.Code).HasMaxLength(SupervisionRule.CodeMaxLength);
        builder.Property(r => r.Level).HasConversion<string>().HasMaxLength(12);
        builder.Property(r => r.PublishedBy).HasMaxLength(96);
    }
}
