using Yiwang.Acceptance.Cases;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Pages;

namespace Yiwang.Acceptance.MyCases;

/// <summary>
/// 救济途径: what an applicant can do against a decision, and until when: 行政复议 within sixty days (行政复议法 20), a suit within six months (行政诉讼法 46), each from
/// the day on which the decision is known; the days are reckoned from when it was made, and begin later for whom it reached later.
/// </summary>
internal static class Remedies
{
    private const int ReconsiderationDays = 60, SuitMonths = 6;

    /// <summary>The sentence for the applicant; null for a case that did not end against the applicant.</summary>
    internal static string? Of(Case found)
    {
        if (found is not { Ending: CaseEnding.Granted, NotGranted: not null } and not { Ending: CaseEnding.Refused or CaseEnding.Declined or CaseEnding.AcceptanceRevoked or CaseEnding.Terminated }) return null;
        var day = found.DecidedOn ?? (found.ClosedAt is { } closed ? WorkCalendar.DayInNingbo(closed) : null as DateOnly?);
        return day is not { } from ? null
            : $"不服这个决定的，自知道之日起 {ReconsiderationDays} 日内可以申请行政复议（决定当天就知道的，至 {Show.Date(from.AddDays(ReconsiderationDays))}），或者 {SuitMonths} 个月内向人民法院起诉（至 {Show.Date(from.AddMonths(SuitMonths))}）；也可以先拨打 12345 咨询。";
    }
}
