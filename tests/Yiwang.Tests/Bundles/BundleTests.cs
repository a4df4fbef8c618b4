using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Yiwang.Bench;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Bundles;

public sealed class BundlesOnSqlite(SqliteSite site) : BundleTests(site), IClassFixture<SqliteSite>;

public sealed class BundlesOnPostgres(PostgresSite site) : BundleTests(site), IClassFixture<PostgresSite>;

/// <summary>一件事联办 from the applicant's form to the departments' systems and back: one application, one number, results that serve as materials.</summary>
public abstract class BundleTests(Site site) : IAsyncLifetime
{
    private const string Password = "yiwang-demo-2026", Haishu = "330203000000", Wangjing = "330290199005121024";
    private FakeSystem _system = null!;
    private PageClient _resident = null!;

    public async ValueTask InitializeAsync()
    {
        _system = await FakeSystem.For(site, "SCJG ZZJ XFJY");
        _resident = await PageClient.SignIn(site.Address, "wangjing", Password);
    }

    [Fact]
    public async Task One_application_becomes_a_case_for_each_department_when_the_licence_is_granted_and_its_number_and_paper_go_along()
    {
        var number = await Submitted("营业执照 食品经营许可 排水许可 消防安全检查");
        var licence = await CaseOf(number, "营业执照");
        var (_, waiting) = await _resident.Read($"my/bundles/{number}");

        await Grant(licence, "91330203MA00000001", "91330291MAFPTUQF57");
        var food = await Until(number, "食品经营许可");
        var told = await _system.Got(food, "case.dispatched");
        var drainage = await _system.Got(await Until(number, "排水许可"), "case.dispatched");

        Assert.Contains("等待“营业执照”的结果", waiting, StringComparison.Ordinal);
        var form = told["data"]!["form"]!.AsObject();
        Assert.Equal("91330291MAFPTUQF57", (string?)Field(told, "统一社会信用代码(身份证号码)"));
        Assert.Equal("甲测小馆", (string?)Field(told, "经营者名称"));
        Assert.DoesNotContain(told["data"]!["formFields"]!.AsArray(), f => ((string)f!["label"]!).Contains("排水", StringComparison.Ordinal));
        var materials = told["data"]!["materials"]!.AsArray();
        Assert.Contains(materials, m => (string?)m!["name"] == "营业执照" && ((string)m["fileName"]!).StartsWith("办理结果核验单", StringComparison.Ordinal));
        Assert.DoesNotContain(materials, m => (string?)m!["name"] == "水质水量检测报告");
        Assert.Equal(number, (string?)told["data"]!["bundle"]!["number"]);
        Assert.Equal("甲测小馆", (string?)Field(drainage, "排水户名称"));
        Assert.NotNull(form);

        // The slip is a paper that the department can fetch.
        var slip = materials.First(m => (string?)m!["name"] == "营业执照")!;
        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString((await _resident.Fetch($"my/cases/{food}/files/{slip["id"]}")).Content[..4]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_step_can_be_mended_and_applied_for_anew_and_the_bundle_ends_when_all_are_granted()
    {
        var number = await Submitted("营业执照 食品经营许可");
        await Grant(await CaseOf(number, "营业执照"), "91330203MA00000002", "91330291MAFPTUQF57");
        var first = await Until(number, "食品经营许可");
        await Accept(first);
        await _system.Say(first, "decision.made", new() { ["result"] = "refused", ["reason"] = "后厨布局不符合要求", ["documentNumber"] = "甬食驳〔2026〕1号", ["decidedOn"] = Today });
        await _system.Say(first, "case.closed");
        var (_, refused) = await UntilPage(number, "改正后重新申请");

        var page = $"my/bundles/{number}/food";
        var (_, text) = await _resident.Read(page);
        var fields = Inputs(text);
        // What is emptied is not filled in again from the bundle's form.
        fields["form.area"] = "";
        var emptied = await _resident.SendFileAll(page, (await _resident.Open(page)).Token, "complete", "nothing", "x.pdf", [], fields);
        fields["form.area"] = "66";
        var again = await _resident.SendFileAll(page, (await _resident.Open(page)).Token, "complete", "materials.M04", "新布局.pdf", Channel.Pdf("新布局"), fields);
        var second = await Until(number, "食品经营许可", not: first);
        var told = await _system.Got(second, "case.dispatched");
        await Grant(second, "甬食〔2026〕2号", "JY23302030000001");
        var (_, ended) = await UntilPage(number, "全部办结");

        Assert.Contains("后厨布局不符合要求", refused, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (emptied.Status, again.Status));
        Assert.Equal("66", Field(told, "经营面积(㎡)")!.ToString());
        Assert.Contains(told["data"]!["materials"]!.AsArray(), m => (string?)m!["fileName"] == "新布局.pdf");
        Assert.Contains("JY23302030000001", ended, StringComparison.Ordinal);
        Assert.Contains("全部办结", (await _resident.Read("my/messages")).Text, StringComparison.Ordinal);
        // The same number finds it without signing in.
        using var anybody = new PageClient(site.Address);
        var query = await anybody.SendAll("query", (await anybody.Open("query")).Token, "query", [new("Form.Number", number), new("Form.Last", Wangjing[^4..])]);
        Assert.Contains("开餐馆一件事", query.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("王静", query.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_begins_also_when_it_takes_the_first_number_of_a_day()
    {
        var number = await Submitted("营业执照 食品经营许可");
        var licence = await CaseOf(number, "营业执照");
        await Accept(licence);
        // Nobody has applied on that day yet: the node holds no numbers of it.
        site.Clock.Forward(TimeSpan.FromDays(40));

        await _system.Say(licence, "decision.made", new() { ["result"] = "granted", ["documentNumber"] = "1号" });
        await _system.Say(licence, "licence.issued", new() { ["name"] = "营业执照", ["number"] = "91330291MAFPTUQF57" });
        await _system.Say(licence, "case.closed");
        using var resident = await PageClient.SignIn(site.Address, "wangjing", Password);
        await Kit.Wait.Until(async () => (await resident.Read($"my/bundles/{number}")).Text.Contains("食品经营许可：已转送", StringComparison.Ordinal), "The next step has not begun");

        Assert.DoesNotContain("等待“营业执照”的结果", (await resident.Read($"my/bundles/{number}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_results_are_handed_over_at_once_where_the_applicant_chose_also_those_of_steps_that_began_later()
    {
        var number = await Submitted("营业执照 食品经营许可");
        var choice = $"my/bundles/{number}/delivery";
        var chosen = await _resident.SendAll(choice, (await _resident.Open(choice)).Token, "deliver", [new("way", "counter"), new("point", "330200000000-01")]);
        await Grant(await CaseOf(number, "营业执照"), "91330203MA00000007", "91330291MAFPTUQF57");
        var food = await Until(number, "食品经营许可");
        await Grant(food, "甬食〔2026〕7号", "JY23302030000007");
        var (_, mine) = await UntilPage(number, "有 2 份结果");
        var code = System.Text.RegularExpressions.Regex.Match(mine, "取件码 <strong class=\"yw-number\">(?<code>\\d{6})", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["code"].Value;
        using var window = await PageClient.SignIn(site.Address, "window-ningbo", "yiwang-demo-2026");
        var page = $"desk/bundles/{number}";

        var waiting = await window.Read("desk/cases?state=handover");
        var wrong = await window.SendAll(page, (await window.Open(page)).Token, "hand-over", [new("Form.Way", "counter"), new("Form.Code", code == "000000" ? "000001" : "000000")]);
        var right = await window.SendAll(page, (await window.Open(page)).Token, "hand-over", [new("Form.Way", "counter"), new("Form.Code", code)]);
        var again = await window.SendAll(page, (await window.Open(page)).Token, "hand-over", [new("Form.Way", "counter"), new("Form.Code", code)]);

        Assert.Equal(HttpStatusCode.OK, chosen.Status);
        Assert.Contains(food, waiting.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.Conflict), (wrong.Status, right.Status, again.Status));
        Assert.DoesNotContain(food, (await window.Read("desk/cases?state=handover")).Text, StringComparison.Ordinal);
        Assert.Contains("窗口取件", (await _resident.Read($"my/cases/{food}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_does_not_fit_leaves_the_next_step_to_be_completed_by_the_applicant()
    {
        var number = await Submitted("营业执照 排水许可");
        // Not a credit code: the next department's form cannot take it.
        await Grant(await CaseOf(number, "营业执照"), "甬市监个〔2026〕3号", "个体 3 号");
        await UntilPage(number, "去补充");

        var page = $"my/bundles/{number}/drainage";
        var (_, text) = await _resident.Read(page);
        var fields = Inputs(text);
        fields["form.uscc"] = "91330291MAFPTUQF57";
        var sent = await _resident.SendFileAll(page, (await _resident.Open(page)).Token, "complete", "nothing", "x.pdf", [], fields);
        var drainage = await Until(number, "排水许可");

        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Equal("91330291MAFPTUQF57", (string?)Field(await _system.Got(drainage, "case.dispatched"), "统一社会信用代码"));
        Assert.Contains("等您补充", (await _resident.Read("my/messages")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_the_rest_withdraws_what_is_undecided_and_nobody_else_sees_or_stops_it()
    {
        var number = await Submitted("营业执照 食品经营许可");
        var licence = await CaseOf(number, "营业执照");
        using var other = await PageClient.SignIn(site.Address, "chenwei", Password);
        using var window = await PageClient.SignIn(site.Address, "window-haishu", Password);
        using var elsewhere = await PageClient.SignIn(site.Address, "window-yuyao", Password);
        var theirs = await other.Read($"my/bundles/{number}");
        var (seen, desk) = await window.Read($"desk/bundles/{number}");

        await _resident.Send($"my/bundles/{number}", (await _resident.Open($"my/bundles/{number}")).Token, "stop", []);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (theirs.Status, (await elsewhere.Read($"desk/bundles/{number}")).Status));
        Assert.Equal(HttpStatusCode.OK, seen);
        Assert.Contains("王静", desk, StringComparison.Ordinal);
        Assert.Equal("withdrawn", (string?)(await _system.Got(licence, "case.withdrawn"))["data"]!["ending"]);
        Assert.Contains("已停办", (await _resident.Read($"my/bundles/{number}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_told_by_the_names_that_the_applicant_saw_and_nothing_is_submitted()
    {
        var draft = await Draft("营业执照 食品经营许可");
        var check = $"apply/draft/{draft}/check";

        var sent = await _resident.SendAll(check, (await _resident.Open(check)).Token, "submit", []);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains("请填写经营面积(㎡)", sent.Text, StringComparison.Ordinal);
        Assert.Contains("请上传“居民身份证”", sent.Text, StringComparison.Ordinal);
        // The licence is what the first step brings forth.
        Assert.DoesNotContain("请上传“营业执照”", sent.Text, StringComparison.Ordinal);
    }

    private async Task<string> Draft(string services)
    {
        var begun = await _resident.SendAll("bundles/YJS-003/apply", (await _resident.Open("bundles/YJS-003/apply")).Token, "begin", [new("region", Haishu)]);
        var draft = Regex.Match(begun.Address, "draft/(?<id>[0-9a-f-]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["id"].Value;
        await Save(draft, 1, [.. services.Split(' ').Select(s => KeyValuePair.Create("form.services", s))]);
        return draft;
    }

    private async Task<string> Submitted(string services)
    {
        var draft = await Draft(services);
        var (_, tasks) = await _resident.Read($"apply/draft/{draft}");
        foreach (Match section in Regex.Matches(tasks, $"/apply/draft/{draft}/form/(?<no>\\d+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
        {
            if (section.Groups["no"].Value != "1") await Save(draft, int.Parse(section.Groups["no"].Value, null), RestaurantAnswers.All);
        }
        var (_, materials) = await _resident.Read($"apply/draft/{draft}/materials");
        foreach (Match need in Regex.Matches(materials, "name=\"code\" value=\"(?<code>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            await _resident.SendFile($"apply/draft/{draft}/materials/upload", (await _resident.Open($"apply/draft/{draft}/materials")).Token, "", "file", Channel.Pdf(), new() { ["code"] = need.Groups["code"].Value });
        var check = $"apply/draft/{draft}/check";
        var sent = await _resident.SendAll(check, (await _resident.Open(check)).Token, "submit", []);
        var number = Regex.Match(sent.Address, "my/bundles/(?<number>\\w+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["number"].Value;
        Assert.True(number.Length > 0, sent.Text);
        return number;
    }

    private async Task Save(string draft, int section, IEnumerable<KeyValuePair<string, string>> answers)
    {
        var page = $"apply/draft/{draft}/form/{section}";
        var sent = await _resident.SendAll(page, (await _resident.Open(page)).Token, "section", answers);
        Assert.True(sent.Status is HttpStatusCode.OK, sent.Text);
    }

    private async Task<string> CaseOf(string number, string title) => await Until(number, title);

    /// <summary>The number of a step's case, once it has begun.</summary>
    private async Task<string> Until(string number, string title, string? not = null)
    {
        for (var i = 0; ; i++)
        {
            var (_, text) = await _resident.Read($"my/bundles/{number}");
            var found = Regex.Match(text, $"<strong>{title}</strong>.*?</li>", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Value;
            var link = Regex.Match(found, "my/cases/(?<case>\\w+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["case"].Value;
            if (link.Length > 0 && link != not) return link;
            Assert.True(i < 200, text);
            await Task.Delay(50);
        }
    }

    private async Task<(HttpStatusCode Status, string Text)> UntilPage(string number, string words)
    {
        for (var i = 0; ; i++)
        {
            var page = await _resident.Read($"my/bundles/{number}");
            if (page.Text.Contains(words, StringComparison.Ordinal)) return page;
            Assert.True(i < 200, page.Text);
            await Task.Delay(50);
        }
    }

    private string Today => Yiwang.Kernel.Calendar.WorkCalendar.TodayInNingbo(site.Clock).ToString("yyyy-MM-dd", null);

    private async Task Accept(string number)
    {
        await _system.Got(number, "case.dispatched");
        Assert.Equal(HttpStatusCode.OK, (await _system.Say(number, "case.accepted")).Status);
    }

    private async Task Grant(string number, string document, string licence)
    {
        await Accept(number);
        await _system.Say(number, "decision.made", new() { ["result"] = "granted", ["documentNumber"] = document, ["decidedOn"] = Today });
        await _system.Say(number, "licence.issued", new() { ["name"] = "证照", ["number"] = licence });
        Assert.Equal(HttpStatusCode.OK, (await _system.Say(number, "case.closed")).Status);
    }

    /// <summary>The answer to the field with this label, whatever the department calls it.</summary>
    private static JsonNode? Field(JsonObject told, string label)
    {
        var name = (string)told["data"]!["formFields"]!.AsArray().First(f => (string?)f!["label"] == label)!["name"]!;
        return told["data"]!["form"]![name];
    }

    /// <summary>What the inputs of a page hold, as a browser would send them.</summary>
    private static Dictionary<string, string> Inputs(string page)
    {
        using var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var input in document.QuerySelectorAll("[name^='form.']"))
        {
            var (name, type) = (input.GetAttribute("name")!, input.GetAttribute("type"));
            if (type is "radio" or "checkbox" && !input.HasAttribute("checked")) continue;
            var value = input.LocalName switch { "select" => input.QuerySelector("option[selected]")?.GetAttribute("value"), "textarea" => input.TextContent, _ => input.GetAttribute("value") };
            if (value is { Length: > 0 }) fields[name] = value;
        }
        return fields;
    }

    public async ValueTask DisposeAsync()
    {
        _resident.Dispose();
        await _system.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
