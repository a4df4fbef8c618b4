using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.PortalShell;

public sealed class NoticesOnSqlite(SqliteSite site) : NoticeTests(site), IClassFixture<SqliteSite>;

public sealed class NoticesOnPostgres(PostgresSite site) : NoticeTests(site), IClassFixture<PostgresSite>;

/// <summary>Notices, and that no kept page outlives them.</summary>
public abstract partial class NoticeTests(Site site)
{
    private const string Password = "yiwang-demo-2026";
    private const string Write = "desk/notices/new";

    [Xunit.Fact]
    public async Task A_notice_shows_at_once_on_its_site_and_those_below_and_is_gone_at_once_when_withdrawn()
    {
        using var editor = await PageClient.SignIn(site.Address, "editor-haishu", Password);
        using var visitor = new Visitor(site.Address);
        var title = Title();
        string[] shows = ["sites/330203", "sites/330203/notices", "sites/330203001", "sites/330203001001"], hides = ["", "notices", "sites/330205"];
        foreach (var page in shows.Concat(hides)) Assert.DoesNotContain(title, (await visitor.Read(page)).Text, StringComparison.Ordinal);

        var published = await Publish(editor, "330203", title);
        var id = await Id(title);
        foreach (var page in shows) Assert.Contains(title, (await visitor.Read(page)).Text, StringComparison.Ordinal);
        foreach (var page in hides) Assert.DoesNotContain(title, (await visitor.Read(page)).Text, StringComparison.Ordinal);
        var (status, text) = await visitor.Read($"sites/330203/notices/{id}");
        var withdrawn = await Withdraw(editor, id);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (published, withdrawn));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("第二段", text, StringComparison.Ordinal);
        foreach (var page in shows) Assert.DoesNotContain(title, (await visitor.Read(page)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.Read($"sites/330203/notices/{id}")).Status);
        Assert.Equal(["portal.notice-published", "portal.notice-withdrawn"], await site.In(s => s.GetRequiredService<YiwangDb>().Set<JournalEntry>().Where(e => e.Stream == $"notice/{id}").OrderBy(e => e.Position).Select(e => e.Kind).ToListAsync()));
    }

    [Xunit.Fact]
    public async Task An_editor_writes_for_the_own_region_and_those_below_alone()
    {
        using var editor = await PageClient.SignIn(site.Address, "editor-haishu", Password);
        using var city = await PageClient.SignIn(site.Address, "editor-ningbo", Password);
        using var other = await PageClient.SignIn(site.Address, "operator", Password);
        var citys = Title();
        await Publish(city, "330200", citys);
        var id = await Id(citys);

        Assert.Equal(HttpStatusCode.Forbidden, await Publish(editor, "330200", Title()));
        Assert.Equal(HttpStatusCode.Forbidden, await Publish(editor, "330205", Title()));
        Assert.Equal(HttpStatusCode.OK, await Publish(editor, "330203001001", Title()));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.Read($"desk/notices/{id}")).Status);
        Assert.DoesNotContain(citys, (await editor.Read("desk/notices")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("写公告", (await other.Read("desk/notices")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/notices", (await other.Read("desk")).Text, StringComparison.Ordinal);
        Assert.Contains("/desk/notices", (await editor.Read("desk")).Text, StringComparison.Ordinal);
    }

    [Xunit.Fact]
    public async Task A_notice_for_later_is_not_seen_before_its_time_and_seen_from_then_on()
    {
        using var editor = await PageClient.SignIn(site.Address, "editor-ningbo", Password);
        using var visitor = new Visitor(site.Address);
        var title = Title();
        var at = site.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddHours(2).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.OK, await Publish(editor, "330200", title, at));
        var id = await Id(title);

        var before = (await visitor.Read("notices")).Text;
        var early = (await visitor.Read($"notices/{id}")).Status;
        site.Clock.Forward(TimeSpan.FromHours(3));
        try
        {
            Assert.DoesNotContain(title, before, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, early);
            Assert.Contains(title, (await visitor.Read("notices")).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await visitor.Read($"notices/{id}")).Status);
        }
        finally
        {
            await Withdraw(editor, id);
            site.Clock.Back();
        }
    }

    [Xunit.Fact]
    public async Task What_is_missing_is_said_at_its_field_and_nothing_is_published()
    {
        using var editor = await PageClient.SignIn(site.Address, "editor-ningbo", Password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Publish(editor, "330200", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Publish(editor, "330200", Title(), "2020-01-01T08:00"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Publish(editor, "330299", Title()));
    }

    [Xunit.Fact]
    public async Task Notices_are_paged_by_key_and_none_is_left_out_or_shown_twice()
    {
        using var editor = await PageClient.SignIn(site.Address, "editor-ningbo", Password);
        using var visitor = new Visitor(site.Address);
        var mark = Title();
        for (var i = 0; i < 23; i++) await Publish(editor, "330205", $"{mark}-{i:00}");

        var (seen, pages) = (new List<string>(), 0);
        for (var page = "sites/330205/notices"; page is not null;)
        {
            var (_, text) = await visitor.Read(page);
            Assert.True(pages++ < 10, "The pages do not end.");
            seen.AddRange(Regex.Matches(text, $"{Regex.Escape(mark)}-\\d\\d", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value));
            page = Next().Match(text) is { Success: true } next ? next.Groups["to"].Value : null;
        }

        Assert.Equal(Enumerable.Range(0, 23).Select(i => $"{mark}-{i:00}"), seen.Order());
    }

    private async Task<HttpStatusCode> Publish(PageClient editor, string region, string title, string at = "") =>
        await editor.Send(Write, (await editor.Open(Write)).Token, "notice", new() { ["Form.Region"] = region, ["Form.Title"] = title, ["Form.Body"] = "第一段\r\n\r\n第二段", ["Form.At"] = at, ["Form.Act"] = "publish" });

    private static async Task<HttpStatusCode> Withdraw(PageClient editor, string id) =>
        await editor.Send($"desk/notices/{id}", (await editor.Open($"desk/notices/{id}")).Token, "withdraw", []);

    private Task<string> Id(string title) => site.In(async s =>
    {
        var published = await s.GetRequiredService<YiwangDb>().Set<JournalEntry>().Where(e => e.Kind == "portal.notice-published").ToListAsync();
        return published.Single(e => e.Data.Contains(title, StringComparison.Ordinal)).Stream["notice/".Length..];
    });

    private static string Title() => $"停电通知{Guid.NewGuid():N}";

    [GeneratedRegex("href=\"/(?<to>sites/330205/notices\\?cursor=[^\"#]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Next();
}
