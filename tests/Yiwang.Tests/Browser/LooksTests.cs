using Microsoft.Playwright;

namespace Yiwang.Tests.Browser;

/// <summary>Every kind of page of the portal and of the keeping of items, by axe, on a desk's screen and on a phone, in each way of showing.</summary>
public sealed class LooksTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private static readonly string[] Portal =
    [
        "/", "/person", "/company", "/approvals", "/services", "/open", "/open/powers", "/open/duties", "/open/duties/ZR-001", "/open/reductions", "/open/powers?print=1", "/open/figures", "/items?q=营业执照", "/items/XK-SCJG-004",
        "/items/XK-SCJG-004/versions", "/items/CF-SCJG-001", "/points", "/sites", "/sites/330203", "/sites/330203/open/reductions", "/notices", "/site-map", "/accessibility/statement", "/reports", "/query",
    ];

    private static readonly string[] InOtherViews = ["/", "/person", "/open/powers", "/open/reductions", "/open/figures", "/items?q=营业执照", "/items/XK-SCJG-004", "/points"];

    [Theory]
    [InlineData(1280, "")]
    [InlineData(375, "")]
    [InlineData(375, "large")]
    [InlineData(1280, "contrast")]
    public async Task Every_kind_of_page_of_the_portal_has_nothing_serious(int width, string view)
    {
        var page = await site.Visitor(width);
        if (view.Length > 0) await page.GotoAsync($"/accessibility?set={view}&next=/");
        foreach (var address in view.Length > 0 ? InOtherViews : Portal)
        {
            await page.GotoAsync(address);
            if (address.EndsWith("figures", StringComparison.Ordinal)) await Assertions.Expect(page.Locator("yw-chart svg").First).ToBeVisibleAsync();
            await Looks.Fine(page);
        }
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task An_editor_changes_an_item_and_imports_a_file_on_pages_that_have_nothing_serious(int width)
    {
        var item = width == 375 ? "XK-SCJG-011" : "XK-SCJG-012";
        var page = await site.As("editor-ningbo", width);
        foreach (var address in (string[])["/desk/items", "/desk/items?show=untaken&region=330203", "/desk/items?show=behind", "/desk/item-changes", "/desk/item-changes/new", "/desk/item-batches", "/desk/notices", "/desk/synonyms", "/desk/reports", $"/desk/items/{item}"])
        {
            await page.GotoAsync(address);
            await Looks.Fine(page);
        }
        await page.ClickAsync("button:has-text('变更要素')");
        await Looks.Fine(page);
        await page.ClickAsync("main a:has-text('申请材料')");
        await Looks.Fine(page);
        await page.GoBackAsync();
        await page.ClickAsync("main a:has-text('办理期限')");
        await page.FillAsync("#promisedDays", "4x");
        await page.ClickAsync("button[value=back]");
        await Assertions.Expect(page.Locator(".yw-errors")).ToContainTextAsync("承诺期限应为整数");
        await Looks.Fine(page);

        await page.GotoAsync("/desk/item-import");
        await page.FillAsync("#reason", "统一咨询电话");
        await page.FillAsync("#basis", "省政府令第1号");
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "坏.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes("事项编码,承诺期限（工作日）\nXK-SCJG-007,九\n不是编码,1\n") });
        await page.ClickAsync("button:has-text('核对并导入')");
        await Assertions.Expect(page.Locator(".yw-errors")).ToContainTextAsync("文件有 2 处问题");
        await Looks.Fine(page);
        await page.GotoAsync("/desk/item-import");
        await page.FillAsync("#reason", "统一咨询电话");
        await page.FillAsync("#basis", "省政府令第1号");
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "好.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes($"事项编码,咨询方式\nXK-SCJG-00{(width == 375 ? 3 : 5)},0574-12345\n") });
        await page.ClickAsync("button:has-text('核对并导入')");
        await Assertions.Expect(page.Locator("[role=status]").First).ToContainTextAsync("已导入为一批变更草稿");
        await Looks.Fine(page);
        await page.ClickAsync("button:has-text('整批送审')");
        await Assertions.Expect(page.Locator("[role=status]").First).ToContainTextAsync("已整批送审");
    }
}
