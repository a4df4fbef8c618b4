using System.Data.Common;
using System.Globalization;
using Npgsql;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Bench;

/// <summary>
/// Copies cases that the platform has made, with their submissions, messages, notices and journal, until there are as many as a city has. Each copy has a
/// number of its own, every fifth another applicant; eight of ten are closed. What the copies leave out is that every answer is the same.
/// </summary>
internal sealed class SeedCases(DbConnection connection, bool postgres)
{
    private const int PerCountyAndDay = 10_000, Batch = 50_000;
    private static readonly DateOnly First = new(2020, 1, 1);

    /// <summary>The number of the so-manieth copy, whose case is a template's.</summary>
    internal static CaseNumber Number(int n, IReadOnlyList<CaseNumber> templates) =>
        CaseNumber.Create(RegionCode.Parse(templates[n % templates.Count].Value[..6], null), First.AddDays(n / templates.Count / PerCountyAndDay), n / templates.Count % PerCountyAndDay + 1);

    internal async Task Fill(IReadOnlyList<CaseNumber> templates, int from, int to)
    {
        await Do("create table if not exists bench_numbers (n integer primary key, number varchar(32), template varchar(32), applicant varchar(64), at varchar(32))");
        for (var start = from; start < to; start += Batch)
        {
            await Do("delete from bench_numbers");
            await Numbers(templates, start, Math.Min(start + Batch, to));
            await Copy("acceptance_cases", "c.number = b.template", new()
            {
                ["number"] = "b.number", ["applicant_key"] = "b.applicant", ["submitted_at"] = At, ["state"] = "case when b.n % 10 < 8 then 'Closed' else c.state end",
                ["ending"] = "case when b.n % 10 < 8 then 'Granted' end", ["closed_at"] = $"case when b.n % 10 < 8 then {At} end",
            });
            await Copy("acceptance_submissions", "c.\"case\" = b.template", new() { ["case"] = "b.number", ["at"] = At });
            await Copy("acceptance_notices", "c.\"case\" = b.template", new() { ["case"] = "b.number", ["id"] = NewId, ["number"] = "c.number || b.n", ["issued_at"] = At });
            await Copy("acceptance_messages", "c.\"case\" = b.template", new() { ["case"] = "b.number", ["id"] = NewId, ["applicant_key"] = "b.applicant", ["at"] = At });
            await Copy("journal", "c.stream = 'case/' || b.template", new() { ["stream"] = "'case/' || b.number", ["at"] = At, ["position"] = "" });
        }
        await Do("update journal_checkpoints set position = (select max(position) from journal)");
        await Do("analyze");
    }

    private string At => postgres ? "b.at::timestamptz" : "b.at";

    private string NewId => postgres ? "gen_random_uuid()" : "upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";

    private async Task Numbers(IReadOnlyList<CaseNumber> templates, int from, int to)
    {
        if (postgres)
        {
            await using var copy = await ((NpgsqlConnection)connection).BeginBinaryImportAsync("copy bench_numbers from stdin (format binary)");
            for (var n = from; n < to; n++)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(n);
                foreach (var text in Row(n, templates)) await copy.WriteAsync(text);
            }
            await copy.CompleteAsync();
            return;
        }
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "insert into bench_numbers values ($0, $1, $2, $3, $4)";
        for (var i = 0; i < 5; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"${i}";
            command.Parameters.Add(parameter);
        }
        for (var n = from; n < to; n++)
        {
            command.Parameters[0].Value = n;
            var row = Row(n, templates);
            for (var i = 0; i < row.Length; i++) command.Parameters[i + 1].Value = row[i];
            await command.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }

    private static string[] Row(int n, IReadOnlyList<CaseNumber> templates)
    {
        var applicant = string.Create(CultureInfo.InvariantCulture, $"{n / 5 * 2654435761L % 4294967296L:x8}{n / 5:x24}");
        return [Number(n, templates).Value, templates[n % templates.Count].Value, applicant, First.ToDateTime(TimeOnly.MinValue).AddMinutes(n).ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture)];
    }

    private async Task Copy(string table, string join, Dictionary<string, string> changed)
    {
        var columns = await Columns(table);
        if (changed.TryGetValue("position", out var own) && own.Length == 0) columns.Remove("position");
        // As the real key is, so that the index is as long.
        await Do($"insert into {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) select {string.Join(", ", columns.Select(c => changed.GetValueOrDefault(c, $"c.\"{c}\"")))} from bench_numbers b join {table} c on {join}");
    }

    private async Task<List<string>> Columns(string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = postgres ? $"select column_name from information_schema.columns where table_name = '{table}'" : $"select name from pragma_table_info('{table}')";
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<string>();
        while (await reader.ReadAsync()) columns.Add(reader.GetString(0));
        return columns;
    }

    private async Task Do(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }
}
