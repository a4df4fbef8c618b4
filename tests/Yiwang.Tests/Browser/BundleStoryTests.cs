using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Yiwang.Host.Demo;

namespace Yiwang.Tests.Browser;

/// <summary>新生儿出生一件事, lived whole on a phone: one form, one number, and what one department issues goes on to the next by itself.</summary>
public sealed partial class BundleStoryTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    internal static readonly FilePayload Paper = new() { Name = "证明.pdf", MimeType = "application/pdf", Buffer = ChannelClient.SmallPdf("证明") };

    [Fact]
    public async Task Parents_apply_once_and_the_household_entry_begins_when_the_birth_certificate_is_issued()
    {
        var parent = await site.As("wangjing", 375);
        await parent.GotoAsync("/");
        await parent.ClickAsync("text=新生儿出生一件事");
        await Looks.Fine(parent);
        await parent.ClickAsync("text=开始办理");
        await parent.CheckAsync("[name=region][value='330203000000']");
        await Looks.Fine(parent);
        await parent.ClickAsync("main button:has-text('继续')");
        await parent.ClickAsync("main a:has-text('继续填写')");
        foreach (var service in new[] { "出生医学证明", "出生户口登记", "城乡居民医保参保" }) await parent.CheckAsync($"[name='form.services'][value='{service}']");
        await Continue(parent, "新生儿");
        await parent.FillAsync("[name='form.babyName']", "王小宝");
        await parent.CheckAsync("[name='form.gender'][value='女']");
        await parent.FillAsync("[name='form.birth']", "2026-11-20T08:30");
        await parent.FillAsync("[name='form.hospital.name']", "宁波市示例医院");
        await parent.FillAsync("[name='form.hospital.uscc']", "91330291MAFPTUQF57");
        await parent.CheckAsync("[name='form.ethnic'][value='随母']");
        await parent.SelectOptionAsync("[name='form.nativePlace']", "330203000000");
        // The certificate is what the first department issues: nobody is asked for its number.
        Assert.Equal(0, await parent.Locator("[name='form.certNo']").CountAsync());
        await Looks.Fine(parent);
        await Continue(parent, "父母");
        foreach (var who in new[] { "father", "mother" })
        {
            await parent.FillAsync($"[name='form.{who}.name']", who == "mother" ? "王静" : "陈伟");
            await parent.FillAsync($"[name='form.{who}.idNo']", who == "mother" ? "330290199005121024" : (string)DemoPeople.Resident(2)["idNumber"]!);
        }
        await parent.CheckAsync("[name='form.marriage'][value='已婚']");
        await Continue(parent, "落户、参保与接种");
        await parent.CheckAsync("[name='form.hkWith'][value='随母']");
        await parent.SelectOptionAsync("[name='form.hkAddr.region']", "330203000000");
        await parent.FillAsync("[name='form.hkAddr.detail']", "月湖街道示例路 1 号");
        await Continue(parent, "申请人");
        await Assertions.Expect(parent.Locator("[name='form.applicant.name']")).ToHaveValueAsync("王静");
        await parent.CheckAsync("[name='form.relation'][value='母亲']");
        await parent.CheckAsync("[name='form.sendWay'][value='窗口']");
        await parent.CheckAsync("[name='form.auth'][value='true']");
        await Continue(parent, "上传材料");
        // Not asked for: what a department of the same bundle issues.
        await Assertions.Expect(parent.Locator(".yw-materials")).Not.ToContainTextAsync("出生医学证明");
        for (var i = 0; i < await parent.Locator(".yw-materials > li").CountAsync(); i++)
        {
            var paper = parent.Locator(".yw-materials > li").Nth(i);
            await paper.Locator("input[type=file]").SetInputFilesAsync(Paper);
            await paper.Locator("button:has-text('上传')").ClickAsync();
            await Assertions.Expect(parent.Locator(".yw-materials > li").Nth(i).Locator(".yw-file")).ToContainTextAsync("证明.pdf");
        }
        await Looks.Fine(parent);
        await parent.ClickAsync("main a:has-text('继续')");
        await Looks.Fine(parent);
        await parent.ClickAsync("button:has-text('提交申请')");
        await parent.WaitForURLAsync(Address());
        var bundle = new Uri(parent.Url).AbsolutePath;
        await Looks.Fine(parent);

        var official = await site.As("handler-haishu", 1280);
        await Grant(official, await CaseOf(parent, bundle, "出生医学证明"));
        var household = await CaseOf(parent, bundle, "出生户口登记");
        await official.GotoAsync($"/desk/handling/{household}");
        await Assertions.Expect(official.Locator("main")).ToContainTextAsync("办理结果核验单");
        await Grant(official, household);

        // The household entry's number is no identity number, so the next department's form waits for it.
        await Eventually.Shows(parent, bundle, "main", "去补充");
        await parent.ClickAsync("text=去补充");
        await Looks.Fine(parent);
        await parent.FillAsync("[name='form.公民身份号码']", BabyNumber);
        await parent.ClickAsync("button:has-text('提交这一项')");
        await Grant(official, await CaseOf(parent, bundle, "城乡居民医保参保"));
        await Eventually.Shows(parent, bundle, ".yw-status", "全部办结");
        await Looks.Fine(parent);
        await parent.GotoAsync("/my/cases");
        await Looks.Fine(parent);
    }

    private static string BabyNumber
    {
        get
        {
            const string First17 = "33029020261120002";
            return First17 + Yiwang.Kernel.Identifiers.ResidentId.CheckCharacter(First17);
        }
    }

    private static async Task Continue(IPage page, string heading)
    {
        await page.ClickAsync("button:has-text('保存并继续')");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(heading);
    }

    internal static async Task<string> CaseOf(IPage page, string bundle, string title)
    {
        var link = page.Locator(".yw-steps > li", new() { HasText = title }).Locator("a[href*='/my/cases/']");
        for (var i = 0; ; i++)
        {
            await page.GotoAsync(bundle);
            if (await link.CountAsync() > 0) return (await link.First.InnerTextAsync()).Trim();
            Assert.True(i < 100, $"{title} has not begun");
            await Task.Delay(200);
        }
    }

    internal static async Task Grant(IPage official, string number, string? licence = null)
    {
        await Eventually.Shows(official, $"/desk/handling/{number}", "main", "受理");
        await official.ClickAsync("button[value=accept]");
        await Eventually.Shows(official, $"/desk/handling/{number}", "h1", "待审查");
        await official.FillAsync("#reason", "材料齐全，符合法定条件");
        await official.ClickAsync("button:has-text('审查通过')");
        await official.ClickAsync("summary:text-is('准予')");
        if (licence is not null) await official.FillAsync("#licenceNumber", licence);
        await official.ClickAsync("button:has-text('确认准予')");
        await Assertions.Expect(official.Locator("h1")).ToContainTextAsync("准予");
    }

    [GeneratedRegex("/my/bundles/", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
