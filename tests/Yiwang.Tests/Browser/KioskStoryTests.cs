using Microsoft.Playwright;

namespace Yiwang.Tests.Browser;

/// <summary>A resident before a kiosk: puts the card down, begins, and walks away.</summary>
public sealed class KioskStoryTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task A_resident_signs_in_by_card_begins_an_application_and_is_forgotten_when_gone()
    {
        var kiosk = await site.As("window-haishu", 1080);
        await kiosk.GotoAsync("/desk/kiosk");
        await Looks.Fine(kiosk);
        await kiosk.ClickAsync("button:has-text('设为自助机')");
        await Assertions.Expect(kiosk.Locator("h1")).ToContainTextAsync("海曙区行政服务中心 自助办理");
        await Looks.Fine(kiosk);
        await kiosk.ClickAsync("text=放上身份证");
        await Looks.Fine(kiosk);
        await kiosk.ClickAsync("button:has-text('王静')");
        await Assertions.Expect(kiosk.Locator(".yw-lead").First).ToContainTextAsync("王静，您好");

        await kiosk.Clock.InstallAsync();
        await kiosk.GotoAsync("/apply/XK-SCJG-004");
        await Looks.Fine(kiosk);
        await kiosk.CheckAsync("input[value='330203000000']");
        await kiosk.ClickAsync("main button:has-text('继续')");
        await kiosk.ClickAsync("main a:has-text('继续填写')");
        await kiosk.FillAsync("[name='form.ethnic']", "畲族");
        await kiosk.Clock.RunForAsync(80_000);
        await Assertions.Expect(kiosk.Locator(".yw-still")).ToContainTextAsync("还在吗");
        await kiosk.ClickAsync("text=继续使用");
        await kiosk.Clock.RunForAsync(95_000);

        await Assertions.Expect(kiosk.Locator(".yw-kiosk-card")).ToContainTextAsync("请把身份证放在读卡区");
        Assert.Equal(0, await kiosk.EvaluateAsync<int>("() => sessionStorage.length"));
        await kiosk.GotoAsync("/my/cases");
        await Assertions.Expect(kiosk.Locator("#name")).ToBeVisibleAsync();
        // What was typed is kept where it belongs: with the account.
        var home = await site.As("wangjing", 375);
        await home.GotoAsync("/my/cases");
        await home.ClickAsync("text=继续填写");
        await home.ClickAsync("main a:has-text('继续填写')");
        await Assertions.Expect(home.Locator("[name='form.ethnic']")).ToHaveValueAsync("畲族");
    }

    [Fact]
    public async Task A_hall_takes_numbers_calls_them_and_shows_them()
    {
        site.Morning();
        var machine = await site.As("window-yuyao", 1280);
        await machine.GotoAsync("/desk/queue/machine");
        await Looks.Fine(machine);
        await machine.ClickAsync("button[value=A]");
        await Assertions.Expect(machine.Locator("h1")).ToHaveTextAsync("A001");
        await Looks.Fine(machine);
        var window = await site.As("window-yuyao", 375);
        await window.GotoAsync("/desk/queue");
        await Looks.Fine(window);
        await window.FillAsync("#counter", "5");
        await window.ClickAsync("button:has-text('叫下一个')");
        await Assertions.Expect(window.Locator(".yw-called")).ToContainTextAsync("A001");
        await Looks.Fine(window);
        await machine.GotoAsync("/desk/queue/screen");
        await Assertions.Expect(machine.Locator(".yw-latest")).ToContainTextAsync("A001");
        await Looks.Fine(machine);

        var resident = await site.As("wangjing", 375);
        await resident.GotoAsync("/points/330281000000-01");
        await resident.ClickAsync("main a:has-text('预约')");
        await Looks.Fine(resident);
        await resident.ClickAsync(".yw-slot >> nth=0");
        await resident.ClickAsync("main button:has-text('预约')");
        await Assertions.Expect(resident.Locator("[role=status]")).ToContainTextAsync("预约好了");
        await Looks.Fine(resident);
    }
}
