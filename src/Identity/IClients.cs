namespace Yiwang.Identity;

/// <summary>Orders to the register of client systems.</summary>
public interface IClients
{
    /// <summary>Registers a client or renews its secret.</summary>
    Task Register(string clientId, string secret, string displayName, string scope, bool demo, CancellationToken stop);

    /// <summary>Whether any demo client or demo account exists; production refuses to start with them.</summary>
    Task<bool> AnyDemo(CancellationToken stop);
}
