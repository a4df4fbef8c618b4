using Microsoft.Playwright;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Browser;

/// <summary>Filling in with script: what is typed is saved by itself, and survives a session that ends.</summary>
public sealed class FormStoryTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task Rows_are_added_values_worked_out_and_what_is_typed_is_there_after_coming_back(int width)
    {
        var page = await site.As("jiace", width);
        var section = await Begin(page, "XK-SCJG-001", 3);
        await page.FillAsync("[name='form.shareholders[0].name']", "王静");
        await page.FillAsync("[name='form.shareholders[0].amount']", "60");
        await page.ClickAsync("[data-add-row]");
        await page.FillAsync("[name='form.shareholders[2].amount']", "40");
        await page.FillAsync("[name='form.shareholders[2].share']", "四成");
        await page.ClickAsync("h1");
        await Assertions.Expect(page.Locator("[data-calculated=subscribed]")).ToHaveTextAsync("100");
        await Assertions.Expect(page.Locator("[data-live-error]")).ToContainTextAsync("应为数字");
        await Looks.Fine(page);
        // The empty row in the middle goes; the others close up.
        await page.Locator("[data-remove-row]").Nth(1).ClickAsync();
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("已保存");

        await page.GotoAsync(section);

        Assert.Equal("40", await page.InputValueAsync("[name='form.shareholders[1].amount']"));
        await Looks.Fine(page);
    }

    [Fact]
    public async Task When_the_session_has_ended_nothing_typed_is_lost()
    {
        var page = await site.As("chenwei", 1280);
        var section = await Begin(page, Channel.Item, 1);
        await page.FillAsync("[name='form.ethnic']", "畲族");
        await page.Context.ClearCookiesAsync();
        await page.ClickAsync("button:has-text('保存并继续')");
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("登录已过期");
        await page.ClickAsync("[data-saved] a");
        await page.FillAsync("#name", "chenwei");
        await page.FillAsync("#password", "yiwang-demo-2026");
        await page.ClickAsync("main button[type=submit]");

        await Assertions.Expect(page.Locator("[name='form.ethnic']")).ToHaveValueAsync("畲族");
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("已保存");
        await page.GotoAsync(section);
        await Assertions.Expect(page.Locator("[name='form.ethnic']")).ToHaveValueAsync("畲族");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task An_editor_changes_a_form_and_tries_it(int width)
    {
        var page = await site.As("editor-ningbo", width);
        await page.GotoAsync("/desk/forms?q=XK-CGJ-064");
        await Looks.Fine(page);
        await page.ClickAsync("tbody a");
        await Looks.Fine(page);
        await page.ClickAsync(width == 1280 ? "button:has-text('修改这张表单')" : "a:has-text('打开修改稿')");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("修改");
        await Looks.Fine(page);
        await page.ClickAsync("main ol a >> nth=0");
        await Looks.Fine(page);
        await page.GotoAsync("/desk/forms/XK-CGJ-064/try/2");
        await page.ClickAsync("button:has-text('检查')");
        await Assertions.Expect(page.Locator(".yw-errors")).ToContainTextAsync("请填写日用水量");
        await Looks.Fine(page);
    }

    /// <summary>Begins to apply; the address of the section, which is open.</summary>
    private static async Task<string> Begin(IPage page, string item, int section)
    {
        await page.GotoAsync($"/apply/{item}");
        await page.CheckAsync("input[value='330203000000']");
        await page.ClickAsync("main button:has-text('继续')");
        await Assertions.Expect(page.Locator("main a:has-text('继续填写')")).ToBeVisibleAsync();
        var address = $"{page.Url}/form/{section}";
        await page.GotoAsync(address);
        return address;
    }
}
