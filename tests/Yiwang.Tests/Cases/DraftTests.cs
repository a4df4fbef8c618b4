using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance.Drafts;
using Yiwang.Bench;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

public sealed class DraftsOnSqlite(SqliteSite site) : DraftTests(site), IClassFixture<SqliteSite>;

public sealed class DraftsOnPostgres(PostgresSite site) : DraftTests(site), IClassFixture<PostgresSite>;

/// <summary>What becomes of an application that is being filled in when the catalogue changes under it.</summary>
public abstract partial class DraftTests(Site site)
{
    [Fact]
    public async Task A_draft_whose_item_has_changed_keeps_what_still_fits_says_so_and_is_not_submitted_unseen()
    {
        using var resident = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");
        var draft = await resident.BeginDraft(Channel.Item, "330203000000");
        await Upload(resident, draft, "M02");
        await Upload(resident, draft, "M03");
        var check = await resident.Open($"apply/draft/{draft}/check");
        using var changed = new ReferenceFolder();
        // What was M03 is M02 now; what was M02 is not asked for any more.
        changed.Change("items.json", text => InItem(text, item => item
            .Replace(Name(Proof), Name("经营场所安全承诺书"), StringComparison.Ordinal).Replace(Name("居民身份证"), Name(Proof), StringComparison.Ordinal)));
        Assert.Empty((await changed.ImportInto(site)).Problems);

        var unseen = await resident.Send($"apply/draft/{draft}/check", check.Token, "submit", []);
        var (_, tasks) = await resident.Read($"apply/draft/{draft}");
        var (_, materials) = await resident.Read($"apply/draft/{draft}/materials");

        Assert.Equal(HttpStatusCode.Conflict, unseen);
        Assert.Contains("办理要求已更新", tasks, StringComparison.Ordinal);
        Assert.Contains("不再需要的材料已去掉（居民身份证）", tasks, StringComparison.Ordinal);
        Assert.Contains("经营场所安全承诺书", materials, StringComparison.Ordinal);
        Assert.Single(FileLinks().Matches(materials));
        Assert.True(materials.IndexOf("yw-file", StringComparison.Ordinal) < materials.IndexOf("经营场所安全承诺书", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_whose_item_was_withdrawn_says_why_it_cannot_go_on_and_can_be_deleted()
    {
        using var resident = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");
        var draft = await resident.BeginDraft(Channel.Item, "330203000000");
        var section = await resident.Open($"apply/draft/{draft}/form/1");
        using var without = new ReferenceFolder();
        without.Change("items.json", text => text.Replace("\"id\": \"XK-SCJG-004\"", "\"id\": \"XK-SCJG-904\"", StringComparison.Ordinal));
        without.Change("forms.json", text => text.Replace("XK-SCJG-004", "XK-SCJG-904", StringComparison.Ordinal));
        without.Change(Path.Combine("exchange", "mappings.json"), text => text.Replace("XK-SCJG-004", "XK-SCJG-904", StringComparison.Ordinal));
        Assert.Empty((await without.ImportInto(site)).Problems);

        var list = (await resident.Read("my/cases")).Text;
        var pages = new List<(HttpStatusCode Status, string Text)>();
        foreach (var page in new[] { "", "/form/1", "/materials", "/check" }) pages.Add(await resident.Read($"apply/draft/{draft}{page}"));
        await resident.Send($"apply/draft/{draft}/form/1", section.Token, "section", []);
        var ended = await resident.Open($"apply/draft/{draft}/ended");
        await resident.Send($"apply/draft/{draft}/ended", ended.Token, "discard", []);
        using var again = new ReferenceFolder();
        Assert.Empty((await again.ImportInto(site)).Problems);

        Assert.Contains(draft, list, StringComparison.Ordinal);
        Assert.All(pages, page =>
        {
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("不能继续填写", page.Text, StringComparison.Ordinal);
        });
        Assert.Equal(HttpStatusCode.NotFound, (await resident.Read($"apply/draft/{draft}")).Status);
    }

    [Fact]
    public async Task A_draft_that_nobody_touches_for_ninety_days_is_deleted_and_so_are_uploads_that_were_never_handed_in()
    {
        using var resident = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");
        using var channel = await Channel.For(site);
        var draft = Guid.Parse(await resident.BeginDraft(Channel.Item, "330203000000"));
        var unused = Guid.Parse(await channel.Material());
        var number = await channel.Submitted();
        site.Clock.Forward(TimeSpan.FromDays(181));
        await site.Services.GetRequiredService<ForgetDrafts>().Run(default);
        await site.Services.GetRequiredService<Documents.ForgetUploads>().Run(default);
        site.Clock.Back();

        Assert.False(await site.In(s => s.GetRequiredService<YiwangDb>().Set<Draft>().AnyAsync(d => d.Id == draft)));
        Assert.False(await site.In(s => s.GetRequiredService<YiwangDb>().Set<Documents.Material>().AnyAsync(m => m.Id == unused)));
        Assert.Equal(1, await site.In(s => s.GetRequiredService<YiwangDb>().Set<Documents.Material>().CountAsync(m => m.HandedIn)));
        Assert.Equal("received", (string?)(await channel.Case(number))["status"]);
    }

    [Fact]
    public async Task Ten_thousand_old_drafts_are_swept_while_others_apply_and_none_that_is_in_use_goes()
    {
        using var channel = await Channel.For(site);
        var now = site.Clock.GetUtcNow();
        var old = Enumerable.Range(0, 10_000).Select(i => Draft.Begin(Guid.CreateVersion7(now), $"applicant:sweep-{i % 500}", ItemCode.Parse(Channel.Item, null), 1, 1, RegionCode.Parse("330203", null), null, now.AddDays(-91))).ToList();
        var fresh = Enumerable.Range(0, 20).Select(i => Draft.Begin(Guid.CreateVersion7(now), "applicant:sweep-fresh", ItemCode.Parse(Channel.Item, null), 1, 1, RegionCode.Parse("330203", null), null, now.AddDays(-89))).ToList();
        await site.In(async services =>
        {
            var db = services.GetRequiredService<YiwangDb>();
            db.AddRange(old);
            db.AddRange(fresh);
            return await db.SaveChangesAsync();
        });

        var sweep = site.Services.GetRequiredService<ForgetDrafts>().Run(default);
        var submitted = new List<string>();
        while (!sweep.IsCompleted) submitted.Add(await channel.Submitted());
        var gone = await sweep;

        Assert.True(gone >= 10_000, $"{gone}");
        Assert.Equal(0, await site.In(s => s.GetRequiredService<YiwangDb>().Set<Draft>().CountAsync(d => d.UpdatedAt < now.AddDays(-90))));
        Assert.Equal(20, await site.In(s => s.GetRequiredService<YiwangDb>().Set<Draft>().CountAsync(d => d.Owner == "applicant:sweep-fresh")));
        Assert.Equal(submitted.Count, submitted.Distinct(StringComparer.Ordinal).Count());
        await site.In(s => s.GetRequiredService<YiwangDb>().Set<Draft>().Where(d => d.Owner == "applicant:sweep-fresh").ExecuteDeleteAsync());
    }

    private const string Proof = "场所使用证明(不动产权证或租赁合同)";

    private static string Name(string material) => $"\"name\": \"{material}\"";

    private static async Task Upload(PageClient resident, string draft, string code)
    {
        var page = await resident.Open($"apply/draft/{draft}/materials");
        Assert.Equal(HttpStatusCode.OK, await resident.SendFile($"apply/draft/{draft}/materials/upload", page.Token, "", "file", Channel.Pdf(), new() { ["code"] = code }));
    }

    /// <summary>Changes the text of the one item.</summary>
    private static string InItem(string text, Func<string, string> change)
    {
        var start = text.IndexOf("\"id\": \"XK-SCJG-004\"", StringComparison.Ordinal);
        var end = text.IndexOf("\"id\": \"", start + 10, StringComparison.Ordinal);
        return text[..start] + change(text[start..end]) + text[end..];
    }

    [GeneratedRegex("class=\"yw-file\"", RegexOptions.None, 1000)]
    private static partial Regex FileLinks();
}
