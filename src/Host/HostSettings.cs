namespace Yiwang.Host;

/// <summary>What a process of the platform is started with.</summary>
public sealed record HostSettings
{
    /// <summary>Where it listens.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Database, blobs and keys.</summary>
    public string DataFolder { get; init; } = ".data";

    /// <summary>The reference data that ships with the platform.</summary>
    public string ReferenceData { get; init; } = DefaultReferenceData();

    /// <summary>The connection string of PostgreSQL; null for the embedded SQLite.</summary>
    public string? Postgres { get; init; }

    /// <summary>Demo accounts, clients and sample systems.</summary>
    public bool Demo { get; init; }

    /// <summary>Where the sample systems listen, in demo mode.</summary>
    public string? SystemsUrl { get; init; }

    /// <summary>The address under which departments reach the platform; the listening address when null.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Refuse to start with anything that is for demonstrations only, and answer over TLS alone.</summary>
    public bool Production { get; init; }

    /// <summary>Addresses or networks of the reverse proxies that are believed when they say how a request came to them; this machine is always believed.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>What is logged at least.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Warning;

    internal IEnumerable<KeyValuePair<string, string?>> AsConfiguration() =>
    [
        new("urls", Urls),
        new("DataFolder", Path.GetFullPath(DataFolder)),
        new("ReferenceData", Path.GetFullPath(ReferenceData)),
        new("Database:Postgres", Postgres ?? Environment.GetEnvironmentVariable("YIWANG_POSTGRES")),
        new("Demo:SystemsUrl", Demo ? SystemsUrl : null),
        new("Demo:Enabled", Demo ? "true" : "false"),
        new("Production", Production ? "true" : "false"),
        new("PublicUrl", PublicUrl ?? Urls.Split(';')[0]),
    ];

    /// <summary>The data folder beside the program, or the one of the checkout that it was built in.</summary>
    private static string DefaultReferenceData()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "data", "items.json"))) return Path.Combine(folder.FullName, "data");
        }
        return "data";
    }
}
