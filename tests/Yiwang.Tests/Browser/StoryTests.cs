using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Yiwang.Exchange.Signing;
using Yiwang.Host.Demo;

namespace Yiwang.Tests.Browser;

/// <summary>The residents' stories as they live them, on a desk's screen and on a phone.</summary>
public sealed partial class StoryTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private static readonly FilePayload Paper = new() { Name = "证明.pdf", MimeType = "application/pdf", Buffer = ChannelClient.SmallPdf("证明") };

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task A_resident_applies_online_corrects_and_gets_the_result(int width)
    {
        var resident = await site.As("wangjing", width);
        var number = await Apply(resident);

        var window = await site.As("window-haishu", width);
        await window.GotoAsync($"/desk/cases/{number}");
        await Looks.Fine(window);
        await window.ClickAsync("summary:has-text('一次性告知补正')");
        await window.FillAsync("#problems", "场所使用证明：租赁合同缺少出租方签名");
        await window.ClickAsync("button:has-text('发出补正告知')");

        await resident.GotoAsync($"/my/cases/{number}");
        await Assertions.Expect(resident.Locator(".yw-todo")).ToContainTextAsync("租赁合同缺少出租方签名");
        await Looks.Fine(resident);
        await resident.ClickAsync("text=去补正");
        await Looks.Fine(resident);
        await resident.SetInputFilesAsync("[name='materials.M03']", Paper);
        await resident.ClickAsync("button:has-text('提交补正')");
        await Assertions.Expect(resident.Locator(".yw-timeline")).ToContainTextAsync("已补正");

        await window.GotoAsync($"/desk/cases/{number}");
        await window.GetByRole(AriaRole.Button, new() { Name = "受理", Exact = true }).ClickAsync();
        await Assertions.Expect(window.Locator(".yw-timeline")).ToContainTextAsync("已受理");
        await Decide(number, width);

        await Eventually.Shows(resident, $"/my/cases/{number}", ".yw-status", "准予办结");
        await Looks.Fine(resident);
        await window.GotoAsync($"/desk/cases/{number}");
        await window.FillAsync("#to", "王静");
        await window.ClickAsync("button:has-text('登记')");
        await Assertions.Expect(window.Locator(".yw-timeline")).ToContainTextAsync("窗口取件");

        await resident.GotoAsync($"/my/cases/{number}");
        await resident.ClickAsync("text=评价这次办理");
        await Looks.Fine(resident);
        await resident.CheckAsync("input[value='2']");
        await resident.CheckAsync("text=网上和窗口来回跑");
        await resident.ClickAsync("button:has-text('提交评价')");
        await Assertions.Expect(resident.Locator("h1")).ToContainTextAsync("谢谢您的评价");
        await Looks.Fine(resident);
        await window.GotoAsync("/desk/ratings");
        await Looks.Fine(window);
        await window.ClickAsync("tbody a");
        await window.FillAsync("#answer", "已改为网上一次提交");
        await Looks.Fine(window);
        await window.ClickAsync("button:has-text('回复')");
        await Assertions.Expect(window.Locator("main")).ToContainTextAsync("已改为网上一次提交");
        await Looks.Fine(window);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task A_window_in_Yuyao_receives_for_a_department_of_Haishu(int width)
    {
        var window = await site.As("window-yuyao", width);
        await window.GotoAsync("/desk/reception?q=个体工商户注册");
        await window.ClickAsync("text=个体工商户注册登记");
        await window.CheckAsync("text=海曙区市场监督管理局");
        await Looks.Fine(window);
        await window.ClickAsync("button:has-text('开始收件')");
        await window.ClickAsync("button[value=receive]");
        await Assertions.Expect(window.Locator(".yw-errors")).ToContainTextAsync("请填写申请人姓名");
        await Looks.Fine(window);

        var applicant = DemoPeople.Resident(1);
        await window.FillAsync("[name='applicant.name']", (string)applicant["name"]!);
        await window.FillAsync("[name='applicant.idNumber']", (string)applicant["idNumber"]!);
        await window.FillAsync("[name='applicant.phone']", (string)applicant["phone"]!);
        await window.FillAsync("[name='form.opName']", (string)applicant["name"]!);
        await window.FillAsync("[name='form.opIdNo']", (string)applicant["idNumber"]!);
        await window.FillAsync("[name='form.mobile']", (string)applicant["phone"]!);
        await FillFirst(window);
        await FillSecond(window);
        await FillThird(window);
        await window.SetInputFilesAsync("[name='materials.M02']", Paper);
        await window.ClickAsync("button[value=receive]");
        await window.WaitForURLAsync(CaseAddress());
        var number = CaseAddress().Match(window.Url).Groups["number"].Value;
        Assert.StartsWith("330203", number, StringComparison.Ordinal);
        await window.ClickAsync("text=收件凭证");
        await Assertions.Expect(window.Locator("article")).ToContainTextAsync(number);
        await Looks.Fine(window);
        await window.GotoAsync($"/desk/cases/{number}");
        await Looks.Fine(window);
        // The lease may follow: told once, with a day.
        await window.ClickAsync("button:has-text('容缺受理')");
        await Assertions.Expect(window.Locator(".yw-timeline")).ToContainTextAsync("容缺受理");
        await Looks.Fine(window);
        await window.ClickAsync("text=补交收件");
        await Looks.Fine(window);
        await window.SetInputFilesAsync("[name='materials.M03']", Paper);
        await window.ClickAsync("button:has-text('提交补交的材料')");
        await Assertions.Expect(window.Locator(".yw-timeline")).ToContainTextAsync("已补交材料");
        await Eventually.Shows(await site.As("handler-haishu", width), $"/desk/handling/{number}", "main", "场所使用证明");
        await Decide(number, width);
        await Eventually.Shows(window, $"/desk/cases/{number}", ".yw-timeline", "办结");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task Pages_that_anybody_sees_have_nothing_serious_and_never_scroll_sideways(int width)
    {
        var page = await site.As("wangjing", width);
        foreach (var address in (string[])["/", "/items?q=社保", "/items?q=没有这样的事", "/items/XK-SCJG-004", "/items/CF-SCJG-001", "/sign-in", "/my/cases", "/apply/XK-SCJG-001", "/no-such-page"])
        {
            await page.GotoAsync(address);
            await Looks.Fine(page);
        }
        var operation = await site.As("operator", width);
        foreach (var address in (string[])["/desk", "/desk/exchange/systems", "/desk/exchange/systems/SYS-04", "/desk/exchange/dead-letters"])
        {
            await operation.GotoAsync(address);
            await Looks.Fine(operation);
        }
        var supervisor = await site.As("supervisor-ningbo", width);
        foreach (var address in (string[])["/desk/supervision", "/desk/supervision?state=all&level=redCard", "/desk/supervision-rules", "/desk/supervision-rules/TIME_NEAR", "/desk/board", "/desk/efficiency", "/desk/supervision-letters", "/desk/supervision-looks", "/desk/supervision-parked", "/open/statistics", "/open/cases"])
        {
            await supervisor.GotoAsync(address);
            await Looks.Fine(supervisor);
        }
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task An_operator_connects_a_system_registers_its_key_and_gets_its_secret_once(int width)
    {
        var page = await site.As("operator", width);
        var code = width == 375 ? "SYS-07" : "SYS-08";
        var department = width == 375 ? "ZJJ" : "WSJK";
        await page.GotoAsync($"/desk/exchange/systems/{code}");
        await page.FillAsync("#endpoint", "http://10.0.0.8/messages");
        await page.FillAsync("#departments", department);
        await page.ClickAsync("text=保存并接入");
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("https");
        await Looks.Fine(page);
        await page.FillAsync("#endpoint", "https://system.example.gov.cn/messages");
        await page.ClickAsync("text=保存并接入");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("已保存");

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await page.FillAsync("#jwk", EcJwk.Write(key, $"key-{code}", withPrivate: false).ToJsonString());
        await page.ClickAsync("button:has-text('登记公钥')");
        await Assertions.Expect(page.Locator("#keys")).ToContainTextAsync($"key-{code}");
        await page.ClickAsync("text=生成新的密钥");
        await page.ClickAsync("text=确认生成");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("只显示这一次");
        await Looks.Fine(page);
        await page.GotoAsync($"/desk/exchange/systems/{code}");
        await page.ClickAsync("summary:has-text('注销')");
        await page.ClickAsync("text=确认注销");
        await Assertions.Expect(page.Locator("#keys")).ToContainTextAsync("已注销");
        await Looks.Fine(page);
    }

    [Fact]
    public async Task Another_residents_case_is_not_there_and_an_officials_page_is_closed_to_residents()
    {
        var owner = await site.As("wangjing", 1280);
        var number = await Apply(owner);
        var other = await site.As("chenwei", 1280);

        var peek = await other.GotoAsync($"/my/cases/{number}");
        await other.GotoAsync($"/desk/cases/{number}");

        Assert.Equal(404, peek!.Status);
        Assert.Contains("/denied", other.Url, StringComparison.Ordinal);
    }

    private static async Task<string> Apply(IPage page)
    {
        await page.GotoAsync("/items/XK-SCJG-004");
        await page.ClickAsync("text=在线办理");
        await page.CheckAsync("text=海曙区市场监督管理局");
        await page.ClickAsync("main button:has-text('继续')");
        await Looks.Fine(page);
        await page.ClickAsync("main a:has-text('继续填写')");
        // Filled in already for who has applied before.
        await page.FillAsync("[name='form.ethnic']", "");
        await page.ClickAsync("button:has-text('保存并继续')");
        await Assertions.Expect(page.Locator(".yw-errors")).ToContainTextAsync("请填写民族");
        await Looks.Fine(page);
        await FillFirst(page);
        await page.ClickAsync("button:has-text('保存并继续')");
        await FillSecond(page);
        await page.ClickAsync("button:has-text('保存并继续')");
        await FillThird(page);
        await page.ClickAsync("button:has-text('保存并继续')");
        var paper = page.Locator(".yw-materials > li", new() { HasText = "居民身份证" });
        await paper.Locator("input[type=file]").SetInputFilesAsync(Paper);
        await paper.Locator("button:has-text('上传')").ClickAsync();
        await Assertions.Expect(page.Locator(".yw-file")).ToContainTextAsync("证明.pdf");
        await Looks.Fine(page);
        await page.ClickAsync("main a:has-text('继续')");
        await Looks.Fine(page);
        await page.ClickAsync("button:has-text('提交申请')");
        await page.WaitForURLAsync(CaseAddress());
        return CaseAddress().Match(page.Url).Groups["number"].Value;
    }

    private static async Task FillFirst(IPage page)
    {
        await page.CheckAsync("[name='form.gender'][value='女']");
        await page.FillAsync("[name='form.ethnic']", "汉族");
        await page.SelectOptionAsync("[name='form.domicile.region']", "330203000000");
        await page.FillAsync("[name='form.domicile.detail']", "月湖街道示例路 1 号");
    }

    private static async Task FillSecond(IPage page)
    {
        await page.CheckAsync("[name='form.hasName'][value='true']");
        await page.FillAsync("[name='form.shopName']", "宁波市海曙区甲测便利店");
        await page.CheckAsync("[name='form.formType'][value='个人经营']");
        await page.FillAsync("[name='form.scope']", "日用百货销售");
        await page.SelectOptionAsync("[name='form.place.region']", "330203000000");
        await page.FillAsync("[name='form.place.detail']", "月湖街道示例路 8 号");
        await page.CheckAsync("[name='form.placeProof'][value='租赁合同']");
    }

    private static async Task FillThird(IPage page)
    {
        await page.CheckAsync("[name='form.sendWay'][value='窗口领取']");
        await page.CheckAsync("[name='form.commit'][value='true']");
    }

    private async Task Decide(string number, int width)
    {
        var handler = await site.As("handler-haishu", width);
        await Eventually.Shows(handler, $"/desk/handling/{number}", "h1", "待审查");
        await Looks.Fine(handler);
        await handler.ClickAsync("summary:has-text('不予许可')");
        await handler.ClickAsync("button:has-text('确认不予许可')");
        await Assertions.Expect(handler.Locator(".yw-errors")).ToContainTextAsync("请写明理由");
        await handler.FillAsync("#reason", "材料齐全，符合法定条件");
        await handler.ClickAsync("button:has-text('审查通过')");
        await handler.ClickAsync("summary:text-is('准予')");
        await handler.ClickAsync("button:has-text('确认准予')");
        await Assertions.Expect(handler.Locator("h1")).ToContainTextAsync("准予");
        await handler.GotoAsync("/desk/handling?state=done");
        await Looks.Fine(handler);
    }

    [GeneratedRegex(@"/cases/(?<number>3302\w{17})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CaseAddress();
}
