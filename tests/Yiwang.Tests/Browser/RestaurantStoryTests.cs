using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Yiwang.Tests.Bundles;

namespace Yiwang.Tests.Browser;

/// <summary>开餐馆一件事 with three departments, the market supervision leading, the fire brigade refusing first: mended, granted, and all collected at once.</summary>
public sealed partial class RestaurantStoryTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task A_restaurant_is_refused_by_one_of_three_departments_mended_granted_and_its_papers_are_collected_together()
    {
        var owner = await site.As("wangjing", 1280);
        await owner.GotoAsync("/bundles/YJS-003/apply");
        await owner.CheckAsync("[name=region][value='330203000000']");
        await owner.ClickAsync("main button:has-text('继续')");
        await owner.ClickAsync("main a:has-text('继续填写')");
        foreach (var service in new[] { "营业执照", "食品经营许可", "排水许可", "消防安全检查" }) await owner.CheckAsync($"[name='form.services'][value='{service}']");
        await owner.Follow("button:has-text('保存并继续')");
        while (Section().IsMatch(owner.Url))
        {
            var here = owner.Url;
            await Fill(owner);
            await owner.Follow("button:has-text('保存并继续')");
            Assert.NotEqual(here, owner.Url);
        }
        for (var i = 0; i < await owner.Locator(".yw-materials > li").CountAsync(); i++)
        {
            var paper = owner.Locator(".yw-materials > li").Nth(i);
            await paper.Locator("input[type=file]").SetInputFilesAsync(BundleStoryTests.Paper);
            await paper.Locator("button:has-text('上传')").ClickAsync();
            await Assertions.Expect(owner.Locator(".yw-materials > li").Nth(i).Locator(".yw-file")).ToContainTextAsync("证明.pdf");
        }
        await owner.ClickAsync("main a:has-text('继续')");
        await owner.ClickAsync("button:has-text('提交申请')");
        await owner.WaitForURLAsync(Bundle());
        var bundle = new Uri(owner.Url).AbsolutePath;
        await Looks.Fine(owner);

        var official = await site.As("handler-haishu", 1280);
        await BundleStoryTests.Grant(official, await BundleStoryTests.CaseOf(owner, bundle, "营业执照"), "91330291MAFPTUQF57");
        var first = await BundleStoryTests.CaseOf(owner, bundle, "消防安全检查");
        await Refuse(official, first, "疏散通道宽度不足");
        await Eventually.Shows(owner, bundle, ".yw-steps", "疏散通道宽度不足");
        await Looks.Fine(owner);
        await owner.ClickAsync("text=改正后重新申请");
        await Looks.Fine(owner);
        await owner.ClickAsync("button:has-text('提交这一项')");
        await owner.WaitForURLAsync(Bundle());
        var again = await BundleStoryTests.CaseOf(owner, bundle, "消防安全检查");
        Assert.NotEqual(first, again);
        await BundleStoryTests.Grant(official, again);
        await BundleStoryTests.Grant(official, await BundleStoryTests.CaseOf(owner, bundle, "食品经营许可"));
        await BundleStoryTests.Grant(official, await BundleStoryTests.CaseOf(owner, bundle, "排水许可"));
        await Eventually.Shows(owner, bundle, ".yw-status", "全部办结");

        // One code, one visit: the four licences, and the decision that was against her.
        await Assertions.Expect(owner.Locator(".yw-side")).ToContainTextAsync("有 5 份结果可以一次取走");
        var code = await owner.Locator(".yw-side .yw-number").InnerTextAsync();
        var window = await site.As("window-haishu", 375);
        await window.GotoAsync(bundle.Replace("/my/", "/desk/", StringComparison.Ordinal));
        await Looks.Fine(window);
        await window.FillAsync("#collectCode", code);
        await window.ClickAsync("button:has-text('登记')");
        await Eventually.Shows(owner, bundle, ".yw-timeline", "窗口取件");
        await Assertions.Expect(owner.Locator(".yw-side")).Not.ToContainTextAsync("取件码");
        await Looks.Fine(owner);
    }

    private static async Task Refuse(IPage official, string number, string reason)
    {
        await Eventually.Shows(official, $"/desk/handling/{number}", "main", "受理");
        await official.ClickAsync("button[value=accept]");
        await Eventually.Shows(official, $"/desk/handling/{number}", "h1", "待审查");
        await official.FillAsync("#reason", reason);
        await official.ClickAsync("summary.btn-outline-danger:has-text('不予')");
        await official.ClickAsync("button[value=refuse]");
        await Assertions.Expect(official.Locator("h1")).ToContainTextAsync("不予");
    }

    /// <summary>Fills in what the page asks for, as far as it is empty.</summary>
    private static async Task Fill(IPage page) => await page.EvaluateAsync(
        """
        answers => answers.forEach(([name, value]) => document.querySelectorAll(`[name="${name}"]`).forEach(field => {
          if (field.type === 'radio' || field.type === 'checkbox') { if (field.value === value && !field.checked) field.click(); }
          else { field.value = value; field.dispatchEvent(new Event('input', { bubbles: true })); field.dispatchEvent(new Event('change', { bubbles: true })); }
        }))
        """, RestaurantAnswers.All.Select(a => new[] { a.Key, a.Value }).ToArray());

    [GeneratedRegex("/form/\\d+", RegexOptions.None, 1000)]
    private static partial Regex Section();

    [GeneratedRegex("/my/bundles/\\w+(?:\\?.*)?$", RegexOptions.None, 1000)]
    private static partial Regex Bundle();
}
