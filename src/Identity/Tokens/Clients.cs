using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Yiwang.Identity.Accounts;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Identity.Tokens;

internal sealed partial class Clients(IOpenIddictApplicationManager applications, Journal journal, YiwangDb db) : IClients
{
    private const string DemoProperty = "demo";

    public async Task Register(string clientId, string secret, string displayName, string scope, bool demo, CancellationToken stop)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = clientId,
            ClientSecret = secret,
            DisplayName = displayName,
            ClientType = OpenIddictConstants.ClientTypes.Confidential,
            Permissions =
            {
                OpenIddictConstants.Permissions.Endpoints.Token,
                OpenIddictConstants.Permissions.GrantTypes.ClientCredentials,
                OpenIddictConstants.Permissions.Prefixes.Scope + scope,
            },
        };
        if (demo) descriptor.Properties[DemoProperty] = JsonSerializer.SerializeToElement(true);
        if (await applications.FindByClientIdAsync(clientId, stop) is { } known) await applications.UpdateAsync(known, descriptor, stop);
        else await applications.CreateAsync(descriptor, stop);
    }

    public async Task<Outcome> Add(string clientId, string secret, string displayName, string scope, CancellationToken stop)
    {
        var problems = new List<FieldProblem>();
        if (!IdForm().IsMatch(clientId)) problems.Add(new("name", "客户端编号由小写字母、数字和连字符组成，3 到 48 位"));
        else if (await applications.FindByClientIdAsync(clientId, stop) is not null) problems.Add(new("name", $"客户端 {clientId} 已经登记"));
        if (scope is not (IdentityAccess.ChannelScope or IdentityAccess.ExchangeScope)) problems.Add(new("scope", $"权限范围应为 {IdentityAccess.ChannelScope}（渠道）或 {IdentityAccess.ExchangeScope}（部门系统）"));
        if (problems.Count > 0) return Refusal.Invalid(problems);
        await using var transaction = await db.BeginWrite(stop);
        await Register(clientId, secret, displayName, scope, demo: false, stop);
        journal.Append(Stream(clientId), new ClientAdded(clientId, scope));
        await db.SaveChangesAsync(stop);
        await transaction.Commit(stop);
        return Outcome.Done;
    }

    public async Task<IReadOnlyList<ClientLine>> List(CancellationToken stop)
    {
        var lines = new List<ClientLine>();
        await foreach (var client in applications.ListAsync(cancellationToken: stop))
        {
            var scopes = (await applications.GetPermissionsAsync(client, stop)).Where(p => p.StartsWith(OpenIddictConstants.Permissions.Prefixes.Scope, StringComparison.Ordinal));
            lines.Add(new(await applications.GetClientIdAsync(client, stop) ?? "", await applications.GetDisplayNameAsync(client, stop) ?? "", string.Join(' ', scopes.Select(s => s[OpenIddictConstants.Permissions.Prefixes.Scope.Length..]))));
        }
        return lines;
    }

    public async Task<Outcome> Remove(string clientId, CancellationToken stop)
    {
        if (await applications.FindByClientIdAsync(clientId, stop) is not { } client) return Refusal.NotFound($"客户端 {clientId}");
        await using var transaction = await db.BeginWrite(stop);
        await applications.DeleteAsync(client, stop);
        journal.Append(Stream(clientId), new ClientRemoved(clientId));
        await db.SaveChangesAsync(stop);
        await transaction.Commit(stop);
        return Outcome.Done;
    }

    private static string Stream(string clientId) => $"client/{clientId}";

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{2,47}$", RegexOptions.None, 1000)]
    private static partial Regex IdForm();

    public async Task<bool> AnyDemo(CancellationToken stop)
    {
        if (await db.Set<Person>().AnyAsync(p => p.Demo, stop)) return true;
        await foreach (var client in applications.ListAsync(cancellationToken: stop))
        {
            if ((await applications.GetPropertiesAsync(client, stop)).ContainsKey(DemoProperty)) return true;
        }
        return false;
    }
}
