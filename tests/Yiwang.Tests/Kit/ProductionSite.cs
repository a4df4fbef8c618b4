using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Yiwang.Tests.Kit;

/// <summary>The platform as a city runs it: no demo things, TLS on one port, and a port in clear to which a reverse proxy would speak.</summary>
public abstract class ProductionSite : Site
{
    private static readonly X509Certificate2 Certificate = OwnCertificate();

    protected override bool Demo => false;

    protected override bool Production => true;

    protected override string Urls => "http://127.0.0.1:0;https://127.0.0.1:0";

    /// <summary>The port that speaks TLS; <see cref="Site.Address"/> is the other.</summary>
    public Uri SecureAddress => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(a => a.StartsWith("https:", StringComparison.Ordinal)));

    protected override void Configure(WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = Certificate));

    /// <summary>A way to the platform that knows its certificate and keeps cookies.</summary>
    public static SocketsHttpHandler Handler(bool follow = true) => new()
    {
        CookieContainer = new CookieContainer(), AllowAutoRedirect = follow,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == Certificate.GetCertHashString() },
    };

    private static X509Certificate2 OwnCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(100));
    }
}

/// <summary>In production on the embedded database.</summary>
public sealed class SqliteProductionSite : ProductionSite
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

/// <summary>In production on PostgreSQL.</summary>
public sealed class PostgresProductionSite : ProductionSite
{
    protected override Task<string?> Postgres() => PostgresSite.NewDatabase();
}
