using System.Data.Common;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Acceptance.Drafts;
using Yiwang.Bench;
using Yiwang.Handling;
using Yiwang.Host;
using Yiwang.Identity;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Personal;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Personal;

public sealed class PersonalDataOnSqlite(SqliteSite site) : PersonalDataTests(site), IClassFixture<SqliteSite>;

public sealed class PersonalDataOnPostgres(PostgresSite site) : PersonalDataTests(site), IClassFixture<PostgresSite>;

public abstract class PersonalDataTests(Site site)
{
    [Fact]
    public async Task What_people_name_their_files_and_what_officials_write_of_them_stands_readable_in_no_table_but_the_journals_hides_numbers()
    {
        using var channel = await Channel.For(site);
        using var window = await PageClient.SignIn(site.Address, "window-yuyao", "yiwang-demo-2026");
        var resident = (string)DemoPeople()["idNumber"]!;
        var application = await channel.Application();
        application["materials"]![0]!["materialId"] = (string)(await channel.Upload(Channel.Pdf(), $"王静{resident}.pdf")).Body["materialId"]!;
        var number = (string)(await channel.Submit(application)).Body["caseNumber"]!;
        await window.Send($"desk/cases/{number}", (await window.Open($"desk/cases/{number}")).Token, "decline", new() { ["Form.Text"] = $"{resident} 的户籍不在本区，请致电 13900005678" });

        var view = await channel.Case(number);
        var tables = await Tables();

        Assert.Equal($"{resident} 的户籍不在本区，请致电 13900005678", (string?)view["result"]!["reason"]);
        Assert.Contains("的户籍不在本区，请致电 139****5678", view["timeline"]!.ToJsonString(Yiwang.Kernel.Journals.Journal.Json), StringComparison.Ordinal);
        foreach (var secret in (string[])[resident, "13900005678"]) Assert.Empty(tables.Where(t => t.Text.Contains(secret, StringComparison.Ordinal)).Select(t => t.Table));
    }

    [Fact]
    public async Task No_number_and_no_phone_of_an_applicant_stands_readable_in_any_table()
    {
        using var channel = await Channel.For(site);
        var own = CaseNumber.Parse(await channel.Submitted(), null);
        while (!await site.In(s => s.GetRequiredService<YiwangDb>().Set<HandlingTask>().AnyAsync(t => t.Case == own))) await Task.Delay(25, TestContext.Current.CancellationToken);
        await using var system = await FakeSystem.For(site);
        var number = await channel.Submitted();
        await system.Got(number, "case.dispatched");
        await system.Say(number, "case.accepted");
        await site.Save(WithPersonalData());
        var resident = DemoPeople();
        var person = await site.In(s => s.GetRequiredService<YiwangDb>().Set<Person>().FirstAsync(p => p.UserName == "jiace"));

        var tables = await Tables();

        Assert.Contains(tables, t => t.Table == "acceptance_cases" && t.Text.Contains(number, StringComparison.Ordinal));
        Assert.Contains(tables, t => t.Table == "handling_tasks" && t.Text.Contains(own.Value, StringComparison.Ordinal));
        foreach (var secret in (string[])[(string)resident["idNumber"]!, (string)resident["phone"]!, "16000009999", person.ResidentId.Value, person.PhoneNumber!])
        {
            Assert.Empty(tables.Where(t => t.Text.Contains(secret, StringComparison.Ordinal)).Select(t => t.Table));
        }
    }

    [Fact]
    public async Task Without_the_key_of_its_database_the_platform_does_not_start()
    {
        var another = Path.Combine(site.DataFolder, "another.key");
        await File.WriteAllTextAsync(another, PersonalKeys.NewLine());
        await using var app = YiwangApp.Build(site.Settings, builder => builder.Configuration["Personal:KeyFile"] = another);

        var refusal = await Prepare.Run(app, site.Settings, TextWriter.Null, default);

        Assert.Contains("个人信息密钥与数据库不符", refusal, StringComparison.Ordinal);
    }

    private static JsonObject DemoPeople() => Yiwang.Host.Demo.DemoPeople.Resident(1);

    private static Draft WithPersonalData()
    {
        var draft = Draft.Begin(
            Guid.NewGuid(), "person:1", ItemCode.Parse("XK-SCJG-004", null), 1, 1, RegionCode.Parse("330203", null), null, DateTimeOffset.UnixEpoch);
        draft.FillIn([new("phone", "16000009999", "来自您的登录账户")], DateTimeOffset.UnixEpoch);
        (draft.ApplicantNumber, draft.ApplicantPhone) = ((string?)DemoPeople()["idNumber"], "16000009999");
        return draft;
    }

    /// <summary>Every row of every table as one text, as somebody would read it who has the database alone.</summary>
    private Task<List<(string Table, string Text)>> Tables() => site.In(async services =>
    {
        var db = services.GetRequiredService<YiwangDb>();
        var found = new List<(string, string)>();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct(StringComparer.Ordinal)) found.Add((table, await Rows(connection, table)));
        return found;
    });

    private static async Task<string> Rows(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"select * from {table}";
        await using var reader = await command.ExecuteReaderAsync();
        var text = new System.Text.StringBuilder();
        while (await reader.ReadAsync())
        {
            for (var i = 0; i < reader.FieldCount; i++) text.Append(reader.GetValue(i)).Append('\n');
        }
        return text.ToString();
    }
}
