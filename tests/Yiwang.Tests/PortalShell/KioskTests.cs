using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance.Cases;
using Yiwang.Bench;
using Yiwang.Identity.Kiosk;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.PortalShell;

/// <summary>自助机: a browser that an official has made one, signed into by card for a short while, for anybody with a card that a reader vouches for.</summary>
public sealed class KioskTests(SqliteSite site) : IClassFixture<SqliteSite>
{
    private const string Key = "kiosk-reader-demo";

    [Fact]
    public async Task A_kiosk_is_made_by_an_official_who_does_not_stay_signed_in_and_a_card_signs_in_whoever_it_is()
    {
        using var kiosk = await Made();
        var (_, home) = await kiosk.Read("kiosk");
        var desk = await kiosk.Read("desk/reception");
        var signedIn = await Card(kiosk, Reading("孙丽", "33029019880808204"));
        var (_, mine) = await kiosk.Read("my/cases");
        var left = await kiosk.Post("kiosk/leave", (await kiosk.Open("kiosk")).Token, new() { ["mark"] = "leave" });
        var (_, after) = await kiosk.Read("my/cases");

        Assert.Contains("海曙区行政服务中心 自助办理", home, StringComparison.Ordinal);
        Assert.DoesNotContain("窗口收件", desk.Text, StringComparison.Ordinal);
        Assert.Contains("孙丽，您好", signedIn.Text, StringComparison.Ordinal);
        Assert.Contains("还没有提交过申请", mine, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, left.Status);
        Assert.Contains("用户名", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_handed_in_at_a_kiosk_says_so_and_where()
    {
        using var kiosk = await Made();
        await Card(kiosk, Reading("王静", "33029019900512102"));
        var draft = await kiosk.BeginDraft(Channel.Item, "330203000000");
        string[][] sections =
        [
            ["gender=女", "ethnic=汉族", "opName=王静", "opIdNo=330290199005121024", "mobile=16000000001", "domicile.region=330203000000", "domicile.detail=示例路 1 号"],
            ["hasName=false", "formType=个人经营", "scope=糕点零售", "place.region=330203000000", "place.detail=示例路 1 号", "placeProof=租赁合同"], ["sendWay=窗口领取", "commit=true"],
        ];
        for (var i = 0; i < sections.Length; i++)
        {
            var page = $"apply/draft/{draft}/form/{i + 1}";
            await kiosk.SendAll(page, (await kiosk.Open(page)).Token, "section", sections[i].Select(s => s.Split('=')).Select(s => KeyValuePair.Create($"form.{s[0]}", s[1])));
        }
        await kiosk.SendFile($"apply/draft/{draft}/materials/upload", (await kiosk.Open($"apply/draft/{draft}/materials")).Token, "", "file", Channel.Pdf(), new() { ["code"] = "M02" });
        var check = $"apply/draft/{draft}/check";
        // Of the account that the card belongs to, also what was begun elsewhere.
        using var home = await PageClient.SignIn(site.Address, "wangjing", "yiwang-demo-2026");
        Assert.Contains(draft, (await home.Read("my/cases")).Text, StringComparison.Ordinal);
        var sent = await kiosk.SendAll(check, (await kiosk.Open(check)).Token, "submit", []);
        Assert.True(sent.Address.Contains("my/cases", StringComparison.Ordinal), sent.Text);
        var number = CaseNumber.Parse(Regex.Match(sent.Address, "my/cases/(?<number>\\w+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["number"].Value, null);

        var found = await site.In(s => s.GetRequiredService<YiwangDb>().Set<Case>().SingleAsync(c => c.Number == number));

        Assert.Equal(("kiosk", "330203000000-01"), (found.Channel, found.ServicePoint));
    }

    [Fact]
    public async Task No_card_that_a_reader_does_not_vouch_for_signs_in_nor_one_twice_nor_an_old_one_nor_on_another_browser()
    {
        using var kiosk = await Made();
        using var other = new PageClient(site.Address);
        var reading = Reading("王静", "33029019900512102");
        var forged = await Card(kiosk, reading with { IdNumber = Reading("陈伟", "33029819850223017").IdNumber });
        var wrongKey = await Card(kiosk, CardReading.Sign("another", reading.Name, reading.IdNumber, site.Clock.GetUtcNow(), "x1"));
        var old = await Card(kiosk, CardReading.Sign(Key, reading.Name, reading.IdNumber, site.Clock.GetUtcNow().AddMinutes(-5), "x2"));
        await Card(kiosk, reading);
        await kiosk.Post("kiosk/leave", (await kiosk.Open("kiosk")).Token, new() { ["mark"] = "leave" });
        var twice = await Card(kiosk, reading);
        var elsewhere = await Card(other, Reading("王静", "33029019900512102"));
        var simulator = await other.Read("kiosk/reader");

        Assert.All([forged, wrongKey], page => Assert.Contains("没有读到身份证", page.Text, StringComparison.Ordinal));
        Assert.All([old, twice], page => Assert.Contains("读卡已超时", page.Text, StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (elsewhere.Status, simulator.Status));
    }

    private async Task<PageClient> Made()
    {
        var kiosk = await PageClient.SignIn(site.Address, "window-haishu", "yiwang-demo-2026");
        await kiosk.Post("desk/kiosk/begin", (await kiosk.Open("desk/kiosk")).Token, new() { ["mark"] = "begin" });
        return kiosk;
    }

    private CardReading Reading(string name, string first17) => CardReading.Sign(Key, name, first17 + ResidentId.CheckCharacter(first17), site.Clock.GetUtcNow(), Guid.NewGuid().ToString("N"));

    private static async Task<(HttpStatusCode Status, string Address, string Text)> Card(PageClient kiosk, CardReading reading) => await kiosk.SendAll("kiosk/card", (await kiosk.Open("sign-in")).Token, "",
        [new("name", reading.Name), new("idNumber", reading.IdNumber), new("at", $"{reading.At}"), new("nonce", reading.Nonce), new("signature", reading.Signature)]);
}
