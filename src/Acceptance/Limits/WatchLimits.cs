using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Joint;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Acceptance.Limits;

/// <summary>
/// Lets limits run out: a case that nobody answered in five working days is accepted by law (行政许可法 32 (4)); one that was not corrected
/// in time counts as withdrawn, and one whose owed materials did not come loses its acceptance (浙江省保障“最多跑一次”改革规定 11). Limits that were
/// counted into an unknown year are counted again once its holidays are known.
/// </summary>
internal sealed class WatchLimits(IServiceScopeFactory scopes, WorkCalendar calendar, TimeProvider clock, ILogger<WatchLimits> log) : Chore(TimeSpan.FromMinutes(1), clock, log)
{
    private const int BatchSize = 100;

    /// <summary>Working days before the last day on which applicants are reminded.</summary>
    private const int RemindDays = 3;

    /// <summary>Up to which day the holidays were known when all was counted again last: until more are known there is nothing to count, and looking for it reads every case.</summary>
    private DateOnly _countedWith;

    protected override async Task Once(CancellationToken stop)
    {
        if (calendar.LastKnown is var known && known != _countedWith)
        {
            while (await CountAgain(stop) == BatchSize) { }
            _countedWith = known;
        }
        while (await AcceptSilentOnes(stop) == BatchSize) { }
        while (await EndUncorrected(stop) == BatchSize) { }
        while (await RevokeUnsupplied(stop) == BatchSize) { }
        while (await EndSilentOpinions(stop) == BatchSize) { }
        while (await RemindApplicants(stop) == BatchSize) { }
    }

    /// <summary>Reminds one batch of applicants some working days before what they have to hand in is late; how many were due.</summary>
    internal Task<int> RemindApplicants(CancellationToken stop) => EachDue(
        (cases, today) =>
        {
            var until = calendar.AddProvisionally(today, RemindDays).Day;
            return cases.Where(c => (c.State == CaseState.AwaitingCorrection && c.CorrectBy >= today && c.CorrectBy <= until && (c.RemindedOf == null || c.RemindedOf != c.CorrectBy))
                || (c.State == CaseState.Accepted && c.Owed != null && c.OwedBy >= today && c.OwedBy <= until && (c.RemindedOf == null || c.RemindedOf != c.OwedBy))).OrderBy(c => c.Number);
        },
        (acts, found) => Task.FromResult(acts.Remind(found)), stop);

    /// <summary>Lets one batch of departments' own limits run out (并联审批); how many were due.</summary>
    internal async Task<int> EndSilentOpinions(CancellationToken stop)
    {
        await using var list = scopes.CreateAsyncScope();
        var (today, last) = (WorkCalendar.TodayInNingbo(Clock), list.ServiceProvider.GetRequiredService<WorkCalendar>().LastKnown);
        var due = await list.ServiceProvider.GetRequiredService<YiwangDb>().Set<DepartmentOpinion>()
            .Where(o => o.State == OpinionState.Asked && !o.Escalated && o.Due < today && (!o.DueProvisional || o.Due <= last)).OrderBy(o => o.Due).Select(o => o.Number).Take(BatchSize).ToListAsync(stop);
        foreach (var number in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            var (acts, joint) = (scope.ServiceProvider.GetRequiredService<CaseActs>(), scope.ServiceProvider.GetRequiredService<JointActs>());
            if (await joint.Load(number, stop) is not { } opinion || await acts.Load(opinion.Case, stop) is not { } found) continue;
            var item = await acts.Item(found, stop);
            // A day that was counted into an unknown year is counted again first.
            if (opinion.DueProvisional) joint.CountAgain(item, opinion);
            else joint.FallSilent(found, item, opinion);
            await scope.ServiceProvider.GetRequiredService<YiwangDb>().TrySave(stop);
        }
        return due.Count;
    }

    /// <summary>Accepts one batch of those that nobody answered; how many were due.</summary>
    internal Task<int> AcceptSilentOnes(CancellationToken stop) => EachDue(
        (cases, today) => cases.Where(c => c.State == CaseState.Received && c.AnswerBy < today && !c.AnswerByProvisional).OrderBy(c => c.AnswerBy),
        (acts, found) => acts.Accept(found, AcceptedBy.Silence, null, stop), stop);

    /// <summary>Ends one batch of those that were not corrected in time; how many were due.</summary>
    internal Task<int> EndUncorrected(CancellationToken stop) => EachDue(
        (cases, today) => cases.Where(c => c.State == CaseState.AwaitingCorrection && c.CorrectBy < today && !c.CorrectByProvisional).OrderBy(c => c.CorrectBy),
        (acts, found) => acts.DeemWithdrawn(found, stop), stop);

    /// <summary>Revokes the acceptance of one batch of those whose owed materials did not come in time; how many were due.</summary>
    internal Task<int> RevokeUnsupplied(CancellationToken stop) => EachDue(
        (cases, today) => cases.Where(c => c.State == CaseState.Accepted && c.Owed != null && c.OwedBy < today && !c.OwedByProvisional).OrderBy(c => c.OwedBy),
        (acts, found) => acts.RevokeAcceptance(found, stop), stop);

    /// <summary>Does an act on each of one batch, in a transaction of its own, so that a race over one does not undo the others.</summary>
    private async Task<int> EachDue(Func<IQueryable<Case>, DateOnly, IQueryable<Case>> which, Func<CaseActs, Case, Task<Outcome>> act, CancellationToken stop)
    {
        await using var list = scopes.CreateAsyncScope();
        var due = await which(list.ServiceProvider.GetRequiredService<YiwangDb>().Set<Case>(), WorkCalendar.TodayInNingbo(Clock)).Select(c => c.Number).Take(BatchSize).ToListAsync(stop);
        foreach (var number in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            var acts = scope.ServiceProvider.GetRequiredService<CaseActs>();
            if (await acts.Load(number, stop) is { } found && (await act(acts, found)).IsDone) await scope.ServiceProvider.GetRequiredService<YiwangDb>().TrySave(stop);
        }
        return due.Count;
    }

    /// <summary>Counts one batch again. Each becomes certain, or moves past what is known, so that none is looked at twice.</summary>
    internal async Task<int> CountAgain(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var acts = scope.ServiceProvider.GetRequiredService<CaseActs>();
        var last = scope.ServiceProvider.GetRequiredService<WorkCalendar>().LastKnown;
        var open = await db.Set<Case>()
            .Where(c => c.State != CaseState.Closed && ((c.AnswerByProvisional && c.AnswerBy <= last) || (c.DueProvisional && (c.LegalDue ?? c.PromisedDue) <= last) || (c.CorrectByProvisional && c.CorrectBy <= last) || (c.OwedByProvisional && c.OwedBy <= last)))
            .OrderBy(c => c.Number).Take(BatchSize).ToListAsync(stop);
        foreach (var found in open) await acts.CountAgain(found, stop);
        return (await db.TrySave(stop)).IsDone ? open.Count : 0;
    }
}
