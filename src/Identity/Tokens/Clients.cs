using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Yiwang.Kernel.Database;

namespace Yiwang.Identity.Tokens;

internal sealed class Clients(IOpenIddictApplicationManager applications, YiwangDb db) : IClients
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
