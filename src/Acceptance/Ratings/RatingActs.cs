using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.MyCases;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Ratings;

/// <summary>Takes ratings, and the answers to bad ones.</summary>
internal sealed class RatingActs(YiwangDb db, Journal journal, CaseActs acts, PersonalSeal seal, AcceptanceSettings settings, WorkCalendar calendar, CurrentActor actor, TimeProvider clock)
{
    private const int KeyLength = 22;

    /// <summary>The key of the address that a window shows as a QR code: whoever has it may rate the case, once.</summary>
    internal string Key(CaseNumber number) => seal.LookUp($"rating of {number.Value}")[..KeyLength];

    /// <summary>The case that may be rated: one's own, or the one whose key was shown. Null for any other.</summary>
    internal async Task<(Case Found, string Channel)?> Find(string number, string? key, CancellationToken stop)
    {
        if (!CaseNumber.TryParse(number, null, out var parsed) || await acts.Load(parsed, stop) is not { } found) return null;
        if (key is { Length: > 0 }) return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(Key(parsed))) ? (found, "counter") : null;
        return actor.Actor.Kind == Actor.ApplicantKind && MyCase.IsMine(actor.Actor, found.ApplicantNumber, found.SubmittedBy) ? (found, "web") : null;
    }

    internal Task<Rating?> Of(Case found, CancellationToken stop) => db.Set<Rating>().AsNoTracking().SingleOrDefaultAsync(r => r.Case == found.Number, stop);

    /// <summary>评价: once for each case.</summary>
    internal async Task<Outcome> Rate(Case found, string channel, int? level, IReadOnlyList<string> tags, string? words, CancellationToken stop)
    {
        if (level is not (>= 1 and <= RatingWords.Levels)) return Refusal.Invalid([new("level", "请选择满意程度")]);
        if (words?.Trim().Length > Rating.WordsMaxLength) return Refusal.Invalid([new("words", $"请控制在 {Rating.WordsMaxLength} 字以内")]);
        if (await Of(found, stop) is not null) return AlreadyRated;
        var known = level <= RatingWords.Bad ? RatingWords.BadTags : RatingWords.GoodTags;
        var now = clock.GetUtcNow();
        var rating = new Rating
        {
            Id = Guid.CreateVersion7(now), Case = found.Number, ItemName = found.ItemName, DepartmentName = found.DepartmentName, DepartmentRegion = found.DepartmentRegion,
            ServicePoint = found.ServicePoint, ServicePointName = found.ServicePointName, Channel = channel, Level = level.Value,
            Tags = string.Join('、', known.Where(t => tags.Contains(t, StringComparer.Ordinal))), Words = words?.Trim() ?? "", RatedAt = now,
            AnswerBy = level <= RatingWords.Bad ? calendar.AddProvisionally(WorkCalendar.DayInNingbo(now), settings.RatingDays).Day : null,
        };
        db.Add(rating);
        journal.Append(found.Stream(), new CaseRated(level.Value, channel, rating.AnswerBy));
        // Two at once: the second finds that the case has been rated.
        return (await db.TrySave(stop)).IsDone ? Outcome.Done : AlreadyRated;
    }

    /// <summary>The ratings that an official may see.</summary>
    internal IQueryable<Rating> Visible()
    {
        var (point, region) = (actor.Actor.ServicePoint, actor.Actor.Region);
        return db.Set<Rating>().AsNoTracking().Where(r => r.DepartmentRegion == region || (point != null && r.ServicePoint == point));
    }

    internal async Task<Outcome> Reply(Guid id, string? answer, CancellationToken stop)
    {
        if (!await Visible().AnyAsync(r => r.Id == id, stop) || await db.Set<Rating>().FindAsync([id], stop) is not { } rating) return Refusal.NotFound("这条评价");
        var outcome = rating.Reply(answer, actor.Actor.JournalName, clock.GetUtcNow());
        if (!outcome.IsDone) return outcome;
        journal.Append(CaseJournal.Stream(rating.Case), new RatingAnswered());
        return await db.TrySave(stop);
    }

    private static Refusal AlreadyRated { get; } = new(RefusalKind.Conflict, "already-rated", "这次办理已经评价过，谢谢您。");
}
