using Microsoft.EntityFrameworkCore;
using Yiwang.Directory;
using Yiwang.Documents.Paper;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Supervision.Findings;
using Yiwang.Supervision.Rules;

namespace Yiwang.Supervision.Letters;

/// <summary>督办: letters are issued, answered, given back and closed.</summary>
internal sealed class LetterActs(YiwangDb db, Journal journal, FindingActs findings, CurrentSight sight, CurrentActor actor, IDirectory directory, WorkCalendar calendar, TimeProvider clock)
{
    private static string Stream(Guid id) => $"letter/{id}";

    /// <summary>What an official may see.</summary>
    internal IQueryable<Letter> Visible()
    {
        IQueryable<Letter> letters = db.Set<Letter>();
        if (sight.Now.Region is { } region) letters = letters.Where(l => l.Region == region);
        if (sight.Now.Department is { } department) letters = letters.Where(l => l.Department == department);
        return letters;
    }

    /// <summary>Whether a letter may follow a finding: a card that was upheld, or whose day passed without an answer.</summary>
    internal bool MayFollow(Finding found) => sight.Now.Supervises && found.AnswerBy is { } by && (found.State is FindingState.Upheld || (found.State is FindingState.Open && WorkCalendar.TodayInNingbo(clock) > by));

    /// <summary>发出督办通知书; its address where it is done.</summary>
    internal async Task<Outcome<Guid>> Issue(Guid finding, string? demand, int? days, CancellationToken stop)
    {
        if (await findings.Visible().SingleOrDefaultAsync(f => f.Id == finding, stop) is not { } found) return Refusal.NotFound("这条监察发现");
        if (!MayFollow(found)) return new Refusal(RefusalKind.Conflict, "not-to-follow", "维持的黄牌、红牌，或者过期没有答复的，才可以督办。");
        if (await db.Set<Letter>().AnyAsync(l => l.Finding == finding, stop)) return new Refusal(RefusalKind.Conflict, "issued-already", "已经督办过。");
        if (Finding.Checked(demand, "请写明要求") is { } wrong) return wrong;
        if (days is not (>= 1 and <= Letter.DaysMost)) return Refusal.Invalid([new("days", $"请填 1 到 {Letter.DaysMost} 个工作日")]);
        var now = clock.GetUtcNow();
        var today = WorkCalendar.DayInNingbo(now);
        var (issuer, number) = await Next(today.Year, stop);
        var letter = new Letter
        {
            Id = Guid.CreateVersion7(now), Finding = finding, Case = found.Case, Department = found.Department, DepartmentName = found.DepartmentName, Region = found.Region,
            Issuer = issuer, Number = number, Demand = demand!.Trim(), IssuedAt = now, IssuedBy = actor.Actor.JournalName, Due = calendar.AddProvisionally(today, days.Value).Day,
        };
        db.Add(letter);
        journal.Append(Stream(letter.Id), new LetterIssued(finding, found.Case, found.Department, letter.Number, letter.Due));
        var saved = await db.TrySave(stop);
        return saved.IsDone ? letter.Id : saved.Refusal;
    }

    internal async Task<Outcome> Reply(Guid id, string? words, CancellationToken stop)
    {
        if (await Visible().SingleOrDefaultAsync(l => l.Id == id, stop) is not { } letter) return Refusal.NotFound("这份督办通知书");
        if (!findings.Answers) return new Refusal(RefusalKind.Forbidden, "not-yours", "只有办理部门的人员可以反馈。");
        var outcome = letter.Reply(words, actor.Actor.JournalName, clock.GetUtcNow());
        if (!outcome.IsDone) return outcome;
        journal.Append(Stream(id), new LetterAnswered());
        return await db.TrySave(stop);
    }

    internal async Task<Outcome> Judge(Guid id, bool done, string? words, int? days, CancellationToken stop)
    {
        if (!sight.Now.Supervises || await Visible().SingleOrDefaultAsync(l => l.Id == id, stop) is not { } letter) return Refusal.NotFound("这份督办通知书");
        if (!done && days is not (>= 1 and <= Letter.DaysMost)) return Refusal.Invalid([new("days", $"请填 1 到 {Letter.DaysMost} 个工作日")]);
        var due = done ? letter.Due : calendar.AddProvisionally(WorkCalendar.TodayInNingbo(clock), days!.Value).Day;
        var outcome = letter.Judge(done, words, actor.Actor.JournalName, due, clock.GetUtcNow());
        if (!outcome.IsDone) return outcome;
        journal.Append(Stream(id), new LetterJudged(done, done ? null : due));
        return await db.TrySave(stop);
    }

    /// <summary>The letter on official paper.</summary>
    internal static OfficialDocument Paper(Letter letter, Finding found) => new("督办通知书", letter.Number, letter.DepartmentName,
        [
            new(LineStyle.Paragraph, $"电子监察发现，办件 {letter.Case.Value} 存在“{RuleBook.Text(found.Rule).Name}”（{FindingWords.Level(found.Level)}）：{found.Words}。依据：{RuleBook.Text(found.Rule).Source}。"),
            new(LineStyle.Paragraph, letter.Demand),
            new(LineStyle.Paragraph, $"请在{letter.Due:yyyy年M月d日}前办结并反馈办理情况。"),
        ], letter.Issuer, WorkCalendar.DayInNingbo(letter.IssuedAt));

    /// <summary>Who issues a letter of the actor, and its number in that organ's series.</summary>
    private async Task<(string Issuer, string Number)> Next(int year, CancellationToken stop)
    {
        var region = sight.Now.Region ?? RegionCode.Ningbo;
        var series = await db.Set<LetterSeries>().FindAsync([region, year], stop);
        if (series is null) db.Add(series = new LetterSeries { Region = region, Year = year });
        var name = (await directory.Region(region, stop))?.Name;
        return ($"{name}电子监察", $"{name}监察督〔{year}〕{series.Next()}号");
    }
}
