using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Secrets;

namespace Yiwang.Identity.Tokens;

/// <summary>OpenIddict for systems: client credentials only, self-contained tokens that live an hour, keys in the data folder.</summary>
internal static class TokenSetup
{
    internal static void AddTokens(this IServiceCollection services, IConfiguration configuration)
    {
        var keys = Path.Combine(configuration["DataFolder"] ?? ".data", "keys");
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<YiwangDb>())
            .AddServer(server =>
            {
                server.SetTokenEndpointUris(TokenEndpoint.Path);
                server.AllowClientCredentialsFlow();
                server.RegisterScopes(IdentityAccess.ChannelScope, IdentityAccess.ExchangeScope);
                server.SetAccessTokenLifetime(TimeSpan.FromHours(1));
                server.AddSigningCertificate(Certificate(keys, "token-signing", X509KeyUsageFlags.DigitalSignature));
                server.AddEncryptionCertificate(Certificate(keys, "token-encryption", X509KeyUsageFlags.KeyEncipherment));
                server.DisableAccessTokenEncryption();
                // Self-contained: checking a token must not cost a query. They live an hour; a client that is removed gets no new one.
                server.DisableTokenStorage();
                var http = server.UseAspNetCore().EnableTokenEndpointPassthrough();
                // A secret goes over TLS alone. Where TLS ends at a reverse proxy, its X-Forwarded-Proto says so.
                if (!configuration.IsProduction()) http.DisableTransportSecurityRequirement();
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseAspNetCore();
            });
    }

    /// <summary>A certificate kept in the data folder, so that tokens outlive a restart; made on first use, readable by its owner alone.</summary>
    private static X509Certificate2 Certificate(string folder, string name, X509KeyUsageFlags usage)
    {
        var path = Path.Combine(folder, $"{name}.pfx");
        var stored = PrivateFile.ReadOrMake(path, () =>
        {
            using var key = RSA.Create(2048);
            var request = new CertificateRequest($"CN=Yiwang {name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
            using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(100));
            return certificate.Export(X509ContentType.Pkcs12);
        });
        return X509CertificateLoader.LoadPkcs12(stored, null);
    }
}
