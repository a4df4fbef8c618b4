using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace Yiwang.Tests.Browser;

/// <summary>A phone with a camera (Chromium's fake device shows it a paper): pages are cut, turned and looked at, and become one PDF.</summary>
public sealed class CameraTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Paper = "<body style='margin:0;background:#2b3a4a'><div style='margin:60px auto;width:1700px;height:1300px;background:#fff;font:34px serif;padding:60px;box-sizing:border-box'>";

    [Fact]
    public async Task A_paper_of_two_pages_is_photographed_and_handed_in_as_one_file()
    {
        var film = Path.Combine(site.DataFolder, "paper.mjpeg");
        await File.WriteAllBytesAsync(film, await Film(sharp: true));
        await using var browser = await site.WithCamera(film);
        var page = await site.As("chenwei", 375, browser);
        await page.Context.GrantPermissionsAsync(["camera"]);
        await OpenMaterials(page);
        await page.Locator(".yw-materials > li", new() { HasText = "场所使用证明" }).Locator("[data-camera]").ClickAsync();
        await Shoot(page);
        await Assertions.Expect(page.Locator(".yw-camera-say")).ToContainTextAsync("大小和清晰度合适");
        await page.ClickAsync("[data-do=turn]");
        await page.ClickAsync("[data-do=keep]");
        await Shoot(page);
        await page.ClickAsync("[data-do=keep]");
        await Assertions.Expect(page.Locator(".yw-camera-pages li")).ToHaveCountAsync(2);
        await page.ClickAsync("[data-do=finish]");
        var link = page.Locator(".yw-file a");
        await Assertions.Expect(link).ToContainTextAsync("场所使用证明");
        var address = await link.GetAttributeAsync("href");
        using var pdf = PdfDocument.Open(await (await page.APIRequest.GetAsync(address!)).BodyAsync());

        Assert.Equal(2, pdf.NumberOfPages);
        // The first was turned: it stands, the second lies.
        Assert.Equal((true, false), (pdf.GetPage(1).Height > pdf.GetPage(1).Width, pdf.GetPage(2).Height > pdf.GetPage(2).Width));
        Assert.All(pdf.GetPages(), p => Assert.Single(p.GetImages()));
        await Looks.Fine(page);
    }

    [Fact]
    public async Task A_blurred_picture_is_told_of_and_taken_only_when_it_is_meant()
    {
        var film = Path.Combine(site.DataFolder, "blurred.mjpeg");
        await File.WriteAllBytesAsync(film, await Film(sharp: false));
        await using var browser = await site.WithCamera(film);
        var page = await site.As("wangjing", 1280, browser);
        await page.Context.GrantPermissionsAsync(["camera"]);
        await OpenMaterials(page);
        await page.Locator("[data-camera]").First.ClickAsync();
        await Shoot(page);

        await Assertions.Expect(page.Locator(".yw-camera-say")).ToContainTextAsync("画面模糊");
        await page.ClickAsync("[data-do=keep]");
        await Assertions.Expect(page.Locator(".yw-camera-say")).ToContainTextAsync("仍要使用");
        await page.ClickAsync("[data-do=keep]");
        await Assertions.Expect(page.Locator(".yw-camera-pages li")).ToHaveCountAsync(1);
        await page.ClickAsync("[data-do=close]");
        await Assertions.Expect(page.Locator(".yw-camera")).ToHaveCountAsync(0);
    }

    private static async Task OpenMaterials(IPage page)
    {
        await page.GotoAsync("/apply/XK-SCJG-004");
        await page.CheckAsync("input[value='330203000000']");
        await page.ClickAsync("main button:has-text('继续')");
        await Assertions.Expect(page.Locator("main a:has-text('继续填写')")).ToBeVisibleAsync();
        await page.GotoAsync($"{page.Url}/materials");
    }

    private static async Task Shoot(IPage page)
    {
        await page.Until("document.querySelector('.yw-camera video')?.videoWidth > 0 && !document.querySelector('.yw-camera video').hidden");
        await page.ClickAsync("[data-do=shoot]");
        await Assertions.Expect(page.Locator(".cropper-crop-box")).ToBeVisibleAsync();
    }

    /// <summary>What the camera sees: a lease, in focus or not.</summary>
    private async Task<byte[]> Film(bool sharp)
    {
        var studio = await site.Visitor(1920);
        await studio.SetViewportSizeAsync(1920, 1440);
        await studio.SetContentAsync($"{Paper}房屋租赁合同<br>{string.Concat(Enumerable.Repeat("甲方将坐落于月湖街道示例路八号的房屋出租给乙方经营使用。<br>", 20))}</div>{(sharp ? "" : "<style>div{filter:blur(14px)}</style>")}");
        var frame = await studio.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = 92 });
        return [.. frame, .. frame, .. frame];
    }
}
