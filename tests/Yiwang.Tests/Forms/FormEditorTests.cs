using System.Net;
using Yiwang.Bench;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Forms;

public sealed class FormEditorOnSqlite(SqliteSite site) : FormEditorTests(site), IClassFixture<SqliteSite>;

public sealed class FormEditorOnPostgres(PostgresSite site) : FormEditorTests(site), IClassFixture<PostgresSite>;

/// <summary>Officials change a form, try it, and publish it; what was handed in before keeps the version that it was filled in under.</summary>
public abstract class FormEditorTests(Site site)
{
    private const string Form = "desk/forms/XK-SCJG-004", Edit = Form + "/edit";

    [Fact]
    public async Task A_form_is_changed_tried_and_published_and_open_drafts_move_to_it()
    {
        using var channel = await Channel.For(site);
        using var resident = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");
        using var editor = await PageClient.SignIn(site.Address, "editor-ningbo", "yiwang-demo-2026");
        var draft = await resident.BeginDraft(Channel.Item, "330203000000");
        var before = await channel.Submitted();

        await editor.Send(Form, (await editor.Open(Form)).Token, "begin", []);
        // A field that asks what is not there is told at once; a right one is put last in the second section.
        var wrong = await Field(editor, 12, new() { ["form.label"] = "夜间营业到", ["form.name"] = "nightUntil", ["form.type"] = "文本 · text", ["form.required"] = "true", ["form.showWhen"] = "nobody=='是'" });
        var right = await Field(editor, 12, new() { ["form.label"] = "是否夜间营业", ["form.name"] = "night", ["form.type"] = "是否 · bool", ["form.required"] = "true" });
        var (_, edit) = await editor.Read(Edit);
        var hidden = (await resident.Read($"apply/draft/{draft}/form/2")).Text;
        var tried = await editor.SendAll($"{Form}/try/2", (await editor.Open($"{Form}/try/2")).Token, "try", []);
        var published = await Publish(editor);

        Assert.Contains("显示条件里的“nobody”不是本表的字段", wrong.Text, StringComparison.Ordinal);
        Assert.EndsWith("/edit", right.Address, StringComparison.Ordinal);
        Assert.Contains("增加字段“是否夜间营业”（必填）", edit, StringComparison.Ordinal);
        Assert.DoesNotContain("是否夜间营业", hidden, StringComparison.Ordinal);
        Assert.Contains("请选择是否夜间营业", tried.Text, StringComparison.Ordinal);
        Assert.Contains("第 2 版已发布", published.Text, StringComparison.Ordinal);
        Assert.Contains("办理要求已更新", (await resident.Read($"apply/draft/{draft}")).Text, StringComparison.Ordinal);
        Assert.Contains("是否夜间营业", (await resident.Read($"apply/draft/{draft}/form/2")).Text, StringComparison.Ordinal);
        var unanswered = await channel.Submit(await channel.Application());
        Assert.Contains("请选择是否夜间营业", unanswered.Errors, StringComparison.Ordinal);
        using var window = await PageClient.SignIn(site.Address, "window-haishu", "yiwang-demo-2026");
        Assert.DoesNotContain("是否夜间营业", (await window.Read($"desk/cases/{before}")).Text, StringComparison.Ordinal);

        // Another import of the same files does not undo what officials have published; changed files do.
        using var same = new ReferenceFolder();
        await same.ImportInto(site);
        Assert.Contains("第 2 版", (await editor.Read(Form)).Text, StringComparison.Ordinal);
        using var changed = new ReferenceFolder();
        changed.Change("forms.json", text => text.Replace("\"label\": \"文化程度\"", "\"label\": \"学历\"", StringComparison.Ordinal));
        await changed.ImportInto(site);
        Assert.Contains("第 3 版", (await editor.Read(Form)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await channel.Submit(await channel.Application())).Status);
    }

    [Fact]
    public async Task What_a_page_did_not_show_is_not_overwritten_and_counties_do_not_change_the_citys_forms()
    {
        using var editor = await PageClient.SignIn(site.Address, "editor-ningbo", "yiwang-demo-2026");
        using var county = await PageClient.SignIn(site.Address, "editor-haishu", "yiwang-demo-2026");
        using var window = await PageClient.SignIn(site.Address, "window-haishu", "yiwang-demo-2026");
        const string Other = "desk/forms/XK-SCJG-008";
        await editor.Send(Other, (await editor.Open(Other)).Token, "begin", []);
        var page = await editor.Open($"{Other}/edit");
        Dictionary<string, string> titles = new() { ["seen"] = "0", ["title"] = "食品经营许可申请书（新）", ["sections[0].title"] = "申请人", ["sections[1].title"] = "许可内容", ["sections[2].title"] = "人员与设施", ["sections[3].title"] = "其他", ["act"] = "save" };
        var first = await editor.SendAll($"{Other}/edit", page.Token, "edit", titles);
        var second = await editor.SendAll($"{Other}/edit", page.Token, "edit", titles);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (first.Status, second.Status));
        Assert.Equal(HttpStatusCode.NotFound, (await county.Read($"{Other}/edit")).Status);
        Assert.DoesNotContain("食品经营许可申请书", (await window.Read("desk/forms?q=XK-SCJG-008")).Text, StringComparison.Ordinal);
        await editor.Send($"{Other}/edit", page.Token, "discard", []);
        Assert.DoesNotContain("郑洁 正在修改", (await editor.Read("desk/forms?q=XK-SCJG-008")).Text, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Address, string Text)> Field(PageClient editor, int number, Dictionary<string, string> fields)
    {
        var address = $"{Edit}/2/{number}";
        var (_, text) = await editor.Read(address);
        var seen = PageClient.Hidden(text, "seen");
        return await editor.SendAll(address, (await editor.Open(address)).Token, "field", [.. fields, new("seen", seen)]);
    }

    private static async Task<(HttpStatusCode Status, string Address, string Text)> Publish(PageClient editor) =>
        await editor.SendAll(Edit, (await editor.Open(Edit)).Token, "publish", [new("seen", "1")]);
}
