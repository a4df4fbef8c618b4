using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Yiwang.Host;

/// <summary>What the OpenAPI document says of the API as a whole.</summary>
internal static class ApiDescription
{
    private static readonly string[] Roots = ["api/", "exchange/", "journal/"];

    internal static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => Array.Exists(Roots, root => description.RelativePath?.StartsWith(root, StringComparison.Ordinal) is true);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "一网 API",
                Version = "v1",
                Description = "渠道（自助机、APP 网关等）以 scope=channel 的令牌调用 /api/v1；部门系统按交换契约调用 /exchange/v1。错误一律为 application/problem+json，code 稳定不变。",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
    }
}
