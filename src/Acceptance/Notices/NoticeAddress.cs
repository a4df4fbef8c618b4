using Microsoft.Extensions.Configuration;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Acceptance.Notices;

/// <summary>The addresses that QR codes lead to.</summary>
internal sealed class NoticeAddress(IConfiguration configuration)
{
    internal const string Words = "扫码查询办理进度";

    /// <summary>The page that says how a case stands.</summary>
    internal string Of(CaseNumber number) => Of($"{AcceptanceRoutes.Query}?number={number.Value}");

    /// <summary>A page under the platform's public address.</summary>
    internal string Of(string page) => $"{(configuration["PublicUrl"] ?? "http://127.0.0.1:5080").TrimEnd('/')}{page}";
}
