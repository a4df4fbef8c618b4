using Yiwang.Kernel.Outcomes;

namespace Yiwang.Identity;

/// <summary>A client system as it is listed.</summary>
/// <param name="Id">Its client id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Scopes">What it may ask tokens for.</param>
public sealed record ClientLine(string Id, string Name, string Scopes);

/// <summary>Orders to the register of client systems.</summary>
public interface IClients
{
    /// <summary>Registers a client or renews its secret.</summary>
    Task Register(string clientId, string secret, string displayName, string scope, bool demo, CancellationToken stop);

    /// <summary>Adds a client that is not there yet, journalled.</summary>
    Task<Outcome> Add(string clientId, string secret, string displayName, string scope, CancellationToken stop);

    /// <summary>All clients with their names and scopes.</summary>
    Task<IReadOnlyList<ClientLine>> List(CancellationToken stop);

    /// <summary>Removes a client, journalled: tokens that it has end within the hour, new ones it gets none.</summary>
    Task<Outcome> Remove(string clientId, CancellationToken stop);

    /// <summary>Whether any demo client or demo account exists; production refuses to start with them.</summary>
    Task<bool> AnyDemo(CancellationToken stop);
}
