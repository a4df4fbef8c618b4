using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Api;

/// <summary>The OpenAPI document is a promise: it is committed, and only this test writes it.</summary>
public sealed class SnapshotTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    [Fact]
    public async Task The_api_is_what_was_promised()
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        var path = Path.Combine(RepositoryFiles.Root, "docs", "openapi-v1.json");

        var now = (await http.GetStringAsync("openapi/v1.json")).ReplaceLineEndings("\n") + "\n";
        var promised = File.Exists(path) ? await File.ReadAllTextAsync(path) : "";
        if (now == promised) return;
        await File.WriteAllTextAsync(path, now);

        Assert.Fail("docs/openapi-v1.json was written anew; look at what changed and commit it.");
    }
}
