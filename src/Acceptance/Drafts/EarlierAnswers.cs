using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Forms;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Drafts;

/// <summary>
/// What a party has told before in its own cases, so that nobody writes it twice; the latest case that tells is believed. Only what a case's form
/// asks by the same key counts: 户籍地址 of another form is the same 户籍地址.
/// </summary>
internal sealed class EarlierAnswers(YiwangDb db, IForms forms, PersonalSeal seal) : IKnownValues
{
    private const int CasesRead = 5;

    public async ValueTask<IReadOnlyDictionary<string, KnownValue>> Of(Actor subject, IReadOnlySet<string> keys, CancellationToken stop)
    {
        var known = new Dictionary<string, KnownValue>(StringComparer.Ordinal);
        // Who acts for somebody does not learn what that one has told before.
        if (subject.PartyNumber is not { Length: > 0 } number || subject.Delegation is not null) return known;
        var key = seal.LookUp(number);
        var cases = await db.Set<Case>().AsNoTracking().Where(c => c.ApplicantKey == key).OrderByDescending(c => c.SubmittedAt).Take(CasesRead).Select(c => new { c.Number, c.Item, c.ItemName, c.SubmittedAt }).ToListAsync(stop);
        foreach (var told in cases)
        {
            var submission = await db.LastSubmission(told.Number, stop);
            var form = await forms.Of(told.Item, submission.FormVersion, stop);
            var answers = submission.ReadForm();
            var day = WorkCalendar.DayInNingbo(told.SubmittedAt);
            foreach (var field in form.Fields().Where(f => f.Prefill is { } asked && keys.Contains(asked)))
            {
                if (answers[field.Name] is { } answer) known.TryAdd(field.Prefill!, new(answer, $"来自您 {day.Year} 年 {day.Month} 月 {day.Day} 日办理“{told.ItemName}”时的填写"));
            }
        }
        return known;
    }
}
