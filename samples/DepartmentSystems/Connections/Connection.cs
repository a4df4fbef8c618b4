using System.Security.Cryptography;
using System.Text.Json;
using DepartmentSystems.Signing;

namespace DepartmentSystems.Connections;

/// <summary>The operator's connection file, read.</summary>
/// <param name="Platform">Where the platform is.</param>
/// <param name="ClientId">Who asks for a token.</param>
/// <param name="ClientSecret">And with which secret.</param>
/// <param name="Kid">The name of the own key.</param>
/// <param name="Key">The own key.</param>
/// <param name="PlatformKeys">The platform's public keys by name.</param>
/// <param name="DemoKey">What callers of the machine interface must know.</param>
public sealed record Connection(Uri Platform, string ClientId, string ClientSecret, string Kid, ECDsa Key, IReadOnlyDictionary<string, ECDsa> PlatformKeys, string DemoKey)
{
    /// <summary>Reads the file of a system; throws when it is not a complete one.</summary>
    public static Connection Read(ReadOnlyMemory<byte> json, string system)
    {
        using var file = JsonDocument.Parse(json);
        var root = file.RootElement;
        if (Text("system") != system) throw new FormatException($"The file is not for {system}.");
        return new(new Uri(Text("platform"), UriKind.Absolute), Text("clientId"), Text("clientSecret"), Text("kid"),
            Jwk.Read(root.GetProperty("privateKey")), Jwk.ReadSet(root.GetProperty("platformKeys")), Text("demoKey"));

        string Text(string name) => root.GetProperty(name).GetString() is { Length: > 0 } text ? text : throw new FormatException($"{name} is empty.");
    }

    /// <summary>An address at the platform. Only path and query count, so the token goes nowhere else.</summary>
    public Uri At(string address) => new(Platform, Uri.TryCreate(address, UriKind.Absolute, out var absolute) && absolute.Scheme.StartsWith("http", StringComparison.Ordinal) ? absolute.PathAndQuery : address);
}
