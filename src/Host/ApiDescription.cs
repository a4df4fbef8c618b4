using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Host;

/// <summary>What the OpenAPI document says of the API as a whole.</summary>
internal static class ApiDescription
{
    private static readonly string[] Roots = ["api/", "exchange/", "journal/"];

    private const string Scheme = "clientCredentials";

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
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal) { [Scheme] = ClientCredentials() };
            return Task.CompletedTask;
        });
        // An identifier is written as its text.
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (!Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IIdentifier<>))) return Task.CompletedTask;
            schema.Type = JsonSchemaType.String;
            schema.MaxLength = (int)type.GetProperty(nameof(IIdentifier<>.MaxLength))!.GetValue(null)!;
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var policies = context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Select(a => a.Policy).ToList();
            var scope = policies.Contains(Policies.Channel, StringComparer.Ordinal) ? "channel" : policies.Contains(Policies.ExchangeSystem, StringComparer.Ordinal) ? "exchange" : null;
            foreach (var key in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(p => p.Name == "Idempotency-Key")) key.Required = true;
            if (scope is not null) operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [scope] }];
            return Task.CompletedTask;
        });
    }

    private static OpenApiSecurityScheme ClientCredentials() => new()
    {
        Type = SecuritySchemeType.OAuth2,
        Description = "客户端凭证；令牌一小时有效。",
        Flows = new OpenApiOAuthFlows
        {
            ClientCredentials = new OpenApiOAuthFlow
            {
                TokenUrl = new Uri("/connect/token", UriKind.Relative),
                Scopes = new Dictionary<string, string>(StringComparer.Ordinal) { ["channel"] = "渠道：查询事项，提交与查询办件", ["exchange"] = "部门系统：取材料" },
            },
        },
    };
}
