using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Bench;
using Yiwang.Catalogue.Search;
using Yiwang.Catalogue.Synonyms;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Journals;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Search;

public sealed class SynonymsOnSqlite(SqliteSite site) : SynonymTests(site), IClassFixture<SqliteSite>;

public sealed class SynonymsOnPostgres(PostgresSite site) : SynonymTests(site), IClassFixture<PostgresSite>;

public abstract class SynonymTests(Site site)
{
    private const string Page = "desk/synonyms";

    [Xunit.Fact]
    public async Task What_an_editor_adds_changes_and_removes_is_in_effect_at_once_and_in_the_journal()
    {
        site.Services.GetRequiredService<ItemIndex>().Rebuild(SampleItems.Items(RepositoryFiles.Data), 1);
        using var editor = await PageClient.SignIn(site.Address, "editor-ningbo", "yiwang-demo-2026");
        Assert.Null(await First("屠龙刀"));

        Assert.Equal(HttpStatusCode.OK, await editor.Send(Page, (await editor.Open(Page)).Token, "add-synonym", new() { ["Form.Words"] = "屠龙刀＝公章刻制备案" }));
        Assert.Equal("QT-GAJ-004", await First("屠龙刀"));

        var group = await site.In(services => services.GetRequiredService<YiwangDb>().Set<SynonymGroup>().AsNoTracking().SingleAsync(g => g.Words.Contains("屠龙刀")));
        Assert.Equal(HttpStatusCode.OK, await editor.Send(Page, (await editor.Open(Page)).Token, $"change-{group.Id:N}", new() { ["Form.Words"] = "屠龙刀=保安员证核发" }));
        Assert.Equal("XK-GAJ-025", await First("屠龙刀"));

        Assert.Equal(HttpStatusCode.OK, await editor.Send(Page, (await editor.Open(Page)).Token, $"remove-{group.Id:N}", []));
        Assert.Null(await First("屠龙刀"));

        var facts = await site.In(services => services.GetRequiredService<YiwangDb>().Set<JournalEntry>().Where(e => e.Stream == "catalogue/synonyms" && e.Kind == "catalogue.synonyms-changed").OrderBy(e => e.Version).ToListAsync());
        var changes = facts.ConvertAll(Journal.Read<SynonymsChanged>).FindAll(f => f.Group == group.Id);
        Assert.Equal([(null, "屠龙刀=公章刻制备案"), ("屠龙刀=公章刻制备案", "屠龙刀=保安员证核发"), ("屠龙刀=保安员证核发", null)], changes.Select(c => (c.Before, c.Words)));
        Assert.All(facts, f => Assert.StartsWith("official:", f.Actor, StringComparison.Ordinal));
    }

    [Xunit.Fact]
    public async Task Bad_words_are_refused_and_only_editors_may_keep_them()
    {
        using var editor = await PageClient.SignIn(site.Address, "editor-ningbo", "yiwang-demo-2026");
        string[] bad = ["", "一个词", "同=同", "，=！", $"{new string('长', 41)}=词", "驾照=驾驶证=机动车驾驶证=驾驶本"];
        foreach (var words in bad)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await editor.Send(Page, (await editor.Open(Page)).Token, "add-synonym", new() { ["Form.Words"] = words }));
        }

        using var window = await PageClient.SignIn(site.Address, "window-ningbo", "yiwang-demo-2026");
        Assert.DoesNotContain("添加同义词", (await window.Read(Page)).Text, StringComparison.Ordinal);
    }

    [Xunit.Fact]
    public async Task The_import_names_bad_rows_and_keeps_what_editors_changed()
    {
        var report = await Import("kind,words\nsynonym,只有一个\nother,甲=乙\nfiller,甲=乙\nsynonym,丙=丁\nsynonym,丙=戊\n");
        Assert.Equal([2, 3, 4, 6], report.Problems.Select(p => p.Line));

        var before = await Groups();
        Assert.Empty((await Import("kind,words\nsynonym,驾照=方向盘\n")).Problems);
        Assert.Equal(before, await Groups());
        Assert.True(before.Count(g => g.StartsWith("synonym", StringComparison.Ordinal)) >= 80);

        Task<List<string>> Groups() => site.In(services => services.GetRequiredService<YiwangDb>().Set<SynonymGroup>().OrderBy(g => g.Id).Select(g => g.Kind + g.Words).ToListAsync());

        async Task<ImportReport> Import(string text)
        {
            var folder = System.IO.Directory.CreateTempSubdirectory("yiwang-synonyms-").FullName;
            await File.WriteAllTextAsync(Path.Combine(folder, "synonyms.csv"), text);
            var found = new ImportReport();
            // Never saved when a row is bad: here the context is dropped.
            await site.In(async services =>
            {
                await using var transaction = await services.GetRequiredService<YiwangDb>().BeginWrite(default);
                await services.GetServices<IImporter>().OfType<ImportSynonyms>().Single().Import(folder, found, default);
                return 0;
            });
            System.IO.Directory.Delete(folder, recursive: true);
            return found;
        }
    }

    [Xunit.Fact]
    public async Task Anybody_may_ask_for_completions_and_keep_them_for_a_minute()
    {
        site.Services.GetRequiredService<ItemIndex>().Rebuild(SampleItems.Items(RepositoryFiles.Data), 1);
        using var http = new HttpClient { BaseAddress = site.Address };

        using var response = await http.GetAsync(new Uri("items/suggest?q=juzhuz&site=330203", UriKind.Relative));
        var found = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(TimeSpan.FromSeconds(60), response.Headers.CacheControl?.MaxAge);
        Assert.Contains(found.EnumerateArray(), s => s.GetProperty("text").GetString() == "居住证申领" && s.GetProperty("item").GetString() == "QR-GAJ-007");
        Assert.Equal("[]", await http.GetStringAsync(new Uri("items/suggest", UriKind.Relative)));
        Assert.Equal("[]", await http.GetStringAsync(new Uri("items/suggest?q=%00%3Cscript%3E&site=nowhere", UriKind.Relative)));
    }

    private async Task<string?> First(string text)
    {
        var found = await site.Services.GetRequiredService<FindItems>().Find(new(text), null, 1, default);
        return found.Value.Items.Count > 0 ? found.Value.Items[0].Code.Value : null;
    }
}
