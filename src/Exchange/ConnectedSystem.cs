using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yiwang.Exchange;

/// <summary>How messages reach a system (对接方式).</summary>
internal enum ConnectorKind
{
    /// <summary>Registered, not connected yet.</summary>
    None,

    /// <summary>Pushed over HTTP.</summary>
    Http,

    /// <summary>A system inside this process; it gets the very same signed bytes.</summary>
    Local,
}

/// <summary>A department's own system (自建系统), or the platform's handling room, as the exchange knows it.</summary>
internal sealed class ConnectedSystem
{
    public const int CodeMaxLength = 24;
    public const int NameMaxLength = 96;
    public const int EndpointMaxLength = 256;
    public const int DepartmentMaxLength = 24;
    public const int PlannedMaxLength = 32;

    public required string Code { get; init; }
    public required string Name { get; set; }

    /// <summary>The city's department of the kind that runs it; empty for the platform's own.</summary>
    public required string Department { get; set; }

    public ConnectorKind Connector { get; private set; }
    public string? Endpoint { get; private set; }

    /// <summary>The client that fetches materials with a token.</summary>
    public string? ClientId { get; private set; }

    /// <summary>Set by an operator: nothing is sent while it is.</summary>
    public bool Paused { get; private set; }

    /// <summary>Whether its data is of low confidence and shown as 示例.</summary>
    public bool Sample { get; set; }

    /// <summary>What the register says of how it is meant to be connected.</summary>
    public string PlannedConnector { get; set; } = "";

    public int PlannedItems { get; set; }

    public string Urn => $"urn:yiwang:system:{Code}";

    public void ConnectOverHttp(string endpoint, string clientId)
    {
        Connector = ConnectorKind.Http;
        Endpoint = endpoint;
        ClientId = clientId;
    }

    public void ConnectLocally() => Connector = ConnectorKind.Local;

    public void Pause(bool paused) => Paused = paused;
}

internal sealed class ConnectedSystemMap : IEntityTypeConfiguration<ConnectedSystem>
{
    public void Configure(EntityTypeBuilder<ConnectedSystem> builder)
    {
        builder.ToTable("exchange_systems");
        builder.HasKey(s => s.Code);
        builder.Property(s => s.Code).HasMaxLength(ConnectedSystem.CodeMaxLength);
        builder.Property(s => s.Name).HasMaxLength(ConnectedSystem.NameMaxLength);
        builder.Property(s => s.Department).HasMaxLength(ConnectedSystem.DepartmentMaxLength);
        builder.Property(s => s.Connector).HasConversion<string>().HasMaxLength(16);
        builder.Property(s => s.Endpoint).HasMaxLength(ConnectedSystem.EndpointMaxLength);
        builder.Property(s => s.ClientId).HasMaxLength(64);
        builder.Property(s => s.PlannedConnector).HasMaxLength(ConnectedSystem.PlannedMaxLength);
        builder.Ignore(s => s.Urn);
    }
}

/// <summary>Which system decides for a department, for all its items or for one.</summary>
/// <param name="Department">The city's department of the kind.</param>
/// <param name="Item">The item's code, or <c>*</c> for all others.</param>
/// <param name="System">The system.</param>
internal sealed record SystemRoute(string Department, string Item, string System)
{
    public const string AllItems = "*";
    public const int DepartmentMaxLength = 24;
}

internal sealed class SystemRouteMap : IEntityTypeConfiguration<SystemRoute>
{
    public void Configure(EntityTypeBuilder<SystemRoute> builder)
    {
        builder.ToTable("exchange_routes");
        builder.HasKey(r => new { r.Department, r.Item });
        builder.Property(r => r.Department).HasMaxLength(SystemRoute.DepartmentMaxLength);
        builder.Property(r => r.Item).HasMaxLength(32);
        builder.Property(r => r.System).HasMaxLength(ConnectedSystem.CodeMaxLength);
    }
}

/// <summary>A public key of a system (ES256). Several may be valid at once, so that a key can be changed without a gap.</summary>
internal sealed class SystemKey
{
    public required string Kid { get; init; }
    public required string System { get; init; }

    /// <summary>The public key as a JWK.</summary>
    public required string Jwk { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public void Revoke(DateTimeOffset at) => RevokedAt = at;
}

internal sealed class SystemKeyMap : IEntityTypeConfiguration<SystemKey>
{
    public void Configure(EntityTypeBuilder<SystemKey> builder)
    {
        builder.ToTable("exchange_keys");
        builder.HasKey(k => k.Kid);
        builder.Property(k => k.Kid).HasMaxLength(64);
        builder.Property(k => k.System).HasMaxLength(ConnectedSystem.CodeMaxLength);
    }
}
