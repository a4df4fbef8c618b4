using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Supervision.Findings;
using Yiwang.Supervision.Watch;

namespace Yiwang.Supervision.Rules;

/// <summary>The rules: what they say comes with the platform (rules.json), their levels and numbers are versions that a supervisor publishes.</summary>
internal sealed class RuleBook(YiwangDb db, Journal journal, CurrentActor actor, TimeProvider clock)
{
    private IReadOnlyDictionary<string, SupervisionRule>? _current;

    /// <summary>What the rules say, in the order in which they are shown.</summary>
    internal static IReadOnlyList<RuleText> Texts { get; } = Read();

    internal static RuleText Text(string code) => Texts.Single(t => t.Code == code);

    /// <summary>The version of each rule that is in force.</summary>
    internal async ValueTask<IReadOnlyDictionary<string, SupervisionRule>> Current(CancellationToken stop)
    {
        if (_current is not null) return _current;
        var stored = await db.Set<SupervisionRule>().AsNoTracking().ToListAsync(stop);
        return _current = Texts.ToDictionary(t => t.Code, t => stored.Where(r => r.Code == t.Code).MaxBy(r => r.Version) ?? First(t), StringComparer.Ordinal);
    }

    /// <summary>The versions of a rule, the newest first.</summary>
    internal async Task<IReadOnlyList<SupervisionRule>> Versions(RuleText text, CancellationToken stop) =>
        [.. await db.Set<SupervisionRule>().AsNoTracking().Where(r => r.Code == text.Code).OrderByDescending(r => r.Version).ToListAsync(stop), First(text)];

    /// <summary>Publishes a new version. Open cases are looked at again under it; findings that there are stay as they are.</summary>
    internal async Task<Outcome> Change(RuleText text, Signal level, int? parameter, bool enabled, CancellationToken stop)
    {
        if (text.Unit is null) parameter = 0;
        if (parameter is not { } number || number < text.Least || number > text.Most) return Refusal.Invalid([new("parameter", $"请填 {text.Least} 到 {text.Most} 之间的整数")]);
        await using var transaction = await db.BeginWrite(stop);
        _current = null;
        var now = (await Current(stop))[text.Code];
        if (now.Level == level && now.Parameter == number && now.Enabled == enabled) return new Refusal(RefusalKind.Conflict, "nothing-changed", "和现行版本一样，没有需要发布的。");
        var next = new SupervisionRule { Code = text.Code, Version = now.Version + 1, Level = level, Parameter = number, Enabled = enabled, PublishedBy = actor.Actor.JournalName, PublishedAt = clock.GetUtcNow() };
        db.Add(next);
        journal.Append($"rule/{text.Code}", new RuleChanged(text.Code, next.Version, FindingWords.Code(level), number, enabled));
        var saved = await db.TrySave(stop);
        if (!saved.IsDone) return saved;
        var today = WorkCalendar.TodayInNingbo(clock);
        await db.Set<WatchedCase>().Where(c => c.EndedAt == null).ExecuteUpdateAsync(c => c.SetProperty(x => x.CheckOn, today), stop);
        await transaction.Commit(stop);
        _current = null;
        return Outcome.Done;
    }

    private static SupervisionRule First(RuleText text) => new() { Code = text.Code, Version = 1, Level = text.Level, Parameter = text.Parameter, Enabled = true, PublishedBy = "", PublishedAt = default };

    private static List<RuleText> Read()
    {
        using var stream = typeof(RuleBook).Assembly.GetManifestResourceStream("Yiwang.Supervision.Rules.rules.json") ?? throw new InvalidOperationException("The rules of supervision are missing.");
        return JsonSerializer.Deserialize<List<RuleText>>(stream, Journal.Json)!;
    }
}
