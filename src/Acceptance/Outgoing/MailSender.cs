using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Yiwang.Acceptance.Outgoing;

/// <summary>Sends e-mails over SMTP (MailKit), over TLS unless the relay is allowed to speak in clear.</summary>
internal sealed class MailSender(Ways ways)
{
    internal async Task Send(OutgoingMessage message, CancellationToken stop)
    {
        using var mail = new MimeMessage();
        mail.From.Add(MailboxAddress.Parse(ways.MailFrom));
        mail.To.Add(MailboxAddress.Parse(message.To));
        mail.Subject = message.Subject;
        mail.MessageId = $"{message.Id}@yiwang";
        mail.Body = new TextPart("plain") { Text = message.Text };
        using var smtp = new SmtpClient { Timeout = 20_000 };
        await smtp.ConnectAsync(ways.MailHost!, ways.MailPort, ways.MailClear ? SecureSocketOptions.None : ways.MailPort == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls, stop);
        if (ways.MailUser is { Length: > 0 } user) await smtp.AuthenticateAsync(user, ways.MailPassword, stop);
        await smtp.SendAsync(mail, stop);
        await smtp.DisconnectAsync(true, stop);
    }
}
