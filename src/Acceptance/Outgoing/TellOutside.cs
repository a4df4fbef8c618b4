using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.HandOver;
using Yiwang.Acceptance.Timeline;
using Yiwang.Forms;
using Yiwang.Kernel.Database;

namespace Yiwang.Acceptance.Outgoing;

/// <summary>
/// Writes a text message and, where the application names an address, an e-mail for what the inbox is told too: what happened, and where to read more. No name,
/// no reason and no material is in it: a phone lies about.
/// </summary>
internal sealed class TellOutside(YiwangDb db, IForms forms, Ways ways, CollectCode codes, TimeProvider clock)
{
    // What happened long ago, such as before a way was set up, is no news.
    private static readonly TimeSpan News = TimeSpan.FromDays(2);

    /// <summary>Adds the messages to the caller's transaction.</summary>
    internal async Task Add(Case found, TimelineEntry line, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (!ways.Any || now - line.At > News) return;
        var collect = line.Kind == "closed" && found.ReadDelivery()?.SendTo is null ? $"取件码 {codes.Of(found.Bundle ?? found.Number)}，" : "";
        var text = $"您的“{found.ItemName}”{line.Title}。{collect}办件编号 {found.Number.Value}，详情请登录“我的办件”查看。";
        if (ways.SmsUrl is { Length: > 0 }) db.Add(New(OutgoingWay.Sms, found, found.ApplicantPhone, line.Title, $"【{ways.SmsSignature}】{text}", now));
        if (ways.MailHost is { Length: > 0 } && await Address(found, stop) is { } address) db.Add(New(OutgoingWay.Mail, found, address, line.Title, text, now));
    }

    private static OutgoingMessage New(OutgoingWay way, Case found, string to, string title, string text, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at), Way = way, Case = found.Number, To = to, Subject = $"{found.ItemName}：{title}" is { Length: > 200 } tooLong ? tooLong[..200] : $"{found.ItemName}：{title}", Text = text, DueAt = at,
    };

    /// <summary>The e-mail address that the application's form names; null when it names none.</summary>
    private async Task<string?> Address(Case found, CancellationToken stop)
    {
        var submission = await db.LastSubmission(found.Number, stop);
        var form = await forms.Of(found.Item, submission.FormVersion, stop);
        var answers = submission.ReadForm();
        return form.Fields().Where(f => f.Type == "email").Select(f => answers[f.Name]?.ToString()).FirstOrDefault(a => !string.IsNullOrEmpty(a));
    }
}
