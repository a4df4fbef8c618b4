using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Synonyms;

/// <summary>What an editor does to the words by which queries are read: adds a group, changes it, removes it.</summary>
internal sealed class KeepSynonyms(YiwangDb db, Journal journal, SynonymShelf shelf, TimeProvider clock)
{
    internal const string Stream = "catalogue/synonyms";

    internal async Task<Outcome> Add(string? kind, string? text, CancellationToken stop)
    {
        if (SynonymGroup.Read(kind ?? "", text, out var words) is { } problem) return Refusal.Invalid([new("words", problem)]);
        if (await db.Set<SynonymGroup>().AnyAsync(g => g.Kind == kind && g.Words == words, stop)) return Refusal.Invalid([new("words", "已经有这一组词")]);
        var group = new SynonymGroup { Id = Guid.CreateVersion7(), Kind = kind!, Words = words, ChangedAt = clock.GetUtcNow() };
        db.Add(group);
        return await Save(new(group.Id, group.Kind, null, words), stop);
    }

    internal async Task<Outcome> Change(Guid id, string? text, CancellationToken stop)
    {
        if (await db.Set<SynonymGroup>().SingleOrDefaultAsync(g => g.Id == id, stop) is not { } group) return Missing;
        if (SynonymGroup.Read(group.Kind, text, out var words) is { } problem) return Refusal.Invalid([new($"words-{id:N}", problem)]);
        if (group.Words == words) return Outcome.Done;
        if (await db.Set<SynonymGroup>().AnyAsync(g => g.Kind == group.Kind && g.Words == words, stop)) return Refusal.Invalid([new($"words-{id:N}", "已经有这一组词")]);
        var before = group.Words;
        (group.Words, group.ChangedAt) = (words, clock.GetUtcNow());
        return await Save(new(id, group.Kind, before, words), stop);
    }

    internal async Task<Outcome> Remove(Guid id, CancellationToken stop)
    {
        if (await db.Set<SynonymGroup>().SingleOrDefaultAsync(g => g.Id == id, stop) is not { } group) return Missing;
        db.Remove(group);
        return await Save(new(id, group.Kind, group.Words, null), stop);
    }

    private async Task<Outcome> Save(SynonymsChanged fact, CancellationToken stop)
    {
        journal.Append(Stream, fact);
        var saved = await db.TrySave(stop);
        shelf.Forget();
        return saved;
    }

    private static Refusal Missing { get; } = Refusal.NotFound("这一组词");
}
