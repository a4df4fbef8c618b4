using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance.Cases;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Tests.Kit;
using FactAttribute = Xunit.FactAttribute;

namespace Yiwang.Tests.Api;

public sealed class LargeCasesOnSqlite(SqliteSite site) : LargeCaseTests(site), IClassFixture<SqliteSite>;

public sealed class LargeCasesOnPostgres(PostgresSite site) : LargeCaseTests(site), IClassFixture<PostgresSite>;

/// <summary>All materials of a case together have 100 MB.</summary>
public abstract class LargeCaseTests(Site site)
{
    private const int Size = 19 * 1024 * 1024;

    [Fact]
    public async Task What_is_too_large_as_a_whole_leaves_nothing_half_done_and_can_be_handed_in_smaller()
    {
        using var channel = await Channel.For(site);
        var files = new List<string>();
        for (var i = 0; i < 6; i++) files.Add((string)(await channel.Upload(Large())).Body["materialId"]!);
        var application = await channel.Application();
        var before = await Kept();

        application["materials"] = Materials(files);
        var refused = await channel.Submit(application, "too-large-1");
        var after = await Kept();
        application["materials"] = Materials(files.Take(5));
        var smaller = await channel.Submit(application, "too-large-1");

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "case-too-large"), (refused.Status, refused.Code));
        Assert.Equal(before, after);
        Assert.Equal(HttpStatusCode.Created, smaller.Status);
        Assert.Equal(before.Cases + 1, (await Kept()).Cases);
    }

    private static byte[] Large()
    {
        var content = new byte[Size];
        Channel.Pdf().CopyTo(content, 0);
        "\nstartxref\n9\n%%EOF\n"u8.CopyTo(content.AsSpan(Size - 20));
        return content;
    }

    private static JsonArray Materials(IEnumerable<string> files) => [.. files.Select((id, i) => new JsonObject { ["code"] = i % 2 == 0 ? "M02" : "M03", ["materialId"] = id })];

    private Task<(int Cases, int Submissions, int Entries)> Kept() => site.In(async services =>
    {
        var db = services.GetRequiredService<YiwangDb>();
        return (await db.Set<Case>().CountAsync(), await db.Set<Submission>().CountAsync(), await db.Set<JournalEntry>().CountAsync(e => e.Kind.StartsWith("acceptance.")));
    });
}
