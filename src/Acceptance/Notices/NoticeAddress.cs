using Microsoft.Extensions.Configuration;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Acceptance.Notices;

/// <summary>The address that the QR code on a paper leads to: the page that says how the case stands.</summary>
internal sealed class NoticeAddress(IConfiguration configuration)
{
    internal const string Words = "扫码查询办理进度";

    internal string Of(CaseNumber number) => $"{(configuration["PublicUrl"] ?? "http://127.0.0.1:5080").TrimEnd('/')}{AcceptanceRoutes.Query}?number={number.Value}";
}
