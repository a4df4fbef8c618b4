using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Yiwang.Host.Demo;

/// <summary>
/// Plays three cases on a running platform, through the public API and the department's own queue: a Haishu resident at a Yuyao
/// service point; an online case with a correction; one that is refused.
/// </summary>
internal sealed class DemoPlay(Uri platform, Uri systems, string data)
{
    private const string Item = "XK-SCJG-004";
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    internal async Task<int> Run(CancellationToken stop)
    {
        try
        {
            using var channel = await ChannelClient.SignIn(platform, stop);
            using var department = DepartmentClient.Open(systems, data);
            await AcrossRegions(channel, department, stop);
            await WithCorrection(channel, department, stop);
            await Refused(channel, department, stop);
            return 0;
        }
        catch (Exception exception) when (exception is DemoException or HttpRequestException or FileNotFoundException)
        {
            await Console.Error.WriteLineAsync($"演示没有走完：{exception.Message}");
            await Console.Error.WriteLineAsync($"请先用 ./run 启动平台，再用同样的 --urls 与 --data 运行演示。");
            return 1;
        }
    }

    private async Task AcrossRegions(ChannelClient channel, DepartmentClient department, CancellationToken stop)
    {
        Title("一、全城通办：海曙居民在余姚的服务点交材料，由海曙区市场监督管理局决定");
        var number = await Submit(channel, "window", "330281000000-01", DemoPeople.Resident(1), stop);
        await Act(department, number, "accept", null, stop);
        await Act(department, number, "step", new() { ["step"] = "审查", ["opinion"] = "材料齐全，符合登记条件" }, stop);
        await Act(department, number, "grant", null, stop);
        await Show(channel, number, "closed", "granted", stop);
    }

    private async Task WithCorrection(ChannelClient channel, DepartmentClient department, CancellationToken stop)
    {
        Title("二、全程网上办理：网上申报，部门一次性告知补正，补正后准予");
        var number = await Submit(channel, "web", null, DemoPeople.Resident(2), stop);
        await Act(department, number, "correction", new() { ["problems"] = new JsonArray(new JsonObject { ["what"] = "经营场所使用证明", ["why"] = "租赁合同缺少出租方签名" }) }, stop);
        await channel.WaitFor(number, "awaiting-correction", stop);
        var material = await channel.Upload("补签的租赁合同.pdf", stop);
        await channel.Correct(number, [("M03", material)], stop);
        Step($"申请人补正：补交“补签的租赁合同.pdf”");
        await department.WaitFor(number, stop, "pending");
        await Act(department, number, "accept", null, stop);
        await Act(department, number, "grant", null, stop);
        await Show(channel, number, "closed", "granted", stop);
    }

    private async Task Refused(ChannelClient channel, DepartmentClient department, CancellationToken stop)
    {
        Title("三、不予许可：说明理由，告知救济途径");
        var number = await Submit(channel, "kiosk", null, DemoPeople.Resident(3), stop);
        await Act(department, number, "accept", null, stop);
        await Act(department, number, "refuse", new() { ["reason"] = "经营场所属于依法认定的违法建筑，不得作为经营场所" }, stop);
        await Show(channel, number, "closed", "refused", stop);
    }

    private async Task<string> Submit(ChannelClient channel, string kind, string? servicePoint, JsonObject applicant, CancellationToken stop)
    {
        var item = await channel.Item(Item, stop);
        var materials = new JsonArray();
        foreach (var need in item["materials"]!.AsArray().Where(m => (bool)m!["required"]!))
        {
            materials.Add(new JsonObject { ["code"] = (string)need!["code"]!, ["materialId"] = await channel.Upload($"{need["name"]}.pdf", stop) });
        }
        var number = await channel.Submit(new JsonObject
        {
            ["itemCode"] = Item, ["regionCode"] = "330203", ["servicePointCode"] = servicePoint, ["channel"] = kind,
            ["applicant"] = applicant.DeepClone(), ["form"] = DemoPeople.Form(applicant), ["materials"] = materials,
        }, stop);
        Step($"提交“{item["name"]}”，材料 {materials.Count} 份，办件编号 {number}");
        return number;
    }

    private async Task Act(DepartmentClient department, string number, string act, JsonObject? body, CancellationToken stop)
    {
        await department.WaitFor(number, stop);
        await department.Act(number, act, body, stop);
        Step($"部门系统：{act switch { "accept" => "受理", "step" => "审查通过", "correction" => "一次性告知补正", "grant" => "准予，制发营业执照", _ => "不予许可" }}");
    }

    private async Task Show(ChannelClient channel, string number, string state, string ending, CancellationToken stop)
    {
        var view = await channel.WaitFor(number, state, stop);
        if ((string?)view["result"]?["ending"] != ending) throw new DemoException($"办件 {number} 的结果应为 {ending}，现为 {view["result"]?["ending"]}");
        Step($"申请人看到：{view["statusText"]}　{view["result"]?["documentNumber"]}　{view["result"]?["licenceNumber"]}{(ending == "refused" ? view["result"]?["reason"] : "")}");
        foreach (var entry in view["timeline"]!.AsArray())
        {
            Console.WriteLine($"          {entry!["at"]!.GetValue<DateTimeOffset>().ToOffset(TimeSpan.FromHours(8)):HH:mm:ss.fff}　{entry["title"]}　{entry["organ"]}　{entry["detail"]}");
        }
    }

    private static void Title(string text) => Console.WriteLine($"\n{text}");

    private void Step(string text) => Console.WriteLine($"  {_watch.Elapsed.TotalSeconds,6:0.00} 秒  {text}");
}

/// <summary>The demo could not go on; the message says why.</summary>
internal sealed class DemoException(string message) : Exception(message);
