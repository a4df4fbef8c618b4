using Microsoft.EntityFrameworkCore;
using Yiwang.Directory;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;
using Yiwang.Portal.Caching;

namespace Yiwang.Portal.Notices;

/// <summary>A notice as it was typed.</summary>
/// <param name="Region">The region's code.</param>
/// <param name="Title">The title.</param>
/// <param name="Body">The text.</param>
/// <param name="At">When it comes out, as Ningbo's clocks show it (<c>2026-11-25T14:30</c>); empty for at once.</param>
internal sealed record TypedNotice(string? Region, string? Title, string? Body, string? At);

/// <summary>What an editor does: checks, publishes and withdraws the notices of the own region and those below.</summary>
internal sealed class NoticeActs(YiwangDb db, IDirectory directory, CurrentActor actor, Journal journal, NoticeTimes times, PortalPages pages, TimeProvider clock)
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    /// <summary>Reads what was typed, or tells everything that is wrong with it.</summary>
    internal async Task<Outcome<Notice>> Check(TypedNotice typed, CancellationToken stop)
    {
        var problems = new List<FieldProblem>();
        var (title, body) = (typed.Title?.Trim() ?? "", typed.Body?.ReplaceLineEndings("\n").Trim() ?? "");
        if (!RegionCode.TryRead(typed.Region, out var region, out var reason)) problems.Add(new("region", reason));
        else if (!MayWriteFor(region)) return new Refusal(RefusalKind.Forbidden, "not-your-region", "只能为本地区和下级地区发布公告。");
        else if (await directory.Region(region, stop) is not { Current: true }) problems.Add(new("region", "没有这个地区，请重新选择"));
        if (title.Length is 0 or > Notice.TitleMaxLength) problems.Add(new("title", $"请填写标题，不超过 {Notice.TitleMaxLength} 字"));
        if (body.Length is 0 or > Notice.BodyMaxLength) problems.Add(new("body", $"请填写正文，不超过 {Notice.BodyMaxLength} 字"));
        var now = clock.GetUtcNow();
        var at = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        if (typed.At is { Length: > 0 } when)
        {
            if (!NingboClock.TryRead(when, out var wanted, out var wrong)) problems.Add(new("at", wrong));
            else if (wanted < now) problems.Add(new("at", "发布时间已经过去，请改为以后的时间，或留空立即发布"));
            else if (wanted > now + Furthest) problems.Add(new("at", "发布时间应在一年之内"));
            else at = wanted;
        }
        if (problems.Count > 0) return Refusal.Invalid(problems);
        return new Notice { Id = Guid.CreateVersion7(now).ToString("N"), Region = region, County = region.County, Title = title, Body = body, PublishedAt = at, Author = actor.Actor.JournalName };
    }

    /// <summary>Publishes a notice at its time; its id.</summary>
    internal async Task<Outcome<string>> Publish(TypedNotice typed, CancellationToken stop)
    {
        var read = await Check(typed, stop);
        if (!read.IsDone) return read.Refusal;
        db.Add(read.Value);
        journal.Open(Stream(read.Value.Id), new NoticePublished(read.Value.Id, read.Value.Region, read.Value.Title, read.Value.PublishedAt));
        var saved = await Save(stop);
        return saved.IsDone ? read.Value.Id : saved.Refusal;
    }

    /// <summary>Takes a notice off the sites.</summary>
    internal async Task<Outcome> Withdraw(string id, CancellationToken stop)
    {
        if (await db.Set<Notice>().SingleOrDefaultAsync(n => n.Id == id, stop) is not { } notice || !MayWriteFor(notice.Region)) return Refusal.NotFound("这则公告");
        var withdrawn = notice.Withdraw(clock.GetUtcNow());
        if (!withdrawn.IsDone) return withdrawn;
        journal.Append(Stream(id), new NoticeWithdrawn(id, notice.Region));
        return await Save(stop);
    }

    /// <summary>An editor writes for the own region and all below it.</summary>
    internal bool MayWriteFor(RegionCode region) => actor.Actor.Region is { Value.Length: > 0 } own && own.Contains(region);

    private async Task<Outcome> Save(CancellationToken stop)
    {
        var saved = await db.TrySave(stop);
        times.Forget();
        await pages.Changed(Generations.Notices, CancellationToken.None);
        return saved;
    }

    private static string Stream(string id) => $"notice/{id}";
}
