using Microsoft.Extensions.Configuration;

namespace Yiwang.Acceptance.Outgoing;

/// <summary>
/// Which ways are set up. Text messages: <c>Sms:Url</c>, <c>Sms:Key</c> and <c>Sms:Signature</c> (the name in 【】). E-mail: <c>Mail:Host</c>, <c>Mail:Port</c> (587),
/// <c>Mail:From</c>, <c>Mail:User</c>, <c>Mail:Password</c>; the connection is encrypted, or refused, unless <c>Mail:Clear</c> is set for a relay on the same machine.
/// </summary>
internal sealed class Ways(IConfiguration configuration)
{
    internal string? SmsUrl => configuration["Sms:Url"];

    internal string SmsKey => configuration["Sms:Key"] ?? "";

    internal string SmsSignature => configuration["Sms:Signature"] ?? "政务服务";

    internal string? MailHost => configuration["Mail:Host"];

    internal int MailPort => configuration.GetValue("Mail:Port", 587);

    internal string MailFrom => configuration["Mail:From"] ?? $"no-reply@{MailHost}";

    internal string? MailUser => configuration["Mail:User"];

    internal string MailPassword => configuration["Mail:Password"] ?? "";

    internal bool MailClear => configuration.GetValue("Mail:Clear", false);

    internal bool Any => SmsUrl is { Length: > 0 } || MailHost is { Length: > 0 };
}
