using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Yiwang.Directory;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Personal;

namespace Yiwang.Catalogue.Corrections;

/// <summary>A report as it was typed.</summary>
/// <param name="Kind">One of <see cref="Correction.Kinds"/>.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Phone">How to reach the reporter; may be empty.</param>
/// <param name="Website">The field that only machines see and fill in.</param>
internal sealed record TypedReport(string? Kind, string? Text, string? Phone, string? Website);

/// <summary>Takes reports of errors (纠错) from anybody, and answers of editors for the own region and those below.</summary>
internal sealed partial class CorrectionActs(YiwangDb db, ICatalogue catalogue, IDirectory directory, CurrentActor actor, Journal journal, ReportGate gate, TimeProvider clock)
{
    // Without the letters and digits that people confuse.
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>Takes a report; its number.</summary>
    internal async Task<Outcome<string>> Report(ItemCode code, RegionCode region, TypedReport typed, IPAddress? from, CancellationToken stop)
    {
        if (await catalogue.Current(code, stop) is not { } item) return Refusal.NotFound("这个事项");
        if (await directory.Region(region, stop) is not { Current: true }) region = RegionCode.Ningbo;
        var problems = new List<FieldProblem>();
        var (text, phone) = (typed.Text?.ReplaceLineEndings("\n").Trim() ?? "", typed.Phone?.Trim() ?? "");
        if (!Correction.Kinds.Contains(typed.Kind ?? "", StringComparer.Ordinal)) problems.Add(new("kind", "请选择哪里有错"));
        if (text.Length is 0 or > Correction.TextMaxLength) problems.Add(new("text", $"请写明错在哪里，不超过 {Correction.TextMaxLength} 字"));
        if (phone.Length > 0 && !Telephone().IsMatch(phone)) problems.Add(new("phone", "请填写手机号码，或类似 0574-87180000 的电话，也可以不填"));
        if (typed.Website is { Length: > 0 }) problems.Add(new("website", "“网站”一栏请留空"));
        if (problems.Count > 0) return Refusal.Invalid(problems);
        if (!gate.Pass(from)) return new Refusal(RefusalKind.TooMany, "too-many-reports", $"您所在的网络一小时内已提交 {ReportGate.Most} 条纠错，请过一小时再试。");
        var now = clock.GetUtcNow();
        var report = new Correction
        {
            Id = Guid.CreateVersion7(now).ToString("N"), Number = $"JC{RandomNumberGenerator.GetString(Signs, Correction.NumberLength - 2)}", Item = code, ItemName = item.Name,
            Region = region, County = region.County, Kind = typed.Kind!, Text = text, Phone = phone, ReportedAt = now,
        };
        db.Add(report);
        journal.Open(Stream(report.Id), new GuideReported(report.Id, code, region, report.Kind));
        var saved = await db.TrySave(stop);
        return saved.IsDone ? report.Number : saved.Refusal;
    }

    /// <summary>Answers a report.</summary>
    internal async Task<Outcome> Answer(string id, bool accepted, string? answer, CancellationToken stop)
    {
        if (await db.Set<Correction>().SingleOrDefaultAsync(c => c.Id == id, stop) is not { } report || !MayAnswer(report.Region)) return Refusal.NotFound("这条纠错");
        var text = answer?.ReplaceLineEndings("\n").Trim() ?? "";
        if (text.Length is 0 or > Correction.AnswerMaxLength) return Refusal.Invalid([new("answer", $"请填写答复，不超过 {Correction.AnswerMaxLength} 字")]);
        var closed = report.Close(accepted, text, actor.Actor.JournalName, clock.GetUtcNow());
        if (!closed.IsDone) return closed;
        journal.Append(Stream(id), new GuideReportAnswered(id, accepted, PersonalText.Hide(text)));
        return await db.TrySave(stop);
    }

    /// <summary>A report for an editor; null when there is none for this one.</summary>
    internal async Task<Correction?> Find(string id, CancellationToken stop) =>
        await db.Set<Correction>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop) is { } found && MayAnswer(found.Region) ? found : null;

    /// <summary>A report for whoever has its number; null when there is none.</summary>
    internal Task<Correction?> ByNumber(string number, CancellationToken stop)
    {
        var written = number.Trim().ToUpperInvariant();
        return db.Set<Correction>().AsNoTracking().SingleOrDefaultAsync(c => c.Number == written, stop);
    }

    /// <summary>A page of the reports of the editor's own region and those below, the latest first.</summary>
    internal async Task<(IReadOnlyList<Correction> Found, string? Next)> List(CorrectionState state, string? cursor, int size, CancellationToken stop)
    {
        var own = actor.Actor.Region;
        var reports = db.Set<Correction>().AsNoTracking().Where(c => c.State == state);
        if (own.Level is RegionLevel.County or RegionLevel.Zone) reports = reports.Where(c => c.County == own);
        else if (own.Level is not (RegionLevel.City or RegionLevel.Province))
        {
            List<RegionCode> regions = [own, .. (await directory.Below(own, stop)).Select(r => r.Code)];
            reports = reports.Where(c => regions.Contains(c.Region));
        }
        if (cursor is { Length: 32 }) reports = reports.Where(c => c.Id.CompareTo(cursor) < 0);
        var found = await reports.OrderByDescending(c => c.Id).Take(size + 1).ToListAsync(stop);
        return found.Count <= size ? (found, null) : (found[..size], found[size - 1].Id);
    }

    private bool MayAnswer(RegionCode region) => actor.Actor.Region is { Value.Length: > 0 } own && own.Contains(region);

    private static string Stream(string id) => $"guide-report/{id}";

    [GeneratedRegex(@"^(1[3-9]\d{9}|(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Telephone();
}
