using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Identity.Delegations;

/// <summary>What the page of a new delegation posts.</summary>
public sealed class DelegationForm
{
    /// <summary>The agent's name.</summary>
    public string? AgentName { get; set; }

    /// <summary>The agent's resident ID.</summary>
    public string? AgentNumber { get; set; }

    /// <summary>all, or items for those that are named.</summary>
    public string? Scope { get; set; }

    /// <summary>The codes of items, one on a line.</summary>
    public string? Items { get; set; }

    /// <summary>The last day, 2027-01-31.</summary>
    public string? Until { get; set; }
}

/// <summary>Gives, takes and takes back delegations.</summary>
internal sealed class DelegationActs(YiwangDb db, Journal journal, IItemNames names, PersonalSeal seal, CurrentActor actor, TimeProvider clock)
{
    /// <summary>How many of each kind a page lists.</summary>
    internal const int Most = 50;

    /// <summary>委托: the agent can act once he has accepted.</summary>
    internal async Task<Outcome<Guid>> Offer(DelegationForm form, CancellationToken stop)
    {
        var me = actor.Actor;
        if (me.Delegation is not null) return new Refusal(RefusalKind.Forbidden, "delegated", "受托人不能把委托再转给别人。");
        if (me.PartyNumber is not { Length: > 0 } party) return new Refusal(RefusalKind.Forbidden, "not-an-applicant", "请用个人或单位账户登录。");
        var problems = new List<FieldProblem>();
        var (name, today) = (form.AgentName?.Trim() ?? "", WorkCalendar.TodayInNingbo(clock));
        if (name.Length is 0 or > Person.NameMaxLength) problems.Add(new("agentName", "请填写受托人的姓名"));
        if (!ResidentId.TryRead(form.AgentNumber, out var number, out var reason)) problems.Add(new("agentNumber", reason));
        else if (number.Value == party) problems.Add(new("agentNumber", "不用委托自己"));
        if (me.Phone is not { Length: > 0 }) problems.Add(new("agentName", "账户里没有联系电话，请先补全"));
        if (!DateOnly.TryParseExact(form.Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)) problems.Add(new("until", "请选择委托到哪一天"));
        else if (until < today || until > today.AddDays(Delegation.DaysMax)) problems.Add(new("until", $"委托最长到 {today.AddDays(Delegation.DaysMax):yyyy-MM-dd}，不能早于今天"));
        var items = form.Scope == "items" ? await Items(form.Items, problems, stop) : [];
        if (problems.Count > 0) return Refusal.Invalid(problems);
        var found = new Delegation
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), ForCompany = me.ForCompany, PrincipalName = me.DisplayName, PrincipalNumber = party, PrincipalKey = seal.LookUp(party), PrincipalPhone = me.Phone!,
            AgentName = name, AgentNumber = number.Value, AgentKey = seal.LookUp(number.Value), Items = items.Count == 0 ? null : JsonSerializer.Serialize(items, Journal.Json),
            From = today, Until = until, At = clock.GetUtcNow(),
        };
        db.Add(found);
        journal.Append(found.Stream, new DelegationOffered([.. items.Select(i => i.Code)], until));
        await db.SaveChangesAsync(stop);
        return found.Id;
    }

    private async Task<List<DelegatedItem>> Items(string? text, List<FieldProblem> problems, CancellationToken stop)
    {
        var items = new List<DelegatedItem>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal))
        {
            if (await names.Name(line, stop) is { } name) items.Add(new(line, name));
            else problems.Add(new("items", $"没有编码为“{line}”的事项，编码在办事指南里可以找到"));
        }
        if (items.Count == 0 && problems.TrueForAll(p => p.Field != "items")) problems.Add(new("items", "请写明委托哪些事项，一行一个编码"));
        if (items.Count > Delegation.ItemsMax) problems.Add(new("items", $"一份委托最多写 {Delegation.ItemsMax} 个事项"));
        return items;
    }

    /// <summary>Those that the party has given, the latest first.</summary>
    internal Task<List<Delegation>> Given(CancellationToken stop)
    {
        var key = Key(actor.Actor.Delegation is null ? actor.Actor.PartyNumber : null);
        return db.Set<Delegation>().AsNoTracking().Where(d => d.PrincipalKey == key).OrderByDescending(d => d.At).Take(Most).ToListAsync(stop);
    }

    /// <summary>Those that the person has got, the latest first.</summary>
    internal Task<List<Delegation>> Got(CancellationToken stop)
    {
        var key = Key(Own);
        return db.Set<Delegation>().AsNoTracking().Where(d => d.AgentKey == key && d.State != DelegationState.Declined).OrderByDescending(d => d.At).Take(Most).ToListAsync(stop);
    }

    /// <summary>The delegation, if the current person gave or got it.</summary>
    internal async Task<(Delegation Found, bool AsAgent)?> Find(Guid id, CancellationToken stop)
    {
        if (await db.Set<Delegation>().FindAsync([id], stop) is not { } found) return null;
        if (found.AgentKey == Key(Own)) return (found, true);
        return actor.Actor.Delegation is null && found.PrincipalKey == Key(actor.Actor.PartyNumber) ? (found, false) : null;
    }

    internal async Task<Outcome> Run(Guid id, string act, CancellationToken stop)
    {
        if (await Find(id, stop) is not var (found, asAgent)) return Refusal.NotFound("这份委托");
        var outcome = (act, asAgent) switch
        {
            ("accept", true) => found.Accept(WorkCalendar.TodayInNingbo(clock)),
            ("decline", true) => found.Decline(),
            ("revoke", false) => found.Revoke(),
            _ => Refusal.NotFound("这份委托"),
        };
        if (!outcome.IsDone) return outcome;
        journal.Append(found.Stream, new DelegationChanged(found.State.ToString().ToLowerInvariant()));
        return await db.TrySave(stop);
    }

    // Under a delegation the person's own number is the agent's.
    private string? Own => actor.Actor.Delegation is null ? actor.Actor.PersonNumber : actor.Actor.AgentNumber;

    private string Key(string? number) => number is { Length: > 0 } ? seal.LookUp(number) : "-";
}
