using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Identity.Delegations;

/// <summary>Where a delegation stands.</summary>
internal enum DelegationState
{
    /// <summary>待接受.</summary>
    Offered,

    /// <summary>有效, from its first to its last day.</summary>
    Accepted,

    /// <summary>The agent did not want it (已谢绝).</summary>
    Declined,

    /// <summary>The principal took it back (已撤销, 民法典 173).</summary>
    Revoked,
}

/// <summary>
/// 授权委托: a person or a company lets somebody apply in its name (行政许可法 29 (2)), in writing: who, for what, and until when (民法典 165).
/// </summary>
internal sealed class Delegation
{
    /// <summary>The most days that it holds; it can be given again.</summary>
    public const int DaysMax = 365;

    /// <summary>The most items that it names.</summary>
    public const int ItemsMax = 20;

    public required Guid Id { get; init; }

    /// <summary>Whether a company is represented.</summary>
    public required bool ForCompany { get; init; }

    public required string PrincipalName { get; init; }
    public required string PrincipalNumber { get; init; }

    /// <summary>By which the principal's delegations are found.</summary>
    public required string PrincipalKey { get; init; }

    public required string PrincipalPhone { get; init; }
    public required string AgentName { get; init; }
    public required string AgentNumber { get; init; }

    /// <summary>By which the agent's delegations are found.</summary>
    public required string AgentKey { get; init; }

    /// <summary>The items for which it holds, by code, with their names as they were, JSON; null for all.</summary>
    public string? Items { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public required DateOnly Until { get; init; }

    public required DateTimeOffset At { get; init; }
    public DelegationState State { get; private set; } = DelegationState.Offered;
    public int Revision { get; private set; }

    public string Stream => $"delegation/{Id:N}";

    public IReadOnlyList<DelegatedItem> ReadItems() => Items is null ? [] : JsonSerializer.Deserialize<List<DelegatedItem>>(Items, Journal.Json)!;

    /// <summary>Whether somebody can act under it on a day.</summary>
    public bool Holds(DateOnly day) => State is DelegationState.Accepted && day >= From && day <= Until;

    /// <summary>接受.</summary>
    public Outcome Accept(DateOnly today) => State is not DelegationState.Offered ? Wrong("接受") : today > Until ? new Refusal(RefusalKind.Conflict, "too-late", "这份委托已经过期。") : Become(DelegationState.Accepted);

    /// <summary>谢绝, also of what was accepted (辞去委托, 民法典 173).</summary>
    public Outcome Decline() => State is DelegationState.Offered or DelegationState.Accepted ? Become(DelegationState.Declined) : Wrong("谢绝");

    /// <summary>撤销.</summary>
    public Outcome Revoke() => State is DelegationState.Offered or DelegationState.Accepted ? Become(DelegationState.Revoked) : Wrong("撤销");

    private Outcome Become(DelegationState state)
    {
        State = state;
        Revision++;
        return Outcome.Done;
    }

    private Refusal Wrong(string act) => new(RefusalKind.Conflict, "wrong-state", $"这份委托{DelegationWords.State(this, From)}，不能{act}。");
}

/// <summary>An item for which a delegation holds.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name when it was given.</param>
internal sealed record DelegatedItem(string Code, string Name);

internal static class DelegationWords
{
    internal static string State(Delegation found, DateOnly today) => found.State switch
    {
        DelegationState.Offered => today > found.Until ? "已过期" : "待接受",
        DelegationState.Accepted => today > found.Until ? "已过期" : today < found.From ? "还没有开始" : "有效",
        DelegationState.Declined => "已谢绝",
        _ => "已撤销",
    };

    internal static string Scope(Delegation found) => found.ReadItems() is { Count: > 0 } items ? string.Join("、", items.Select(i => i.Name)) : "全部可以申请的事项";
}

internal sealed class DelegationMap : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("identity_delegations");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.PrincipalName).HasMaxLength(128);
        builder.Property(d => d.PrincipalNumber).IsPersonal();
        builder.Property(d => d.PrincipalKey).HasMaxLength(PersonalSeal.LookUpLength).IsUnicode(false);
        builder.Property(d => d.PrincipalPhone).IsPersonal();
        builder.Property(d => d.AgentName).HasMaxLength(Person.NameMaxLength);
        builder.Property(d => d.AgentNumber).IsPersonal();
        builder.Property(d => d.AgentKey).HasMaxLength(PersonalSeal.LookUpLength).IsUnicode(false);
        builder.Property(d => d.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(d => d.Revision).IsConcurrencyToken();
        builder.Ignore(d => d.Stream);
        builder.HasIndex(d => new { d.PrincipalKey, d.At });
        builder.HasIndex(d => new { d.AgentKey, d.At });
    }
}
